"""A server given by TRACKER_DATABASE_URL, where every login needs its password."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

from tests.support.processes import Site, environment, new_folder, tracker
from tracker.db.embedded.server import OWNER, EmbeddedServer


class Team:
    """A server that lets the owner in by password, and whose password can change."""

    def __init__(self, server: EmbeddedServer) -> None:
        self._server = server
        rules = "local all postgres trust\nlocal all all scram-sha-256\n"
        (server.home.data / "pg_hba.conf").write_text(rules)

    def set_password(self, password: str) -> dict[str, str]:
        """Return the environment for the owner's new password."""
        with self.superuser() as connection:
            connection.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(OWNER), password)
            )
            connection.execute("SELECT pg_reload_conf()")
        owner = self._server.url(OWNER).set(drivername="postgresql", password=password)
        return environment(
            Path("unused"),
            database_url=owner.render_as_string(hide_password=False),
            secret_key="sixteen characters or more",  # noqa: S106 - of a test
        )

    def superuser(self) -> psycopg.Connection:
        address = self._server.url("postgres", "postgres").set(drivername="postgresql")
        return psycopg.connect(address.render_as_string(), autocommit=True)


@pytest.fixture(scope="module")
def team() -> Iterator[Team]:
    with new_folder() as folder, EmbeddedServer(folder / "home", say=lambda _: None) as server:
        yield Team(server)


def who(env: dict[str, str], role: str) -> str:
    return tracker("psql", "--role", role, "-Atc", "SELECT current_user", env=env).stdout.strip()


def test_one_password_is_enough_and_may_change(team: Team) -> None:
    for password in ("first", "second's % & ?"):
        env = team.set_password(password)
        done = tracker("migrate", env=env)
        assert done.returncode == 0, done.stderr
        assert (who(env, "app"), who(env, "reader")) == ("tracker_app", "tracker_reader")
        with Site(env, "serve") as site:
            assert site.is_healthy()


def test_the_servers_log_never_sees_a_password(team: Team) -> None:
    with team.superuser() as connection:
        connection.execute("ALTER SYSTEM SET log_statement = 'all'")
    env = team.set_password("third")
    assert tracker("migrate", env=env).returncode == 0
    log = team._server.home.log.read_text()  # noqa: SLF001
    passwords = [line for line in log.splitlines() if "ALTER ROLE tracker_" in line]
    assert passwords
    assert all("SCRAM-SHA-256$" in line for line in passwords if "PASSWORD" in line)


def test_serving_needs_a_secret_key(team: Team) -> None:
    env = team.set_password("fourth")
    del env["TRACKER_SECRET_KEY"]
    refused = tracker("serve", env=env)
    assert refused.returncode == 2
    assert "TRACKER_SECRET_KEY" in refused.stderr


def test_a_login_given_by_address_is_the_operators(team: Team) -> None:
    env = team.set_password("fifth")
    assert tracker("migrate", env=env).returncode == 0
    with team.superuser() as connection:
        connection.execute("CREATE ROLE analyst LOGIN PASSWORD 'own' IN ROLE tracker_reader")
        connection.execute("ALTER ROLE tracker_app PASSWORD 'kept'")
    owner = make_url(env["TRACKER_DATABASE_URL"])
    for login, name, password in (("APP", "tracker_app", "kept"), ("READER", "analyst", "own")):
        address = owner.set(username=name, password=password)
        env[f"TRACKER_{login}_DATABASE_URL"] = address.render_as_string(hide_password=False)
    assert tracker("migrate", env=env).returncode == 0
    assert (who(env, "app"), who(env, "reader")) == ("tracker_app", "analyst")


def test_an_owner_who_may_not_make_roles_is_told_what_to_do(team: Team) -> None:
    env = team.set_password("sixth")
    with team.superuser() as connection:
        connection.execute("CREATE ROLE modest LOGIN PASSWORD 'modest'")
        connection.execute("CREATE DATABASE modest OWNER modest")
    owner = make_url(env["TRACKER_DATABASE_URL"])
    modest = owner.set(username="modest", password="modest", database="modest")  # noqa: S106
    env["TRACKER_DATABASE_URL"] = modest.render_as_string(hide_password=False)
    refused = tracker("migrate", env=env)
    assert refused.returncode == 1
    assert "CREATEROLE" in refused.stderr
    assert "TRACKER_APP_DATABASE_URL" in refused.stderr
    assert "Traceback" not in refused.stderr
