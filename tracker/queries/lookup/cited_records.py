"""The records that citations speak of: on whose page each is found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, literal, select, union_all
from sqlalchemy.orm import Session

from tracker.domain.record_types import BY_TABLE
from tracker.models import Base, Citation
from tracker.models.evidence import ROOTS
from tracker.models.shapes import RECORDS
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.lookup.record_names import naming
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class RecordRef:
    """The record on whose page a citation is found: ``collection`` is its list in addresses."""

    collection: str
    key: int | str
    name: Bilingual


@dataclass(frozen=True)
class _Place:
    """Where what a citation speaks of may be found: the citation's column, and the page's list.

    ``rows`` are the column's value, and the key and the names of the record that has the page.
    """

    column: str
    collection: str
    rows: AnySelect


def _place(table: str, page: str) -> _Place:
    """Say how rows of a table are found on the pages of another, or on their own."""
    of, pages = Base.metadata.tables[table], Base.metadata.tables[page]
    (own,) = of.primary_key
    called = naming(page)
    rows = select(own, *called)
    if table != page:
        rows = rows.join_from(of, pages, called.key == of.c[RECORDS[page].link])
    return _Place(f"{table}_{own.name}", BY_TABLE[page].collection, rows)


_PLACES = (
    *(
        _place(root.table.name, root.table.name)
        for root in ROOTS
        if BY_TABLE[root.table.name].has_page
    ),
    # An entry of a list is on the page of its mineral, a list and a post on that of their body.
    _place("criticality_listing", "mineral"),
    *(
        _place(table, body)
        for table in ("criticality_list", "post")
        for body in ("organization", "country")
    ),
)
"""Where a citation's subject may be found, in the order of choice."""


def records_of(session: Session, citations: Sequence[Citation]) -> dict[int, RecordRef]:
    """Find the records of citations, by citation; a post may belong to none.

    One query of small ones: a join to every table takes the planner longer than the rest.
    """
    asked = [
        (number, place, {getattr(citation, place.column) for citation in citations} - {None})
        for number, place in enumerate(_PLACES)
    ]
    arms = [_arm(number, place.rows, values) for number, place, values in asked if values]
    if not arms:
        return {}
    found = {
        (row.place, row.own): RecordRef(
            _PLACES[row.place].collection,
            int(row.key) if row.key.isdecimal() else row.key,
            Bilingual(row.en, row.fr),
        )
        for row in session.execute(union_all(*arms))
    }
    records: dict[int, RecordRef] = {}
    for citation in citations:
        for number, place in enumerate(_PLACES):
            record = found.get((number, str(getattr(citation, place.column))))
            if record is not None:
                records.setdefault(citation.id, record)
    return records


def _arm(number: int, rows: AnySelect, values: set[Any]) -> AnySelect:
    own, key, en, fr = rows.selected_columns
    return rows.where(own.in_(values)).with_only_columns(
        literal(number).label("place"),
        cast(own, String).label("own"),
        cast(key, String).label("key"),
        en.label("en"),
        fr.label("fr"),
        maintain_column_froms=True,
    )
