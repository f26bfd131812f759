"""Organizations as their list shows them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from tracker.models import (
    AgreementOfficial,
    AgreementParty,
    Country,
    Organization,
    OrganizationKind,
    Post,
)
from tracker.queries.listing.counting import Total, agreements_of, count_of
from tracker.queries.listing.lists import (
    Condition,
    ListQuery,
    equals,
    in_both_languages,
    most_first,
)
from tracker.queries.listing.paging import SortKey, read_integer
from tracker.queries.listing.words import every_word, in_any
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class OrganizationItem:
    """An organization with the number of agreements made by it or by its officials."""

    id: int
    name: Bilingual
    acronym: str | None
    kind: str
    kind_label: Bilingual
    country_code: str | None
    country: Bilingual | None
    agreements: Total


_AGREEMENTS = count_of(
    Organization,
    select(AgreementParty.agreement_id).where(AgreementParty.organization_id == Organization.id),
    select(AgreementOfficial.agreement_id)
    .join(Post, Post.id == AgreementOfficial.post_id)
    .where(Post.organization_id == Organization.id),
)
_ID = SortKey(Organization.id, read_integer)


def _item(row: Row[Any]) -> OrganizationItem:
    organization: Organization = row.Organization
    return OrganizationItem(
        id=organization.id,
        name=Bilingual(organization.name_en, organization.name_fr),
        acronym=organization.acronym,
        kind=organization.kind,
        kind_label=Bilingual(row.kind_en, row.kind_fr),
        country_code=organization.country_code,
        country=Bilingual.of(row.country_en, row.country_fr),
        agreements=agreements_of(row),
    )


_mentions = in_any(Organization.name_en, Organization.name_fr, Organization.acronym)

ORGANIZATIONS = ListQuery(
    table=Organization,
    rows=select(
        Organization,
        OrganizationKind.label_en.label("kind_en"),
        OrganizationKind.label_fr.label("kind_fr"),
        Country.name_en.label("country_en"),
        Country.name_fr.label("country_fr"),
        _AGREEMENTS.label("agreements"),
    )
    .join(OrganizationKind, OrganizationKind.code == Organization.kind)
    .outerjoin(Country, Country.code == Organization.country_code),
    conditions={
        "q": Condition(lambda q: every_word(q, _mentions)),
        "kind": equals(Organization.kind),
        "country": equals(Organization.country_code),
    },
    orders={
        **in_both_languages("name", Organization.name_en, Organization.name_fr, _ID),
        **most_first("agreements", _AGREEMENTS, _ID),
    },
    item=_item,
)
