"""Sectors: as their list shows them, and one with its place in the tree and what covers it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, exists, func, select
from sqlalchemy.orm import Session, aliased

from tracker.models import AgreementScope, Event, EventTopic, OtherName, Sector
from tracker.queries.agreements.conditions import of_sectors
from tracker.queries.agreements.items import AgreementItem, agreements_where
from tracker.queries.listing.counting import (
    Total,
    agreements_of,
    capped_count,
    capped_total,
    count_of,
)
from tracker.queries.listing.lists import Condition, ListQuery, in_both_languages, most_first
from tracker.queries.listing.paging import Order, SortKey, read_integer, read_text
from tracker.queries.listing.statistics import about_column, common_values, with_members
from tracker.queries.listing.words import every_word, in_any
from tracker.queries.parts.capped import Capped
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.parts.other_names import OtherNamePart, other_names_where
from tracker.queries.parts.participations import EventRef, events_where
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class SectorItem:
    """A sector with the number of agreements that cover it, or one directly below it."""

    code: str
    name: Bilingual
    parent_code: str | None
    parent: Bilingual | None
    agreements: Total


_PARENT = aliased(Sector, name="parent_sector")
_CHILD = aliased(Sector, name="child_sector")
_COMMON = with_members(common_values(AgreementScope.sector_code), _CHILD.code, _CHILD.parent_code)
_TIES = select(AgreementScope.agreement_id)
_AGREEMENTS = func.coalesce(
    _COMMON.c.number,
    count_of(
        Sector,
        _TIES.where(AgreementScope.sector_code == Sector.code),
        _TIES.join(_CHILD, _CHILD.code == AgreementScope.sector_code).where(
            _CHILD.parent_code == Sector.code
        ),
    ),
)
_CODE = SortKey(Sector.code, read_text)


def _item(row: Row[Any]) -> SectorItem:
    sector: Sector = row.Sector
    return SectorItem(
        code=sector.code,
        name=Bilingual(sector.name_en, sector.name_fr),
        parent_code=sector.parent_code,
        parent=Bilingual.of(row.parent_en, row.parent_fr),
        agreements=agreements_of(row),
    )


_mentions = in_any(
    Sector.name_en,
    Sector.name_fr,
    Sector.code,
    called=(OtherName.sector_code, Sector.code),
)

SECTORS = ListQuery(
    table=Sector,
    rows=select(
        Sector,
        _PARENT.name_en.label("parent_en"),
        _PARENT.name_fr.label("parent_fr"),
        _AGREEMENTS.label("agreements"),
        about_column(_COMMON),
    )
    .outerjoin(_PARENT, _PARENT.code == Sector.parent_code)
    .outerjoin(_COMMON, _COMMON.c.value == Sector.code),
    conditions={"q": Condition(lambda q: every_word(q, _mentions))},
    orders={
        "position": Order("position", (SortKey(Sector.position, read_integer), _CODE)),
        **in_both_languages("name", Sector.name_en, Sector.name_fr, _CODE),
        **most_first("agreements", _AGREEMENTS, _CODE),
    },
    item=_item,
)


@dataclass(frozen=True)
class SectorRef:
    """A sector as another's record names it."""

    code: str
    name: Bilingual


@dataclass(frozen=True)
class SectorRecord:
    """A sector with what is tied to it."""

    code: str
    subject: str
    name: Bilingual
    other_names: Capped[OtherNamePart]
    parent: SectorRef | None
    children: tuple[SectorRef, ...]
    agreements: Capped[AgreementItem]
    total: Total
    events: Capped[EventRef]
    evidence: Evidence


def get_sector(session: Session, code: str) -> SectorRecord | None:
    """Fetch a sector's record; None when there is none."""
    sector = session.get(Sector, code)
    if sector is None:
        return None
    parents = _sectors(session, Sector.code == sector.parent_code)
    children = _sectors(session, Sector.parent_code == code)
    codes = [code, *(child.code for child in children)]
    ties = select(AgreementScope.agreement_id).where(AgreementScope.sector_code.in_(codes))
    spoken_of = exists().where(EventTopic.event_id == Event.id, EventTopic.sector_code == code)
    return SectorRecord(
        code=sector.code,
        subject=f"sector:{sector.code}",
        name=Bilingual(sector.name_en, sector.name_fr),
        other_names=other_names_where(session, OtherName.sector_code == code),
        parent=parents[0] if parents else None,
        children=children,
        agreements=agreements_where(session, of_sectors(codes)),
        total=capped_total(session.scalar(select(capped_count(ties.distinct()))) or 0),
        events=events_where(session, spoken_of, newest_first=True),
        evidence=evidence_of(session, "sector_code", code),
    )


def _sectors(session: Session, condition: ColumnElement[bool]) -> tuple[SectorRef, ...]:
    sectors = session.scalars(
        select(Sector).where(condition).order_by(Sector.position, Sector.code)
    )
    return tuple(
        SectorRef(sector.code, Bilingual(sector.name_en, sector.name_fr)) for sector in sectors
    )
