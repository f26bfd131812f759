"""Logins that are none of the tracker's own change nothing that the history does not keep."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import ProgrammingError

from tests.functional.history.looking import as_of, changes, live
from tests.support.small_world import run
from tracker.db.engine import Database
from tracker.db.roles import Login
from tracker.db.superuser import SUPERUSER

NAME = f"stranger_{os.getpid()}"  # a login is the whole server's


Connected = Callable[[str], Connection]


@pytest.fixture
def connect(world: Database) -> Iterator[Connected]:
    """Connects as a login that somebody has made, with what it is granted."""
    url = world.urls[Login.OWNER]
    superuser = create_engine(url.set(username=SUPERUSER), poolclass=NullPool)
    with superuser.begin() as connection:
        run(connection, f"CREATE ROLE {NAME} LOGIN")
    with ExitStack() as opened:

        def connect_(grants: str) -> Connection:
            with superuser.begin() as connection:
                run(connection, grants)
            engine = create_engine(url.set(username=NAME), poolclass=NullPool)
            return opened.enter_context(engine.connect())

        yield connect_
    with superuser.begin() as connection:
        run(connection, f"DROP OWNED BY {NAME}; DROP ROLE {NAME}")


def test_what_a_member_of_the_application_does_is_its_own_change(
    world: Database, connect: Connected
) -> None:
    member = connect(f"GRANT tracker_app TO {NAME}")
    run(member, "UPDATE agreement SET summary_en = 'New' WHERE id > 100")
    member.commit()
    driver: Any = member.connection.driver_connection
    with driver.cursor().copy("COPY country (code, alpha3, name_en, name_fr) FROM STDIN") as copy:
        copy.write_row(("XA", "XXA", "A", "A"))
        copy.write_row(("XB", "XXB", "B", "B"))
    driver.commit()
    with world.app.connect() as connection:
        updated, copied = changes(connection)
        assert {each.door for each in (updated, copied)} == {"psql"}
        assert {updated.actor, updated.login, copied.actor, copied.login} == {NAME}
        assert _opened(connection, "agreement", updated.id) == 3
        assert _opened(connection, "country", copied.id) == 2
        assert as_of(connection) == live(connection)
    with pytest.raises(ProgrammingError, match="permission denied"):
        run(member, "UPDATE history.country SET name_en = 'Never'")


def test_who_may_write_rows_but_no_history_writes_nothing(
    world: Database, connect: Connected
) -> None:
    stranger = connect(
        f"GRANT USAGE ON SCHEMA public TO {NAME}; GRANT ALL ON country, agreement TO {NAME}"
    )
    for statement in (
        "UPDATE country SET name_en = 'Never'",
        "TRUNCATE country, agreement CASCADE",
    ):
        with pytest.raises(ProgrammingError, match="permission denied"):
            run(stranger, statement)
        stranger.rollback()
    with world.app.connect() as connection:
        assert changes(connection) == []
        assert as_of(connection) == live(connection)


def _opened(connection: Connection, table: str, change: int) -> int:
    statement = f"SELECT count(*) FROM history.{table} WHERE opened_by = :change"  # noqa: S608
    found: int = connection.execute(text(statement), {"change": change}).scalar_one()
    return found
