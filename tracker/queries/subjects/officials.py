"""Officials as their list shows them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, func, select, union
from sqlalchemy.orm import InstrumentedAttribute, aliased

from tracker.models import AgreementOfficial, Country, Official, OfficialName, Post, Tenure
from tracker.queries.listing.counting import Total, agreements_of, count_of
from tracker.queries.listing.lists import (
    Condition,
    ListQuery,
    equals,
    in_both_languages,
    most_first,
)
from tracker.queries.listing.paging import SortKey, read_integer
from tracker.queries.listing.words import contains, every_word
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class OfficialItem:
    """An official with the latest post known, and the number of agreements he or she made."""

    id: int
    name: Bilingual
    country_code: str | None
    country: Bilingual | None
    post: Bilingual | None
    agreements: Total


_AGREEMENTS = count_of(
    Official,
    select(AgreementOfficial.agreement_id)
    .where(AgreementOfficial.official_id == Official.id)
    .distinct(),
)
_ID = SortKey(Official.id, read_integer)


def _of_latest_post(title: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    """Select a title of the latest post; by no join, so that it is found once rows are chosen."""
    return (
        select(title)
        .join(Tenure, Tenure.post_id == Post.id)
        .where(Tenure.official_id == Official.id)
        .order_by(
            func.upper_inf(Tenure.held).desc(),
            func.lower(Tenure.held).desc().nulls_last(),
            Tenure.id.desc(),
        )
        .limit(1)
        .scalar_subquery()
    )


def _item(row: Row[Any]) -> OfficialItem:
    official: Official = row.Official
    return OfficialItem(
        id=official.id,
        name=Bilingual(official.name, official.name),
        country_code=official.country_code,
        country=Bilingual.of(row.country_en, row.country_fr),
        post=Bilingual.of(row.post_en, row.post_fr),
        agreements=agreements_of(row),
    )


def _mentions(word: str) -> ColumnElement[bool]:
    """Find a word in any spelling of the name."""
    named = aliased(Official)  # apart, so that each name is found by its index
    return Official.id.in_(
        union(
            select(named.id).where(contains(named.name, word)),
            select(OfficialName.official_id).where(contains(OfficialName.text, word)),
        )
    )


OFFICIALS = ListQuery(
    table=Official,
    rows=select(
        Official,
        Country.name_en.label("country_en"),
        Country.name_fr.label("country_fr"),
        _of_latest_post(Post.title_en).label("post_en"),
        _of_latest_post(Post.title_fr).label("post_fr"),
        _AGREEMENTS.label("agreements"),
    ).outerjoin(Country, Country.code == Official.country_code),
    conditions={
        "q": Condition(lambda q: every_word(q, _mentions)),
        "country": equals(Official.country_code),
    },
    orders={
        **in_both_languages("name", Official.name, Official.name, _ID),
        **most_first("agreements", _AGREEMENTS, _ID),
    },
    item=_item,
)
