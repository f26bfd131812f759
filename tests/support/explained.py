"""What the database read for a page: every statement asked again under EXPLAIN."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, event, text

from tracker.db.engine import Database

_SIZES = "SELECT relname, reltuples FROM pg_class WHERE relkind = 'r' AND reltuples >= :large"
_EXPLAIN = "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) "


@dataclass(frozen=True)
class Read:
    """How many rows one step of a plan read from a table, and how many the table has."""

    table: str
    rows: float
    size: float
    step: str
    statement: str

    @property
    def share(self) -> float:
        return self.rows / self.size


@contextmanager
def asked(database: Database) -> Iterator[list[tuple[str, Any]]]:
    """Collect the statements, with their parameters, that reach the database meanwhile."""
    seen: list[tuple[str, Any]] = []

    def note(
        _connection: Connection, _cursor: object, statement: str, parameters: object, *_: object
    ) -> None:
        seen.append((statement, parameters))

    event.listen(database.app, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(database.app, "before_cursor_execute", note)


def reads(database: Database, statements: list[tuple[str, Any]], large: int) -> list[Read]:
    """Run statements once more; return what they read from tables of ``large`` rows or more."""
    with database.app.connect() as connection:
        sizes: dict[str, float] = dict(connection.execute(text(_SIZES), {"large": large}).all())
        return [
            Read(table, _rows(step), sizes[table], step["Node Type"], statement)
            for statement, parameters in statements
            for step in _steps(_plan(connection, statement, parameters))
            if (table := step.get("Relation Name")) in sizes
        ]


def _plan(connection: Connection, statement: str, parameters: object) -> dict[str, Any]:
    found = connection.exec_driver_sql(_EXPLAIN + statement, parameters).scalar_one()  # type: ignore[arg-type]
    plan: dict[str, Any] = found[0]["Plan"]
    return plan


def _steps(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for below in plan.get("Plans", ()):
        yield from _steps(below)


def _rows(step: dict[str, Any]) -> float:
    """Count the rows that a step passed on, and those that it read and threw away."""
    left_out = ("Rows Removed by Filter", "Rows Removed by Index Recheck")
    each = step["Actual Rows"] + sum(step.get(name, 0) for name in left_out)
    return float(each * step["Actual Loops"])
