"""What hangs on a record: rows that would go with it, and rows of others that refer to it."""

from dataclasses import dataclass

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from tracker.models import Base
from tracker.models.record_tables import pointers_to


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
            literal(each.table).label("table"),
            literal(value=each.goes).label("goes"),
            func.count().label("rows"),
        ).where(Base.metadata.tables[each.table].c[each.column] == key)
        for each in pointers_to(record)
    ]
    if not counts:
        return []
    rows = session.execute(union_all(*counts))
    found = [Dependent(row.table, row.rows, row.goes) for row in rows if row.rows]
    return sorted(found, key=lambda each: (each.goes, each.table))
