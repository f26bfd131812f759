"""What each login may do, and how its password comes about."""

import pytest
from sqlalchemy import Connection, make_url, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import Session

from tracker.db.roles import Login, derived_url


def test_the_reader_writes_nothing(reader: Connection) -> None:
    for statement in (
        "INSERT INTO public.country (code) VALUES ('KZ')",
        "SELECT FROM public.account",
        "CREATE TEMPORARY TABLE t ()",
        "CREATE TABLE report.t ()",
        "CREATE TABLE public.t ()",
    ):
        with pytest.raises(ProgrammingError, match=r"permission denied"):
            reader.execute(text(statement))
        reader.rollback()


def test_the_reader_looks_in_schema_report_first(reader: Connection) -> None:
    assert reader.scalar(text("SHOW search_path")) == "report"


def test_what_reports_take_is_limited(reader: Connection) -> None:
    asked = "SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user"
    assert reader.scalar(text(asked)) == 40
    for setting, value in {
        "work_mem": "32MB",
        "temp_file_limit": "1GB",
        "idle_in_transaction_session_timeout": "10min",
    }.items():
        assert reader.scalar(text(f"SHOW {setting}")) == value
    with pytest.raises(ProgrammingError, match=r"permission denied to set parameter"):
        reader.execute(text("SET temp_file_limit = '100GB'"))


def test_the_application_changes_no_definitions(session: Session) -> None:
    for statement in (
        "CREATE TABLE t ()",
        "CREATE TEMPORARY TABLE t ()",
        "CREATE SCHEMA s",
        "CREATE ROLE somebody",
    ):
        with pytest.raises(ProgrammingError, match=r"permission denied"):
            session.execute(text(statement))
        session.rollback()
    with pytest.raises(ProgrammingError, match=r"must be owner"):
        session.execute(text("DROP TABLE country"))


def test_the_application_writes_data(session: Session) -> None:
    assert session.scalar(text("SELECT has_table_privilege('agreement', 'INSERT, UPDATE, DELETE')"))


def test_a_password_follows_from_the_owners_and_the_role() -> None:
    owner = make_url("postgresql://me:secret@host/tracker")
    app, reader = derived_url(owner, Login.APP), derived_url(owner, Login.READER)
    assert (app.username, reader.username) == ("tracker_app", "tracker_reader")
    assert app.password not in {reader.password, "secret"}
    assert app.password == derived_url(owner, Login.APP).password
    other = make_url("postgresql://me:other@host/tracker")
    assert app.password != derived_url(other, Login.APP).password
    without = make_url("postgresql://me@host/tracker")
    assert derived_url(without, Login.APP).password is None
