"""Sectors as their list shows them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased

from tracker.models import AgreementScope, Sector
from tracker.queries.lists import ListQuery, agreement_counts, in_both_languages, most_first
from tracker.queries.paging import Key, Order, read_integer, read_text
from tracker.queries.search import every_word, in_any
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class SectorItem:
    """A sector with the number of agreements that cover it, or one directly below it."""

    code: str
    name: Bilingual
    parent_code: str | None
    parent: Bilingual | None
    agreements: int


_COUNTS = agreement_counts(
    select(AgreementScope.sector_code.label("key"), AgreementScope.agreement_id),
    select(Sector.parent_code, AgreementScope.agreement_id).join(
        AgreementScope, AgreementScope.sector_code == Sector.code
    ),
)
_PARENT = aliased(Sector, name="parent_sector")
_CODE = Key(Sector.code, read_text)


def _item(row: Row[Any]) -> SectorItem:
    sector: Sector = row.Sector
    return SectorItem(
        code=sector.code,
        name=Bilingual(sector.name_en, sector.name_fr),
        parent_code=sector.parent_code,
        parent=Bilingual.of(row.parent_en, row.parent_fr),
        agreements=row.agreements,
    )


_mentions = in_any(Sector.name_en, Sector.name_fr, Sector.code)

SECTORS = ListQuery(
    table=Sector,
    rows=select(
        Sector,
        _PARENT.name_en.label("parent_en"),
        _PARENT.name_fr.label("parent_fr"),
        func.coalesce(_COUNTS.c.agreements, 0).label("agreements"),
    )
    .outerjoin(_PARENT, _PARENT.code == Sector.parent_code)
    .outerjoin(_COUNTS, _COUNTS.c.key == Sector.code),
    conditions={"q": lambda q: every_word(q, _mentions)},
    orders={
        "position": Order("position", (Key(Sector.position, read_integer), _CODE)),
        **in_both_languages("name", Sector.name_en, Sector.name_fr, _CODE),
        **most_first("agreements", _COUNTS.c.agreements, _CODE),
    },
    item=_item,
)
