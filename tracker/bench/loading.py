"""Rows into tables by COPY."""

from collections import defaultdict
from collections.abc import Callable, Iterable

import psycopg
from psycopg import sql

from tracker.bench.rows import TABLES, Agreement, AnyRow

_BATCH = 2_000
"""Agreements that are gathered before their rows go to their tables."""


def load(
    connection: psycopg.Connection, made: Iterable[AnyRow], advance: Callable[[int], None]
) -> None:
    """Copy rows into their tables; ``advance`` hears how many agreements went."""
    gathered: dict[type[AnyRow], list[AnyRow]] = defaultdict(list)
    for row in made:
        if type(row) is Agreement and len(gathered[Agreement]) == _BATCH:
            advance(_copy(connection, gathered))
        gathered[type(row)].append(row)
    advance(_copy(connection, gathered))
    _advance_identities(connection)


def _copy(connection: psycopg.Connection, gathered: dict[type[AnyRow], list[AnyRow]]) -> int:
    """Copy what was gathered and forget it; return how many agreements that were."""
    agreements = len(gathered[Agreement])
    for kind, found in gathered.items():
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(TABLES[kind]),
            sql.SQL(", ").join([sql.Identifier(name.rstrip("_")) for name in kind._fields]),
        )
        with connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in found:
                copy.write_row(row)
    gathered.clear()
    return agreements


def _advance_identities(connection: psycopg.Connection) -> None:
    """Let the next row that the application writes get the next id."""
    for table in TABLES.values():
        connection.execute(
            sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'id'), max(id)) FROM {}").format(
                sql.Literal(table), sql.Identifier(table)
            )
        )
