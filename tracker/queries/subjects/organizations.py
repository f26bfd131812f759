"""Organizations: as their list shows them, and one with its members, posts and what it joins in."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session, aliased

from tracker.models import (
    AgreementOfficial,
    AgreementParty,
    Country,
    CriticalityList,
    EventParticipant,
    Organization,
    OrganizationKind,
    OrganizationMember,
    OtherName,
    Post,
    StatementSpeaker,
)
from tracker.queries.agreements.conditions import of_organization
from tracker.queries.agreements.items import AgreementItem, agreements_where
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
from tracker.queries.parts.actors import Actor, country_actor, organization_actor
from tracker.queries.parts.capped import PARTS_SHOWN, Capped
from tracker.queries.parts.criticality import IssuedList, lists_where
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.parts.memberships import MembershipPart, memberships_where
from tracker.queries.parts.other_names import OtherNamePart, other_names_where
from tracker.queries.parts.participations import ParticipationPart, participations_where
from tracker.queries.parts.posts import PostPart, posts_where
from tracker.queries.parts.statements import StatementPart, made_by, statements_where
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


_mentions = in_any(
    Organization.name_en,
    Organization.name_fr,
    Organization.acronym,
    called=(OtherName.organization_id, Organization.id),
)

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


_PARENT = aliased(Organization, name="parent_organization")


@dataclass(frozen=True)
class OrganizationRecord:
    """An organization with all its parts and their evidence."""

    id: int
    subject: str
    name: Bilingual
    other_names: Capped[OtherNamePart]
    acronym: str | None
    kind: str
    kind_label: Bilingual
    country: Actor | None
    parent: Actor | None
    children: Capped[Actor]
    members: Capped[MembershipPart]
    memberships: Capped[MembershipPart]
    agreements: Capped[AgreementItem]
    posts: Capped[PostPart]
    events: Capped[ParticipationPart]
    statements: Capped[StatementPart]
    lists: tuple[IssuedList, ...]
    evidence: Evidence


def get_organization(session: Session, organization_id: int) -> OrganizationRecord | None:
    """Fetch an organization's record; None when there is none."""
    found = session.execute(
        select(Organization, OrganizationKind, Country, _PARENT)
        .join(OrganizationKind, OrganizationKind.code == Organization.kind)
        .outerjoin(Country, Country.code == Organization.country_code)
        .outerjoin(_PARENT, _PARENT.id == Organization.parent_id)
        .where(Organization.id == organization_id)
    ).one_or_none()
    if found is None:
        return None
    organization, kind, country, parent = found
    memberships = memberships_where(
        session, OrganizationMember.member_organization_id == organization_id
    )
    posts = posts_where(session, Post.organization_id == organization_id)
    events = participations_where(
        session,
        EventParticipant.organization_id == organization_id,
        Post.organization_id == organization_id,
    )
    statements = statements_where(
        session, made_by(StatementSpeaker.organization_id == organization_id)
    )
    lists = lists_where(session, CriticalityList.organization_id == organization_id)
    holders = (holder for post in posts for holder in post.holders)
    return OrganizationRecord(
        id=organization.id,
        subject=f"organization:{organization.id}",
        name=Bilingual(organization.name_en, organization.name_fr),
        other_names=other_names_where(session, OtherName.organization_id == organization_id),
        acronym=organization.acronym,
        kind=organization.kind,
        kind_label=Bilingual(kind.label_en, kind.label_fr),
        country=country_actor(country) if country else None,
        parent=organization_actor(parent) if parent else None,
        children=_children(session, organization_id),
        members=memberships_where(session, OrganizationMember.organization_id == organization_id),
        memberships=memberships,
        agreements=agreements_where(session, of_organization(organization_id)),
        posts=posts,
        events=events,
        statements=statements,
        lists=lists,
        evidence=evidence_of(
            session,
            "organization_id",
            organization_id,
            also=(*memberships, *posts, *holders, *events, *statements, *lists),
        ),
    )


def _children(session: Session, organization_id: int) -> Capped[Actor]:
    children = session.scalars(
        select(Organization)
        .where(Organization.parent_id == organization_id)
        .order_by(func.fold(Organization.name_en), Organization.id)
        .limit(PARTS_SHOWN + 1)
    )
    return Capped.first(PARTS_SHOWN, map(organization_actor, children))
