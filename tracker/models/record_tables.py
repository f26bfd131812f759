"""What belongs to a record: which tables, and the column of each that leads to the record's root.

The shapes say which tables people edit as one record. The tables' keys say what else goes when a
record goes: its evidence, and rows that are edited elsewhere, such as an agreement's reviews.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tracker.domain.drafts import CITATIONS, MISSING
from tracker.models.drafts import Shape
from tracker.models.history import written_tables
from tracker.models.shapes import RECORDS

EVIDENCE_TABLES = {CITATIONS: "citation", MISSING: "missing_value"}
"""The tables of the evidence, by what a draft calls it."""


@dataclass(frozen=True)
class Pointer:
    """A column that points at the roots of records; whether its row goes with what it means."""

    table: str
    column: str
    goes: bool


@cache
def shapes_of(record: str) -> dict[tuple[str, ...], Shape]:
    """Return the tables that people edit as one record, by the names of the parts on the way."""
    return dict(_walk(RECORDS[record], ()))


def _walk(shape: Shape, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Shape]]:
    yield path, shape
    for name, part in shape.parts.items():
        yield from _walk(part, (*path, name))


def roots_of(table: str) -> tuple[Shape, ...]:
    """Return the roots of the records that people edit a table's rows with: of names, several.

    Raises ``LookupError`` for a table that no record is made of.
    """
    found = tuple(
        root
        for record, root in RECORDS.items()
        if any(shape.table.name == table for shape in shapes_of(record).values())
    )
    if not found:
        raise LookupError(f"no record is made of rows of {table}")
    return found


@cache
def pointers_to(record: str) -> tuple[Pointer, ...]:
    """Return the columns that point at the root of a record, those that the database fills apart.

    Keys of several columns are left out: whatever has one has one of the root's column alone too.
    """
    root = RECORDS[record].table
    return tuple(
        Pointer(table.name, key.column_keys[0], key.ondelete == "CASCADE")
        for table in written_tables()
        for key in sorted(table.foreign_key_constraints, key=lambda key: tuple(key.column_keys))
        if key.referred_table is root and len(key.column_keys) == 1
    )


@cache
def tables_with(record: str) -> dict[str, str]:
    """Return the tables whose rows go with a record, each with the column of the record's key."""
    root = RECORDS[record]
    tied = {
        each.table: each.column
        for each in pointers_to(record)
        if each.goes and each.column == root.link
    }
    return {root.table.name: root.key.name, **tied}


@cache
def own_tables(record: str) -> dict[str, str]:
    """Return of these the record's own: those of its shape, and its evidence.

    The others' rows are edited elsewhere.
    """
    own = {shape.table.name for shape in shapes_of(record).values()}
    own.update(EVIDENCE_TABLES.values())
    return {table: column for table, column in tables_with(record).items() if table in own}
