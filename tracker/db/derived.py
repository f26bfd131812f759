"""Objects that follow from the tables and can always be made again: functions, triggers, views.

They live in schemas of their own, so that dropping the schema drops every one of them, with the
triggers that call its functions. They are dropped before a migration runs, so that no view or
trigger stands in its way, and made again after it from folders of SQL files
and from the models.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, text

from tracker.db import history

_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class SqlFolder:
    """A folder of SQL files, run in name order, that makes objects of a schema.

    Names in the files that carry no schema are looked up in ``search_path``. So one folder can
    make the same views twice: over the tables as they are, and over them as they were.
    """

    schema: str
    folder: Path
    search_path: str
    from_models: Callable[[], str] | None = None
    """Writes SQL that runs before the files."""

    def scripts(self) -> list[str]:
        """Return the SQL to run, in order."""
        first = [self.from_models()] if self.from_models else []
        files = sorted(self.folder.glob("*.sql"))
        return [*first, *(file.read_text(encoding="utf-8") for file in files)]


_FACTS = _PACKAGE / "db" / "facts"
_VIEWS = _PACKAGE / "reports" / "views"

SQL_FOLDERS = (
    SqlFolder("guard", _FACTS, "guard, public"),
    SqlFolder("guard", _PACKAGE / "db" / "sql", "public", history.definitions),
    SqlFolder("report", _VIEWS, "report, guard, public"),
    SqlFolder("as_of", _PACKAGE / "db" / "as_of", "public"),
    SqlFolder("as_of", _FACTS, "as_of"),
    SqlFolder("report_as_of", _VIEWS, "report_as_of, as_of"),
)
"""What the derived objects are made from, in order."""

SCHEMAS = tuple(dict.fromkeys(source.schema for source in SQL_FOLDERS))
"""The schemas that hold derived objects and nothing else, in the order in which they are made."""


def drop(connection: Connection) -> None:
    """Drop every derived object."""
    for schema in reversed(SCHEMAS):
        _run(connection, f"DROP SCHEMA IF EXISTS {schema} CASCADE")


def rebuild(connection: Connection) -> None:
    """Make every derived object again, as the owner of the tables."""
    drop(connection)
    for schema in SCHEMAS:
        _run(connection, f"CREATE SCHEMA {schema}")
        _run(connection, f"COMMENT ON SCHEMA {schema} IS '{_digest(schema)}'")
    before = connection.scalar(text("SHOW search_path"))
    for source in SQL_FOLDERS:
        _run(connection, f"SET LOCAL search_path = {source.search_path}")
        for script in source.scripts():
            _run(connection, script)
    _run(connection, f"SET LOCAL search_path = {before}")


def is_current(connection: Connection) -> bool:
    """Tell whether every derived object was made from the files and models as they are now."""
    found: dict[str, str] = dict(
        connection.execute(
            text(
                "SELECT nspname, obj_description(oid, 'pg_namespace')"
                " FROM pg_namespace WHERE nspname = ANY (:schemas)"
            ),
            {"schemas": list(SCHEMAS)},
        ).all()
    )
    return found == {schema: _digest(schema) for schema in SCHEMAS}


def _run(connection: Connection, statements: str) -> None:
    """Run SQL as it stands: without parameters the driver leaves % and several statements alone."""
    connection.exec_driver_sql(statements, execution_options={"no_parameters": True})


def _digest(schema: str) -> str:
    scripts = [
        script for source in SQL_FOLDERS if source.schema == schema for script in source.scripts()
    ]
    digest = hashlib.sha256("".join(scripts).encode())
    return f"Made from SQL with SHA-256 {digest.hexdigest()}"
