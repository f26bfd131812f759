"""Who changed what, when and why, of one record with its parts."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    TIMESTAMP,
    BigInteger,
    Row,
    Select,
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
from tracker.models.history import twin
from tracker.models.record_tables import tables_with
from tracker.queries.lookup.record_names import RowKey, referred

PAGE_SIZE = 50
"""Changes on a page."""

CHANGE = table(
    "change",
    *(column(name, BigInteger) for name in ("id", "account_id")),
    *(column(name, Text) for name in ("actor", "login", "door", "reason")),
    column("at", TIMESTAMP(timezone=True)),
    schema="history",
)
"""All changes, as a table."""


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
    found, after = change_page(session, select(CHANGE).where(CHANGE.c.id.in_(touching)), before)
    ids = [change.id for change in found]
    versions: dict[int, _Versions] = {number: _Versions() for number in ids}
    asked = [_versions_of(name, of, named, key, ids) for name, (of, named) in rows.items()]
    for name, kept, opened_by, closed_by in session.execute(union_all(*asked)):
        of = Base.metadata.tables[name]
        content = {each.name: kept[each.name] for each in of.columns if each.name in kept}
        row = (name, tuple(content[part.name] for part in of.primary_key))
        if opened_by in versions:
            versions[opened_by].after[row] = content
        if closed_by in versions:
            versions[closed_by].before[row] = content
    changes = [RecordChange(change, versions[change.id].rows()) for change in found]
    return Timeline(changes, after)


def get_change(session: Session, number: int) -> Change | None:
    """Fetch a change; None where there is no such change."""
    row = session.execute(select(CHANGE).where(CHANGE.c.id == number)).one_or_none()
    return None if row is None else _change(row)


def change_seen(session: Session) -> int:
    """Return the newest change that a session sees which looks at the past."""
    return session.scalar(select(func.guard.seen_change())) or 0


def references(rows: Iterable[RowChange]) -> Iterator[RowKey]:
    """Yield the table and key of every row that rows point at, before and after."""
    for row in rows:
        for content in (row.before or {}, row.after or {}):
            for column_name, value in content.items():
                target = referred(row.table, column_name)
                if target and value is not None:
                    yield target, str(value)


def change_page(
    session: Session, statement: Select[Any], before: int | None
) -> tuple[list[Change], int | None]:
    """Return a page of the changes that a statement selects, and what asks for the next one."""
    if before is not None:
        statement = statement.where(CHANGE.c.id < before)
    statement = statement.order_by(CHANGE.c.id.desc()).limit(PAGE_SIZE + 1)
    found = [_change(row) for row in session.execute(statement)]
    page = found[:PAGE_SIZE]
    return page, page[-1].id if len(found) > PAGE_SIZE else None


def _change(row: Row[Any]) -> Change:
    return Change(row.id, row.at, row.actor, row.account_id, row.login, row.door, row.reason)


def _record_rows(kind: str) -> dict[str, tuple[TableClause, str]]:
    """Return the twins of a record's table and its parts', each with the column of its key."""
    tables = Base.metadata.tables
    return {name: (twin(tables[name]), column) for name, column in tables_with(kind).items()}


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
