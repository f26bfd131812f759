"""What the history keeps, told to the database by the models.

Every table has a history unless its ``info`` says ``{"history": False}``; so has every column of
such a table unless its own does: a secret, or what changes without anybody's doing. The rest is
SQL: ``sql/70_history.sql`` and ``as_of/views.sql``.
"""

from collections.abc import Iterable

from psycopg.sql import Identifier
from sqlalchemy import Column, Connection, Table, text

from tracker.domain.vocabularies import Door
from tracker.models import Base

_LOCK = 7_411_020_303  # any number of our own: advisory locks have no names


def tracked_tables() -> list[Table]:
    """Return the tables that have a history."""
    return [table for table in Base.metadata.sorted_tables if _is_tracked(table)]


def tracked_columns(table: Table) -> list[Column[object]]:
    """Return the columns of a table that its history keeps."""
    return [column for column in table.columns if _is_tracked(column)]


def definitions() -> str:
    """Write the SQL functions that the history's SQL stands on."""
    rows = ",\n".join(
        f"('{table.name}', '{_names(table.primary_key)}', '{_names(tracked_columns(table))}')"
        for table in tracked_tables()
    )
    return f"""
        CREATE FUNCTION guard.tracked() RETURNS TABLE (table_name text, keys text, columns text)
        LANGUAGE sql IMMUTABLE
        BEGIN ATOMIC
            VALUES {rows};
        END;

        -- Those who change tracked rows do so one after another, so that the numbers of changes
        -- are in the order of their commits.
        CREATE FUNCTION guard.wait_for_other_changes() RETURNS void
        LANGUAGE sql VOLATILE
        BEGIN ATOMIC
            SELECT pg_advisory_xact_lock({_LOCK});
        END;
    """


def wait_for_other_changes(connection: Connection) -> None:
    """Wait for those who change rows, and let none do so until the transaction ends."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})


def catch_up(connection: Connection) -> None:
    """Keep what was written while the triggers were away, as a migration does."""
    connection.execute(
        text(
            "SELECT set_config('tracker.actor', 'tracker migrate', true),"
            " set_config('tracker.door', :door, true)"
        ),
        {"door": Door.MIGRATION},
    )
    connection.execute(text("SELECT guard.catch_up_history(table_name) FROM guard.tracked()"))


def _is_tracked(item: Table | Column[object]) -> bool:
    return item.info.get("history", True) is not False


def _names(columns: Iterable[Column[object]]) -> str:
    return ", ".join(Identifier(column.name).as_string() for column in columns)
