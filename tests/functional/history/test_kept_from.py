"""Nobody but the triggers writes history; the reader does not see it."""

import pytest
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from tests.functional.history.looking import TABLES, changes
from tests.functional.small_world import run
from tracker.db.engine import Database

CALLS = [
    "SELECT guard.current_change()",
    "SELECT guard.catch_up_history('agreement')",
    "SELECT guard.keep_history()",
    "SELECT guard.keep_moment()",
    "SELECT guard.keep_changes_in_order()",
]


def refused(connection: Connection, statement: str) -> bool:
    """Tell whether a login lacks the right to a statement; undo it."""
    try:
        run(connection, statement)
    except ProgrammingError as error:
        return isinstance(error.orig, InsufficientPrivilege)
    finally:
        connection.rollback()
    return False


def test_the_application_changes_no_history(app: Connection) -> None:
    writes = [
        "INSERT INTO history.{} DEFAULT VALUES",
        "DELETE FROM history.{}",
        "TRUNCATE history.{} CASCADE",
        "DROP TABLE history.{}",
    ]
    statements = [write.format(table) for write in writes for table in ("change", *TABLES)]
    statements += [f"UPDATE history.{table} SET closed_by = 1" for table in TABLES]  # noqa: S608 - our own names
    statements += [f"INSERT INTO as_of.{table} DEFAULT VALUES" for table in TABLES]
    statements += ["UPDATE history.change SET actor = 'Ann'"]
    assert [statement for statement in statements if not refused(app, statement)] == []


@pytest.mark.parametrize("call", CALLS)
def test_the_application_cannot_call_what_writes_history(app: Connection, call: str) -> None:
    with pytest.raises(DBAPIError):
        run(app, call)
    app.rollback()
    assert changes(app) == []


def test_the_reader_sees_no_history(world: Database) -> None:
    with world.reader.connect() as reader:
        for table in ("history.change", "history.agreement", "as_of.agreement"):
            assert refused(reader, f"SELECT FROM {table}")


def test_the_application_reads_the_whole_history(app: Connection) -> None:
    for table in TABLES:
        assert app.scalar(text(f"SELECT count(*) FROM history.{table}"))  # noqa: S608 - our own names
