"""Indexes, foreign keys and triggers, out of the way while millions of rows are loaded.

So they are from the tables' twins in the history, which are filled at the end.

An index is built from sorted rows many times faster than row by row, and a foreign key is checked
for a whole table by one join. They are put back in the load's own transaction: PostgreSQL then
holds every row to every one of them, and nobody sees a database without.
"""

from collections.abc import Iterator

import psycopg

from tracker.bench.rows import TABLES

# Drop: foreign keys before the unique constraints that they point at. Primary keys stay: ids
# come in order, and other rules depend on them.
_FOUND = """
SELECT
    format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
    format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname,
        pg_get_constraintdef(oid)),
    CASE contype WHEN 'f' THEN 1 ELSE 2 END AS rank
FROM pg_constraint
WHERE contype IN ('f', 'u', 'x')
    AND (conrelid = ANY (%(tables)s::regclass[]) OR confrelid = ANY (%(tables)s::regclass[]))
UNION ALL
SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid), 3
FROM pg_index
WHERE indrelid = ANY (%(tables)s::regclass[])
    AND NOT EXISTS (
        SELECT FROM pg_constraint
        WHERE conindid = indexrelid AND conrelid = indrelid AND contype IN ('p', 'u', 'x'))
ORDER BY rank, 1
"""


def set_aside(connection: psycopg.Connection) -> list[bytes]:
    """Drop what slows a load down; return the statements that put it back, to be run in order."""
    tables = [*TABLES.values(), *(f"history.{table}" for table in TABLES.values())]
    found = connection.execute(_FOUND, {"tables": tables}).fetchall()
    for drop, _, _ in found:
        connection.execute(drop.encode())
    for statement in _triggers("DISABLE"):
        connection.execute(statement)
    return [*(make.encode() for _, make, _ in reversed(found)), *_triggers("ENABLE")]


def _triggers(what: str) -> Iterator[bytes]:
    """Switch the rules that triggers keep off or on; foreign keys are none of these."""
    for table in TABLES.values():
        yield f"ALTER TABLE {table} {what} TRIGGER USER".encode()
