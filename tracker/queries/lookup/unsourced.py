"""Facts for which no source is cited and no reason is given, by record."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import BigInteger, FromClause, Text, cast, column, func, select, table
from sqlalchemy.orm import Session

from tracker.domain.record_types import BY_TABLE
from tracker.models.evidence import ROOTS
from tracker.queries.listing.counting import is_small
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.lookup.record_names import naming
from tracker.queries.text import Bilingual

SHOWN = 200
"""How many records are shown at most."""


@dataclass(frozen=True)
class UnsourcedRecord:
    """A record with the number of its facts without source; no ``collection`` without a page."""

    collection: str | None
    key: str
    name: Bilingual
    facts: int


@dataclass(frozen=True)
class Unsourced:
    """How many facts have no source, and the records that have the most of them."""

    total: int
    records: tuple[UnsourcedRecord, ...]


def get_unsourced(session: Session, *, past: bool = False) -> Unsourced | None:
    """Look for facts without source; None where the database is too large to look while one waits.

    With ``past`` they are those of the session's moment. ``tracker check`` looks through a database
    of any size.
    """
    if not is_small(session, "agreement"):
        return None
    rows = session.execute(_most_unsourced("as_of" if past else "guard")).all()
    return Unsourced(
        total=rows[0].total if rows else 0,
        records=tuple(
            UnsourcedRecord(
                collection=of.collection if of.has_page else None,
                key=row.key,
                name=Bilingual(row.name_en, row.name_fr),
                facts=row.facts,
            )
            for row in rows
            for of in [BY_TABLE[row.table_name]]
        ),
    )


@cache
def _most_unsourced(schema: str) -> AnySelect:
    """Select the records that have the most facts without source, with what they are called."""
    root = table("fact_without_source", column("root", Text), schema=schema).c.root
    of, key = (func.split_part(root, ":", part) for part in (1, 2))
    unsourced = (
        select(of.label("table_name"), key.label("key"), func.count().label("facts"))
        .group_by(root)
        .cte("unsourced")
    )
    called = {each.table: naming(each.table.name) for each in ROOTS}
    joined: FromClause = unsourced
    for rows, own in called.items():
        is_it = (unsourced.c.table_name == rows.name) & (cast(own.key, Text) == unsourced.c.key)
        joined = joined.outerjoin(rows, is_it)
    name = func.coalesce(*(own.en for own in called.values())).label("name_en")
    return (
        select(
            *unsourced.c,
            cast(func.sum(unsourced.c.facts).over(), BigInteger).label("total"),
            name,
            func.coalesce(*(own.fr for own in called.values())).label("name_fr"),
        )
        .select_from(joined)
        .order_by(unsourced.c.facts.desc(), name, *unsourced.c)
        .limit(SHOWN)
    )
