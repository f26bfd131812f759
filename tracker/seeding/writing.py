"""Many rows of one table at once; when the database refuses, the rows at fault are named."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import psycopg
from sqlalchemy import Column, Table, bindparam, insert, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tracker.seeding.memory import PrimaryKey
from tracker.seeding.problems import SeedError, SeedProblem
from tracker.seeding.rows import DesiredRow


@dataclass(frozen=True)
class Write:
    """Values for a row: a new one, or the one with the primary key."""

    row: DesiredRow
    values: Mapping[str, object]
    primary_key: PrimaryKey | None = None


def primary_key(table: Table) -> Column[PrimaryKey]:
    """Return the one column that is a table's primary key."""
    (column,) = table.primary_key.columns
    return column


def insert_rows(session: Session, writes: list[Write]) -> dict[str, PrimaryKey]:
    """Insert rows of one table; return their primary keys by seed key."""
    keys: dict[str, PrimaryKey] = {}
    for alike in _by_columns(writes):
        keys |= _guarded(session, alike, _insert)
    return keys


def update_rows(session: Session, writes: list[Write]) -> None:
    """Update rows of one table."""
    for alike in _by_columns(writes):
        _guarded(session, alike, _update)


def _by_columns(writes: list[Write]) -> list[list[Write]]:
    groups = defaultdict(list)
    for write in writes:
        groups[frozenset(write.values)].append(write)
    return list(groups.values())


def _insert(session: Session, writes: list[Write]) -> dict[str, PrimaryKey]:
    table = writes[0].row.table
    statement = insert(table).returning(primary_key(table), sort_by_parameter_order=True)
    made = session.execute(statement, [dict(write.values) for write in writes]).scalars()
    return {write.row.key: key for write, key in zip(writes, made, strict=True)}


def _update(session: Session, writes: list[Write]) -> dict[str, PrimaryKey]:
    table = writes[0].row.table
    statement = (
        update(table)
        .where(primary_key(table) == bindparam("the_row"))
        .values({column: bindparam(f"new_{column}") for column in writes[0].values})
    )
    parameters = [
        {"the_row": write.primary_key}
        | {f"new_{column}": value for column, value in write.values.items()}
        for write in writes
    ]
    session.connection().execute(statement, parameters)
    return {}


def _guarded(
    session: Session,
    writes: list[Write],
    write_all: Callable[[Session, list[Write]], dict[str, PrimaryKey]],
) -> dict[str, PrimaryKey]:
    """Write all at once or, when that fails, find out by writing one at a time which row it was."""
    try:
        with session.begin_nested():
            return write_all(session, writes)
    except DBAPIError as failure:
        problems = []
        for write in writes:
            try:
                with session.begin_nested():
                    write_all(session, [write])
            except DBAPIError as error:
                problems.append(_problem(write.row, error))
        if not problems:
            raise
        raise SeedError(problems) from failure


def _problem(row: DesiredRow, error: DBAPIError) -> SeedProblem:
    return row.problem(f"the database refuses {row.key}: {in_words(error)}")


def in_words(error: DBAPIError) -> str:
    """Return what the database says, without the statement."""
    if not isinstance(error.orig, psycopg.Error):
        return str(error.orig)
    said = (error.orig.diag.message_primary, error.orig.diag.message_detail)
    return " ".join(part for part in said if part) or str(error.orig)
