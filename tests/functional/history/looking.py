"""What the database holds, at one moment or another."""

from typing import Any

from sqlalchemy import Connection, Row, text

from tracker.models.history import tracked_columns, tracked_tables

TABLES = [table.name for table in tracked_tables()]

_EVERYTHING = text(
    " UNION ALL ".join(
        f"SELECT '{table.name}', ROW({', '.join(c.name for c in tracked_columns(table))})::text"  # noqa: S608 - our own names
        f" FROM {table.name}"
        for table in tracked_tables()
    )
)
"""Every tracked row, by a query that names no schema."""

State = list[tuple[str, str]]


def live(connection: Connection) -> State:
    """Return every row as it stands."""
    connection.execute(text("SET LOCAL search_path = public"))
    return _everything(connection)


def as_of(connection: Connection, moment: object = "") -> State:
    """Return every row as it stood at a moment."""
    connection.execute(
        text(
            "SELECT set_config('search_path', 'as_of', true),"
            " set_config('tracker.as_of', CAST(:moment AS text), true)"
        ),
        {"moment": str(moment)},
    )
    found = _everything(connection)
    connection.execute(text("SET LOCAL search_path = public"))
    return found


def changes(connection: Connection) -> list[Row[Any]]:
    """Return all changes after the one that made the world, oldest first."""
    return list(connection.execute(text("SELECT * FROM history.change ORDER BY id OFFSET 1")))


def versions(connection: Connection, table: str, key: str, *columns: str) -> list[tuple[Any, ...]]:
    """Return what the versions of a row hold in some columns, oldest first."""
    (key_column,) = next(t for t in tracked_tables() if t.name == table).primary_key
    statement = (
        f"SELECT {', '.join(columns)} FROM history.{table}"  # noqa: S608 - our own names
        f" WHERE {key_column.name}::text = :key ORDER BY opened_by"
    )
    return [tuple(row) for row in connection.execute(text(statement), {"key": key})]


def _everything(connection: Connection) -> State:
    return sorted((table, row) for table, row in connection.execute(_EVERYTHING))
