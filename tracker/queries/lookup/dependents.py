"""What hangs on a record: rows that would go with it, and rows of others that refer to it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, func, literal, select, union_all
from sqlalchemy.orm import Session

from tracker.models import Base
from tracker.models.shapes import RECORDS


@dataclass(frozen=True)
class Dependent:
    """How many rows of one table hang on a record, and whether they would go with it."""

    table: str
    rows: int
    goes: bool


def dependents_of(session: Session, record: str, key: int | str) -> list[Dependent]:
    """Count the rows that refer to a record, by table: those that forbid its removal first."""
    counts = [
        select(
            literal(table.name).label("table"),
            literal(value=goes).label("goes"),
            func.count().label("rows"),
        ).where(column == key)
        for table, column, goes in _references(RECORDS[record].table)
    ]
    if not counts:
        return []
    rows = session.execute(union_all(*counts))
    found = [Dependent(row.table, row.rows, row.goes) for row in rows if row.rows]
    return sorted(found, key=lambda each: (each.goes, each.table))


def _references(table: Table) -> list[tuple[Table, Column[Any], bool]]:
    """Return the columns that point at a table, and whether their rows go with what they mean."""
    return [
        (other, constraint.elements[0].parent, constraint.ondelete == "CASCADE")
        for other in Base.metadata.sorted_tables
        for constraint in other.foreign_key_constraints
        if constraint.referred_table is table
        and len(constraint.elements) == 1
        and other.name not in _KEPT
    ]


_KEPT = {"agreement_country", "agreement_search"}
"""The tables that the database keeps for lists and search."""
