"""Minerals: as their list shows them, and one with its group, trade codes, lists and agreements."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, func, select
from sqlalchemy.orm import Session, aliased

from tracker.models import AgreementScope, CriticalityListing, Mineral, MineralHs, OtherName
from tracker.queries.agreements.conditions import of_minerals
from tracker.queries.agreements.items import AgreementItem, agreements_where
from tracker.queries.listing.counting import (
    Total,
    agreements_of,
    capped_count,
    capped_total,
    count_of,
)
from tracker.queries.listing.lists import Condition, ListQuery, in_both_languages, most_first
from tracker.queries.listing.paging import SortKey, read_text
from tracker.queries.listing.statistics import about_column, common_values, with_members
from tracker.queries.listing.words import every_word, in_any
from tracker.queries.parts.capped import Capped
from tracker.queries.parts.criticality import ListingPart, listings_of
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.parts.other_names import OtherNamePart, other_names_where
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class MineralItem:
    """A mineral with the numbers of agreements that cover it, or one of its group, and of lists."""

    code: str
    name: Bilingual
    symbol: str | None
    atomic_number: int | None
    group_code: str | None
    group: Bilingual | None
    agreements: Total
    lists: int


_GROUP = aliased(Mineral, name="mineral_group")
_MEMBER = aliased(Mineral, name="member")
_COMMON = with_members(common_values(AgreementScope.mineral_code), _MEMBER.code, _MEMBER.group_code)
_TIES = select(AgreementScope.agreement_id)
_AGREEMENTS = func.coalesce(
    _COMMON.c.number,
    count_of(
        Mineral,
        _TIES.where(AgreementScope.mineral_code == Mineral.code),
        _TIES.join(_MEMBER, _MEMBER.code == AgreementScope.mineral_code).where(
            _MEMBER.group_code == Mineral.code
        ),
    ),
)
_LISTS = (
    select(
        CriticalityListing.mineral_code,
        func.count(CriticalityListing.criticality_list_id.distinct()).label("lists"),
    )
    .group_by(CriticalityListing.mineral_code)
    .subquery("listed")
)
_CODE = SortKey(Mineral.code, read_text)


def _item(row: Row[Any]) -> MineralItem:
    mineral: Mineral = row.Mineral
    return MineralItem(
        code=mineral.code,
        name=Bilingual(mineral.name_en, mineral.name_fr),
        symbol=mineral.symbol,
        atomic_number=mineral.atomic_number,
        group_code=mineral.group_code,
        group=Bilingual.of(row.group_en, row.group_fr),
        agreements=agreements_of(row),
        lists=row.lists,
    )


_mentions = in_any(
    Mineral.name_en,
    Mineral.name_fr,
    Mineral.symbol,
    Mineral.code,
    called=(OtherName.mineral_code, Mineral.code),
)

MINERALS = ListQuery(
    table=Mineral,
    rows=select(
        Mineral,
        _GROUP.name_en.label("group_en"),
        _GROUP.name_fr.label("group_fr"),
        _AGREEMENTS.label("agreements"),
        about_column(_COMMON),
        func.coalesce(_LISTS.c.lists, 0).label("lists"),
    )
    .outerjoin(_GROUP, _GROUP.code == Mineral.group_code)
    .outerjoin(_COMMON, _COMMON.c.value == Mineral.code)
    .outerjoin(_LISTS, _LISTS.c.mineral_code == Mineral.code),
    conditions={
        "q": Condition(lambda q: every_word(q, _mentions)),
        "criticality_list": Condition(
            lambda list_id: exists().where(
                CriticalityListing.mineral_code == Mineral.code,
                CriticalityListing.criticality_list_id == list_id,
            )
        ),
    },
    orders={
        **in_both_languages("name", Mineral.name_en, Mineral.name_fr, _CODE),
        **most_first("agreements", _AGREEMENTS, _CODE),
        **most_first("lists", func.coalesce(_LISTS.c.lists, 0), _CODE),
    },
    item=_item,
)


@dataclass(frozen=True)
class MineralRef:
    """A mineral as another's record names it."""

    code: str
    name: Bilingual


@dataclass(frozen=True)
class HsPart:
    """A Harmonized System subheading under which the mineral is traded."""

    subject: str
    hs6: str
    description: Bilingual


@dataclass(frozen=True)
class MineralRecord:
    """A mineral with all its parts and their evidence."""

    code: str
    subject: str
    name: Bilingual
    other_names: Capped[OtherNamePart]
    symbol: str | None
    atomic_number: int | None
    group: MineralRef | None
    members: tuple[MineralRef, ...]
    hs: tuple[HsPart, ...]
    listings: tuple[ListingPart, ...]
    agreements: Capped[AgreementItem]
    total: Total
    evidence: Evidence


def get_mineral(session: Session, code: str) -> MineralRecord | None:
    """Fetch a mineral's record; None when there is none."""
    mineral = session.get(Mineral, code)
    if mineral is None:
        return None
    groups = _minerals(session, Mineral.code == mineral.group_code)
    listings = listings_of(session, code)
    members = _minerals(session, Mineral.group_code == code)
    codes = [code, *(member.code for member in members)]
    ties = select(AgreementScope.agreement_id).where(AgreementScope.mineral_code.in_(codes))
    return MineralRecord(
        code=mineral.code,
        subject=f"mineral:{mineral.code}",
        name=Bilingual(mineral.name_en, mineral.name_fr),
        other_names=other_names_where(session, OtherName.mineral_code == code),
        symbol=mineral.symbol,
        atomic_number=mineral.atomic_number,
        group=groups[0] if groups else None,
        members=members,
        hs=_hs(session, code),
        listings=listings,
        agreements=agreements_where(session, of_minerals(codes)),
        total=capped_total(session.scalar(select(capped_count(ties.distinct()))) or 0),
        evidence=evidence_of(session, "mineral_code", code, also=listings),
    )


def _minerals(session: Session, condition: ColumnElement[bool]) -> tuple[MineralRef, ...]:
    minerals = session.scalars(
        select(Mineral).where(condition).order_by(func.fold(Mineral.name_en), Mineral.code)
    )
    return tuple(
        MineralRef(mineral.code, Bilingual(mineral.name_en, mineral.name_fr))
        for mineral in minerals
    )


def _hs(session: Session, code: str) -> tuple[HsPart, ...]:
    found = session.scalars(
        select(MineralHs).where(MineralHs.mineral_code == code).order_by(MineralHs.hs6)
    )
    return tuple(
        HsPart(
            subject=f"mineral_hs:{hs.id}",
            hs6=hs.hs6,
            description=Bilingual(hs.description_en, hs.description_fr or hs.description_en),
        )
        for hs in found
    )
