"""Sectors as their list shows them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased

from tracker.models import AgreementScope, Sector
from tracker.queries.listing.counting import Total, agreements_of, count_of
from tracker.queries.listing.lists import Condition, ListQuery, in_both_languages, most_first
from tracker.queries.listing.paging import (
    Order,
    SortKey,
    read_integer,
    read_text,
)
from tracker.queries.listing.statistics import about_column, common_values, with_members
from tracker.queries.listing.words import every_word, in_any
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


_mentions = in_any(Sector.name_en, Sector.name_fr, Sector.code)

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
