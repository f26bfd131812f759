"""What changed across the database: of each change, how much it touched and of which records."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Row,
    Select,
    Table,
    TableClause,
    Text,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.models import Base
from tracker.models.history import twin, written_tables
from tracker.models.record_tables import tables_with
from tracker.models.shapes import RECORDS
from tracker.queries.history.record_history import CHANGE, Change, change_page
from tracker.queries.lookup.record_names import RecordName, RowKey, names

SHOWN = 5
"""Records of a change that are named; there may be thousands."""


@dataclass(frozen=True)
class Touched:
    """A change: how many rows of which tables it touched, and of which records.

    ``records`` are the first of them by what they are called; ``more`` tells that there are others.
    """

    change: Change
    rows: dict[str, int]
    records: dict[RowKey, RecordName]
    more: bool


@dataclass(frozen=True)
class Changes:
    """A page of all changes, newest first; ``before`` asks for the next page, if any."""

    changes: list[Touched]
    before: int | None


@dataclass(frozen=True)
class Filters:
    """Which changes are asked for: all that fit everything that is said."""

    actor: str | None = None
    door: str | None = None
    table: str | None = None
    since: dt.datetime | None = None
    until: dt.datetime | None = None


def changes(session: Session, filters: Filters, before: int | None = None) -> Changes:
    """Return the changes across the database that fit the filters: three queries."""
    statement = select(CHANGE)
    if filters.actor is not None:
        statement = statement.where(CHANGE.c.actor == filters.actor)
    if filters.door is not None:
        statement = statement.where(CHANGE.c.door == filters.door)
    if filters.since is not None:
        statement = statement.where(CHANGE.c.at >= filters.since)
    if filters.until is not None:
        statement = statement.where(CHANGE.c.at < filters.until)
    if filters.table is not None:
        of = twin(Base.metadata.tables[filters.table])
        ends = (of.c.opened_by, of.c.closed_by)
        statement = statement.where(
            or_(*(select(1).where(end == CHANGE.c.id).exists() for end in ends))
        )
    found, after = change_page(session, statement, before)
    touched = _rows_touched(session, [change.id for change in found])
    named = names(session, {record for each in touched.values() for record in each.records})
    return Changes([_named(change, touched[change.id], named) for change in found], after)


@dataclass
class _Rows:
    """The rows that a change touched: how many by table, and the first records they are of."""

    counts: dict[str, int] = field(default_factory=dict)
    records: dict[RowKey, None] = field(default_factory=dict)


def _named(change: Change, touched: _Rows, named: dict[RowKey, RecordName]) -> Touched:
    records = [(record, named[record]) for record in touched.records if record in named]
    return Touched(change, touched.counts, dict(records[:SHOWN]), more=len(records) > SHOWN)


def _rows_touched(session: Session, changes: Sequence[int]) -> dict[int, _Rows]:
    """Tell what each of some changes touched; one query."""
    touched = {number: _Rows() for number in changes}
    found = session.execute(_all_touched(), {_CHANGES.key: list(changes)}).all()
    for number, table, count, kind, key, _ in sorted(found, key=_order):
        touched[number].counts[table] = count
        if kind is not None and key is not None:
            touched[number].records[kind, key] = None
    return touched


_KINDS = list(RECORDS)


def _order(row: Row[Any]) -> tuple[bool, int, int]:
    """Put the rows of records before those of their parts, by kind, each as they were numbered."""
    return row.kind != row.table, _KINDS.index(row.kind) if row.kind else 0, row.place


_CHANGES: BindParameter[Sequence[int]] = bindparam("changes", expanding=True)


@cache
def _all_touched() -> CompoundSelect[Any]:
    """Select what changes touched in any table: to write so long a query takes a while."""
    return union_all(*(_touched(tracked) for tracked in written_tables()))


def _touched(tracked: Table) -> Select[Any]:
    """Count the rows of a table that each of some changes touched, and number their records."""
    of = twin(tracked)
    kind, key = _record_of(tracked, of)
    own = [kind.label("kind"), key.label("record")]
    began = select(of.c.opened_by.label("change"), *own).where(of.c.opened_by.in_(_CHANGES))
    ended = select(of.c.closed_by, *own).where(of.c.closed_by.in_(_CHANGES), ~_went_on(tracked, of))
    rows = union_all(began, ended).subquery()
    records = (
        select(rows.c.change, rows.c.kind, rows.c.record, func.count().label("rows"))
        .group_by(rows.c.change, rows.c.kind, rows.c.record)
        .subquery()
    )
    order = (func.length(records.c.record), records.c.record)  # numbers as numbers
    numbered = select(
        records.c.change,
        literal(tracked.name).label("table"),
        cast(func.sum(records.c.rows).over(partition_by=records.c.change), BigInteger).label(
            "count"
        ),
        records.c.kind,
        records.c.record,
        func.row_number().over(partition_by=records.c.change, order_by=order).label("place"),
    ).subquery()
    return select(numbered).where(numbered.c.place <= SHOWN + 1)


def _went_on(tracked: Table, of: TableClause) -> ColumnElement[bool]:
    """Tell of a version whether the change that ended it began the row's next one."""
    following = of.alias("following")
    same = (following.c[part.name] == of.c[part.name] for part in tracked.primary_key)
    return exists().where(*same, following.c.opened_by == of.c.closed_by)


def _record_of(tracked: Table, of: TableClause) -> tuple[ColumnElement[str], ColumnElement[str]]:
    """Select the record that a row of a twin belongs to: its table, and its key as text."""
    columns = {
        kind: tables_with(kind)[tracked.name]
        for kind in RECORDS
        if tracked.name in tables_with(kind)
    }
    if tracked.name in columns:  # which may point at others too
        columns = {tracked.name: columns[tracked.name]}
    if not columns:
        return cast(null(), Text), cast(null(), Text)
    held = [(of.c[column].is_not(None), kind) for kind, column in columns.items()]
    kinds = case(*((there, literal(kind)) for there, kind in held))
    return kinds, func.coalesce(*(cast(of.c[column], Text) for column in columns.values()))
