"""Who changed what, when and why: of one record with its parts, and across the database."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    TIMESTAMP,
    BigInteger,
    Row,
    Select,
    Table,
    TableClause,
    Text,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    union,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.models import Base
from tracker.models.history import tracked_tables, twin
from tracker.queries.naming import Reference, referred

PAGE_SIZE = 50
"""Changes on a page."""

_CHANGE = table(
    "change",
    *(column(name, BigInteger) for name in ("id", "account_id")),
    *(column(name, Text) for name in ("actor", "login", "door", "reason")),
    column("at", TIMESTAMP(timezone=True)),
    schema="history",
)


@dataclass(frozen=True)
class Change:
    """One transaction that changed rows."""

    id: int
    at: dt.datetime
    actor: str
    account_id: int | None
    login: str
    door: str
    reason: str | None


@dataclass(frozen=True)
class RowChange:
    """What a change did to a row: ``before`` is None if it made it, ``after`` if it ended it."""

    table: str
    key: tuple[Any, ...]
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None

    @property
    def fields(self) -> dict[str, tuple[Any, Any]]:
        """Return the values before and after of each field that differs."""
        before, after = self.before or {}, self.after or {}
        return {
            name: (before.get(name), after.get(name))
            for name in {**before, **after}
            if before.get(name) != after.get(name)
        }


@dataclass(frozen=True)
class RecordChange:
    """A change, and what it did to a record and its parts."""

    change: Change
    rows: list[RowChange]


@dataclass(frozen=True)
class Timeline:
    """A page of a record's changes, newest first; ``before`` asks for the next page, if any."""

    changes: list[RecordChange]
    before: int | None


@dataclass(frozen=True)
class Touched:
    """A change, and of how many rows of which tables."""

    change: Change
    rows: dict[str, int]


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


@dataclass
class _Versions:
    """What ended and what began in a change, by table and key."""

    before: dict[tuple[str, tuple[Any, ...]], Mapping[str, Any]] = field(default_factory=dict)
    after: dict[tuple[str, tuple[Any, ...]], Mapping[str, Any]] = field(default_factory=dict)

    def rows(self) -> list[RowChange]:
        found = dict.fromkeys([*self.before, *self.after])
        return [RowChange(*row, self.before.get(row), self.after.get(row)) for row in found]


def timeline(session: Session, kind: str, key: object, before: int | None = None) -> Timeline:
    """Return how a record of a table, with its parts, came to be as it is: two queries."""
    rows = _record_rows(kind)
    touching = union(
        *(
            select(of.c[end]).where(of.c[named] == key)
            for of, named in rows.values()
            for end in ("opened_by", "closed_by")
        )
    )
    found, after = _page(session, select(_CHANGE).where(_CHANGE.c.id.in_(touching)), before)
    ids = [change.id for change in found]
    versions: dict[int, _Versions] = {number: _Versions() for number in ids}
    asked = [_versions_of(name, of, named, key, ids) for name, (of, named) in rows.items()]
    for name, content, opened_by, closed_by in session.execute(union_all(*asked)):
        row = (name, tuple(content[part.name] for part in Base.metadata.tables[name].primary_key))
        if opened_by in versions:
            versions[opened_by].after[row] = content
        if closed_by in versions:
            versions[closed_by].before[row] = content
    changes = [RecordChange(change, versions[change.id].rows()) for change in found]
    return Timeline(changes, after)


def changes(session: Session, filters: Filters, before: int | None = None) -> Changes:
    """Return the changes across the database that fit the filters: two queries."""
    statement = select(_CHANGE)
    if filters.actor is not None:
        statement = statement.where(_CHANGE.c.actor == filters.actor)
    if filters.door is not None:
        statement = statement.where(_CHANGE.c.door == filters.door)
    if filters.since is not None:
        statement = statement.where(_CHANGE.c.at >= filters.since)
    if filters.until is not None:
        statement = statement.where(_CHANGE.c.at < filters.until)
    if filters.table is not None:
        of = twin(Base.metadata.tables[filters.table])
        ends = (of.c.opened_by, of.c.closed_by)
        statement = statement.where(
            or_(*(select(1).where(end == _CHANGE.c.id).exists() for end in ends))
        )
    found, after = _page(session, statement, before)
    touched: dict[int, dict[str, int]] = {change.id: {} for change in found}
    asked = [_counted(tracked, list(touched)) for tracked in tracked_tables()]
    for number, name, count in session.execute(union_all(*asked)):
        touched[number][name] = count
    return Changes([Touched(change, touched[change.id]) for change in found], after)


def get_change(session: Session, number: int) -> Change | None:
    """Fetch a change; None where there is no such change."""
    row = session.execute(select(_CHANGE).where(_CHANGE.c.id == number)).one_or_none()
    return None if row is None else _change(row)


def references(rows: Iterable[RowChange]) -> Iterator[Reference]:
    """Yield the table and key of every row that changed fields point at."""
    for row in rows:
        for column_name, values in row.fields.items():
            target = referred(row.table, column_name)
            if target:
                yield from ((target, str(value)) for value in values if value is not None)


def _page(
    session: Session, statement: Select[Any], before: int | None
) -> tuple[list[Change], int | None]:
    if before is not None:
        statement = statement.where(_CHANGE.c.id < before)
    statement = statement.order_by(_CHANGE.c.id.desc()).limit(PAGE_SIZE + 1)
    found = [_change(row) for row in session.execute(statement)]
    page = found[:PAGE_SIZE]
    return page, page[-1].id if len(found) > PAGE_SIZE else None


def _change(row: Row[Any]) -> Change:
    return Change(row.id, row.at, row.actor, row.account_id, row.login, row.door, row.reason)


def _record_rows(kind: str) -> dict[str, tuple[TableClause, str]]:
    """Return the twins of a record's table and its parts', each with the column of its key."""
    root = Base.metadata.tables[kind]
    (key,) = root.primary_key
    pointing = f"{kind}_{key.name}"
    parts = [part for part in tracked_tables() if _is_part(part, pointing)]
    return {kind: (twin(root), key.name)} | {part.name: (twin(part), pointing) for part in parts}


def _is_part(part: Table, pointing: str) -> bool:
    """Tell whether rows of a table go when what the column points at goes."""
    return any(
        pointing in key.column_keys and key.ondelete == "CASCADE"
        for key in part.foreign_key_constraints
    )


def _versions_of(
    name: str,
    of: TableClause,
    named: str,
    key: object,
    changes: Sequence[int],
) -> Select[Any]:
    version = of.alias("version")
    return select(
        literal(name),
        func.to_jsonb(literal_column("version")).op("-")("opened_by").op("-")("closed_by"),
        version.c.opened_by,
        version.c.closed_by,
    ).where(
        version.c[named] == key,
        or_(version.c.opened_by.in_(changes), version.c.closed_by.in_(changes)),
    )


def _counted(tracked: Table, changes: Sequence[int]) -> Select[Any]:
    """Count the rows of a table that each of some changes touched."""
    of = twin(tracked)
    keys = [of.c[part.name] for part in tracked.primary_key]
    touched = union(
        *(
            select(of.c[end].label("change"), *keys).where(of.c[end].in_(changes))
            for end in ("opened_by", "closed_by")
        )
    ).subquery()
    return select(touched.c.change, literal(tracked.name), func.count()).group_by(touched.c.change)
