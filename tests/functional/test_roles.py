"""What each login may do, table by table: the boundary that no code of ours can forget."""

import pytest
from psycopg.errors import InsufficientPrivilege
from sqlalchemy import Connection, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from tracker.db.engine import Database

PRIVILEGES = [
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE",
    "TRUNCATE",
    "REFERENCES",
    "TRIGGER",
    "MAINTAIN",
]

GRANTED = text("""
    SELECT n.nspname || '.' || c.relname, p.privilege
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    CROSS JOIN unnest(CAST(:privileges AS text[])) AS p(privilege)
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        AND c.relkind IN ('r', 'v', 'm', 'p', 'f')
        AND has_schema_privilege(:role, n.oid, 'USAGE')
        AND has_table_privilege(:role, c.oid, p.privilege)
""")

RELATIONS = text("""
    SELECT n.nspname || '.' || c.relname
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = :schema AND c.relkind = :kind
""")


def granted(owner: Connection, role: str) -> dict[str, set[str]]:
    """Return what a role may do with which relation."""
    found: dict[str, set[str]] = {}
    for relation, privilege in owner.execute(GRANTED, {"role": role, "privileges": PRIVILEGES}):
        found.setdefault(relation, set()).add(privilege)
    return found


def relations(owner: Connection, schema: str, kind: str) -> set[str]:
    return set(owner.scalars(RELATIONS, {"schema": schema, "kind": kind}))


def test_the_application_reads_and_writes_rows_and_no_more(owner: Connection) -> None:
    tables = relations(owner, "public", "r") - {"public.alembic_version"}
    schemas = ("guard", "report", "as_of", "report_as_of")
    views = {view for schema in schemas for view in relations(owner, schema, "v")}
    versions = relations(owner, "history", "r")
    assert tables
    assert versions
    assert granted(owner, "tracker_app") == {
        "public.alembic_version": {"SELECT"},
        **{table: {"SELECT", "INSERT", "UPDATE", "DELETE"} for table in tables},
        **{relation: {"SELECT"} for relation in views | versions},
    }


def test_the_reader_reads_reports_and_no_more(owner: Connection) -> None:
    views = relations(owner, "report", "v") | relations(owner, "report_as_of", "v")
    assert views
    assert granted(owner, "tracker_reader") == {view: {"SELECT"} for view in views}


@pytest.mark.parametrize("role", ["tracker_app", "tracker_reader"])
def test_no_login_has_more_than_its_grants(owner: Connection, role: str) -> None:
    attributes = owner.execute(
        text(
            "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,"
            " EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid"
            "  AND (set_option OR admin_option OR member <> 'tracker_app'::regrole))"
            " FROM pg_roles WHERE rolname = :role"
        ),
        {"role": role},
    )
    assert not any(attributes.one())


CALLED = [
    "set_config('work_mem', '1GB', false)",
    "pg_cancel_backend(1)",
    "pg_terminate_backend(1)",
    "count(*) FROM pg_stat_activity",
    "pg_stat_get_backend_activity(1)",
    "pg_advisory_lock(1)",
    "pg_advisory_xact_lock_shared(1, 2)",
    "pg_try_advisory_lock(1)",
    "pg_advisory_unlock_all()",
]
"""What a superuser takes from reports and leaves to the owner and the application."""


@pytest.mark.parametrize("call", CALLED)
def test_the_reader_calls_nothing_that_could_disturb_others(reader: Connection, call: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied for function"):
        reader.execute(text(f"SELECT {call}"))


def test_the_application_may_end_what_the_reader_does(reader: Connection, session: Session) -> None:
    session.execute(text("SELECT pg_cancel_backend(:pid)"), {"pid": pid_of(reader)})


def test_the_application_may_end_nobody_elses(owner: Connection, session: Session) -> None:
    with pytest.raises(ProgrammingError, match="permission denied to cancel query"):
        session.execute(text("SELECT pg_cancel_backend(:pid)"), {"pid": pid_of(owner)})


def pid_of(connection: Connection) -> int:
    return int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())


OF_THE_OWNER = [
    "ALTER TABLE agreement DISABLE TRIGGER ALL",
    "ALTER TABLE agreement DROP CONSTRAINT ck_agreement_reference_format",
    "ALTER TABLE agreement ADD COLUMN extra text",
    "DROP TABLE agreement CASCADE",
    "DROP TRIGGER check_agreement ON agreement",
    "ALTER TABLE agreement DISABLE TRIGGER keep_history_update",
    "DROP VIEW report.agreements",
    "DROP VIEW as_of.agreement",
    "DROP SCHEMA history CASCADE",
    "DROP FUNCTION guard.check_agreement(bigint) CASCADE",
    "DROP SCHEMA guard CASCADE",
    "TRUNCATE agreement CASCADE",
    "CREATE INDEX ON agreement (title_en)",
    "CREATE TRIGGER t AFTER INSERT ON agreement EXECUTE FUNCTION guard.check_passage()",
    "CREATE FUNCTION guard.f() RETURNS void LANGUAGE sql AS ''",
    "ALTER FUNCTION guard.check_agreement(bigint) RENAME TO f",
    "CREATE VIEW report.v AS SELECT 1",
    "CREATE TABLE public.t ()",
    "UPDATE alembic_version SET version_num = '0'",
    "DELETE FROM alembic_version",
    "SET session_replication_role = replica",
    "SET ROLE tracker_owner",
    "ALTER ROLE tracker_app SUPERUSER",
    "COPY agreement TO PROGRAM 'cat'",
]
"""What the application may not do."""

OF_THE_APPLICATION = [
    "SELECT FROM public.agreement",
    "INSERT INTO public.country (code) VALUES ('KZ')",
    "SELECT FROM guard.fact",
    "SELECT FROM history.change",
    "SELECT FROM as_of.agreement",
    "SELECT guard.told_statuses(1)",
    "DROP VIEW report.agreements",
    "CREATE VIEW report.v AS SELECT 1",
    "CREATE TEMPORARY VIEW v AS SELECT 1",
    "CREATE SCHEMA s",
    "SET ROLE tracker_app",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY (SELECT 1) TO PROGRAM 'cat'",
]
"""What the reader may not do."""


def permitted(connection: Connection, statements: list[str]) -> list[str]:
    """Return the statements that the connection's login may run; undo them."""
    found = []
    for statement in statements:
        try:
            connection.execute(text(statement))
        except ProgrammingError as error:
            if not isinstance(error.orig, InsufficientPrivilege):
                raise
        else:
            found.append(statement)
        connection.rollback()
    return found


def test_the_application_changes_no_rule(database: Database) -> None:
    with database.app.connect() as connection:
        assert permitted(connection, OF_THE_OWNER) == []


def test_the_reader_sees_reports_alone(reader: Connection) -> None:
    assert permitted(reader, OF_THE_APPLICATION) == []
