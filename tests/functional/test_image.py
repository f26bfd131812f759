"""The image's entry point and health check, run as plain processes against a server by address."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import psycopg
import pytest

from tests.support.processes import new_folder
from tracker.db.embedded.server import OWNER, EmbeddedServer

DOCKER = Path(__file__).parents[2] / "docker"
PATIENCE = 180  # seconds for a first start on a slow machine
PASSWORD = "a-password-of-the-owner"  # noqa: S105 - of a server that lives for these tests


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """The address of a server that lets its owner in by password only, as a team's does."""
    with new_folder() as folder, EmbeddedServer(folder / "home") as server:
        superuser = server.url("postgres", "postgres").set(drivername="postgresql")
        with psycopg.connect(superuser.render_as_string(), autocommit=True) as connection:
            connection.execute(f"ALTER ROLE {OWNER} PASSWORD '{PASSWORD}'".encode())
            rules = "local all postgres trust\nlocal all all scram-sha-256\n"
            (server.home.data / "pg_hba.conf").write_text(rules)
            connection.execute("SELECT pg_reload_conf()")
        owner = server.url(OWNER).set(drivername="postgresql", password=PASSWORD)
        yield owner.render_as_string(hide_password=False)


@pytest.fixture
def environment(database_url: str, tmp_path: Path) -> dict[str, str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    return {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        "HOME": str(tmp_path),
        "TRACKER_DATABASE_URL": database_url,
        "TRACKER_SECRET_KEY": "sixteen characters or more",
        "TRACKER_PORT": str(port),
        "TRACKER_PUBLIC_READ": "true",
    }


def is_healthy(environment: dict[str, str]) -> bool:
    command = [DOCKER / "healthy"]
    return (
        subprocess.run(command, env=environment, capture_output=True, check=False).returncode == 0
    )


def test_the_entry_point_migrates_seeds_and_serves_until_told_to_stop(
    environment: dict[str, str],
) -> None:
    assert not is_healthy(environment)
    with subprocess.Popen([DOCKER / "start"], env=environment) as container:
        try:
            deadline = time.monotonic() + PATIENCE
            while not is_healthy(environment):
                assert container.poll() is None, "it ended by itself"
                assert time.monotonic() < deadline, "it does not come up"
                time.sleep(0.2)
            with urlopen(
                f"http://127.0.0.1:{environment['TRACKER_PORT']}/agreements.json"
            ) as answer:
                assert json.load(answer)["items"]
        finally:
            container.terminate()
        assert container.wait() == 0
    assert not is_healthy(environment)


def test_the_entry_point_fails_without_its_database(environment: dict[str, str]) -> None:
    environment["TRACKER_DATABASE_URL"] = "postgresql://tracker_owner@127.0.0.1:1/tracker"
    ended = subprocess.run([DOCKER / "start"], env=environment, capture_output=True, check=False)
    assert ended.returncode != 0
    assert b"Traceback" not in ended.stderr
