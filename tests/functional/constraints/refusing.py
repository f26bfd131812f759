"""Whether the database refuses statements, and by which constraint."""

import re
from dataclasses import dataclass
from pathlib import Path

from psycopg import sql
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from tests.support.small_world import run

_CASE = re.compile(
    r"^-- refused by (?P<constraint>\w+)(?: through (?P<trigger>[\w.]+))?\n"
    r"(?P<statements>.+?)(?=\n\n|\n\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Case:
    """Statements that a constraint must refuse, where need be through a trigger (table.name)."""

    constraint: str
    trigger: str | None
    statements: str

    def __str__(self) -> str:
        """Name the case in a report."""
        return f"{self.constraint}: {self.statements}"


CASES = [
    Case(**found.groupdict())
    for file in sorted((Path(__file__).parent / "refused").glob("*.sql"))
    for found in _CASE.finditer(file.read_text(encoding="utf-8"))
]


def literal(value: object) -> str:
    """Write a value as SQL does."""
    return sql.Literal(value).as_string()


def refusal(connection: Connection, statements: str) -> str | None:
    """Name the constraint that refuses the statements, at once or at the end; None if none does.

    What they write is undone.
    """
    attempt = connection.begin_nested()
    try:
        run(connection, statements)
        run(connection, "SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        told = error.orig.diag  # type: ignore[union-attr]
        return told.constraint_name or f"{told.table_name}_{told.column_name}_not_null"
    else:
        return None
    finally:
        attempt.rollback()
