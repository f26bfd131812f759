"""Objects that follow from the tables and can always be made again: functions, triggers, views.

They live in schemas of their own, so that dropping the schema drops every one of them, with the
triggers that call its functions. They are dropped before a migration runs, so that no view or
trigger stands in its way, and made again after it from the SQL files beside this module.
"""

import hashlib
from pathlib import Path

from sqlalchemy import Connection, text

_PACKAGE = Path(__file__).resolve().parent.parent

SCHEMAS = {"guard": _PACKAGE / "db" / "sql", "report": _PACKAGE / "reports" / "views"}
"""Each schema of derived objects, and the folder of SQL files that make it, run in name order."""


def drop(connection: Connection) -> None:
    """Drop every derived object."""
    for schema in reversed(SCHEMAS):
        _run(connection, f"DROP SCHEMA IF EXISTS {schema} CASCADE")


def rebuild(connection: Connection) -> None:
    """Make every derived object again, as the owner of the tables."""
    drop(connection)
    for schema, folder in SCHEMAS.items():
        _run(connection, f"CREATE SCHEMA {schema}")
        for file in sorted(folder.glob("*.sql")):
            _run(connection, file.read_text(encoding="utf-8"))
        _run(connection, f"COMMENT ON SCHEMA {schema} IS '{_digest(folder)}'")


def is_current(connection: Connection) -> bool:
    """Tell whether every derived object was made from the files as they are now."""
    found: dict[str, str] = dict(
        connection.execute(
            text(
                "SELECT nspname, obj_description(oid, 'pg_namespace')"
                " FROM pg_namespace WHERE nspname = ANY (:schemas)"
            ),
            {"schemas": list(SCHEMAS)},
        ).all()
    )
    return found == {schema: _digest(folder) for schema, folder in SCHEMAS.items()}


def _run(connection: Connection, statements: str) -> None:
    """Run SQL as it stands: without parameters the driver leaves % and several statements alone."""
    connection.exec_driver_sql(statements, execution_options={"no_parameters": True})


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(folder.glob("*.sql")):
        digest.update(file.read_bytes())
    return f"Made from SQL files with SHA-256 {digest.hexdigest()}"
