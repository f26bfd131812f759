"""What the history keeps, told to the database by the models.

The rest is SQL: ``sql/70_history.sql`` and ``as_of/views.sql``.
"""

from collections.abc import Iterable

from psycopg.sql import Identifier
from sqlalchemy import Column, Connection, text

from tracker.domain.vocabularies import Door
from tracker.models.history import tracked_columns, tracked_tables

_LOCK = 7_411_020_303  # any number of our own: advisory locks have no names


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

        -- Outside a transaction it takes nothing: what it tries, it gives back at once.
        CREATE FUNCTION guard.somebody_writes() RETURNS boolean
        LANGUAGE sql VOLATILE
        BEGIN ATOMIC
            SELECT NOT pg_try_advisory_xact_lock({_LOCK});
        END;

        CREATE FUNCTION guard.writers_waiting() RETURNS bigint
        LANGUAGE sql STABLE
        BEGIN ATOMIC
            SELECT count(*) FROM pg_locks
            WHERE locktype = 'advisory' AND NOT granted AND objsubid = 1
                AND (classid::bigint << 32 | objid::bigint) = {_LOCK};
        END;
    """  # noqa: S608 (our own numbers and names)


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


def _names(columns: Iterable[Column[object]]) -> str:
    return ", ".join(Identifier(column.name).as_string() for column in columns)
