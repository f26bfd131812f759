"""Nobody but the triggers writes history; the reader does not see it."""

import pytest
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, ProgrammingError

from tests.functional.history.looking import TABLES, as_of, changes, live
from tests.support.small_world import run
from tracker.db.engine import Database

CALLS = [
    "SELECT guard.current_change()",
    "SELECT guard.catch_up_history('agreement')",
    "SELECT guard.keep_history()",
    "SELECT guard.keep_moment()",
    "SELECT guard.keep_changes_in_order()",
]

BREAKS = [
    "COPY history.change FROM STDIN",
    "COPY history.agreement FROM PROGRAM 'true'",
    "MERGE INTO history.change USING (VALUES (1)) AS v ON true WHEN MATCHED THEN DELETE",
    "SELECT FROM history.change FOR UPDATE",
    "LOCK TABLE history.change IN EXCLUSIVE MODE",
    "SELECT setval('history.change_id_seq', 1)",
    "SELECT nextval('history.change_id_seq')",
    "ALTER SEQUENCE history.change_id_seq RESTART",
    "ALTER TABLE history.change DISABLE TRIGGER keep_moment",
    "ALTER TABLE history.agreement ADD COLUMN extra text",
    "ALTER TABLE history.agreement RENAME TO another",
    "CREATE TABLE history.another ()",
    "CREATE RULE r AS ON INSERT TO agreement DO INSTEAD NOTHING",
    "CREATE POLICY p ON agreement USING (false)",
    "ALTER TABLE agreement ENABLE REPLICA TRIGGER keep_history_update",
    "ALTER TABLE agreement DISABLE TRIGGER USER",
    "ALTER TABLE agreement RENAME TO another",
    "DROP TRIGGER keep_history_delete ON agreement",
    "CREATE OR REPLACE FUNCTION guard.said(name text) RETURNS text LANGUAGE sql AS 'SELECT 1'",
    "ALTER FUNCTION guard.keep_history() SET search_path = public",
    "DROP FUNCTION guard.keep_history() CASCADE",
    "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'",
    "CREATE TEMPORARY TABLE change ()",
    "CREATE SCHEMA another",
    "GRANT tracker_owner TO tracker_app",
    "ALTER TABLE agreement OWNER TO tracker_app",
    "ALTER ROLE tracker_app REPLICATION",
    "ALTER ROLE tracker_app SET session_replication_role = replica",
    "SELECT set_config('session_replication_role', 'replica', false)",
    "SET SESSION AUTHORIZATION tracker_owner",
    "UPDATE pg_trigger SET tgenabled = 'D'",
    "UPDATE pg_class SET relacl = NULL",
    "TRUNCATE country CASCADE",
    "CREATE EXTENSION dblink",
    "DO LANGUAGE plpgsql $$ BEGIN DELETE FROM history.change; END $$",
    "LOAD 'auto_explain'",
]
"""Ways around the history that are not the application's to go."""


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


def test_the_application_finds_no_way_around_it(app: Connection) -> None:
    before = app.scalar(text("SELECT count(*) FROM history.change"))
    assert [statement for statement in BREAKS if not refused(app, statement)] == []
    run(app, "UPDATE agreement SET title_en = 'Renamed' WHERE id = 101")
    app.commit()
    assert app.scalar(text("SELECT count(*) FROM history.change")) == before + 1
    assert as_of(app) == live(app)


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
