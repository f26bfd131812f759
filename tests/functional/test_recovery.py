"""After `kill -9` of anything, the next start recovers, with every acknowledged write."""

import signal
import subprocess
import sys
import threading
from contextlib import closing, suppress
from pathlib import Path

import psutil
import psycopg
import pytest

from tests.support.processes import (
    Site,
    connect,
    environment,
    postmaster,
    servers,
    tracker,
    wait_for,
)


class Writer:
    """Writes numbers, one transaction each, until the server goes away."""

    def __init__(self, home: Path) -> None:
        self._connection = connect(home)
        self._connection.execute("CREATE TABLE written (number bigint)")
        self.acknowledged = 0
        self._stop = False
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        with suppress(psycopg.OperationalError):
            while not self._stop:
                self._connection.execute("INSERT INTO written VALUES (%s)", [self.acknowledged + 1])
                self.acknowledged += 1

    def end(self) -> None:
        self._stop = True
        self._thread.join()
        self._connection.close()


def work_long(connection: psycopg.Connection) -> None:
    """Leave a query running that does not notice by itself that its server has gone."""
    query = "SELECT count(*) FROM generate_series(1, 100000000000)"
    connection.pgconn.send_query(query.encode())
    with psycopg.connect(connection.info.dsn, autocommit=True) as other:
        wait_for(
            lambda: other.execute(
                "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query = %s", [query]
            ).fetchone()
        )


@pytest.mark.parametrize("victims", [("web",), ("server",), ("server", "web"), ("web", "server")])
def test_what_was_acknowledged_outlives_kill_9(home: Path, victims: tuple[str, ...]) -> None:
    with Site(environment(home)) as site, closing(connect(home)) as client:
        writer = Writer(home)
        work_long(client)
        wait_for(lambda: writer.acknowledged > 50)
        processes = {"web": psutil.Process(site.process.pid), "server": postmaster(home)}
        for victim in victims:
            processes[victim].kill()
        if "web" in victims:
            site.process.wait()
        else:
            site.end(signal.SIGTERM)
    with Site(environment(home)) as site:
        assert site.is_healthy()
        writer.end()
        with connect(home) as connection:
            found = connection.execute("SELECT count(*), max(number) FROM written").fetchone()
        assert found is not None
        # One more may have been written whose acknowledgement died with the server.
        assert found[0] == found[1]
        assert 0 <= found[1] - writer.acknowledged <= 1
        assert writer.acknowledged > 50
    assert servers(home) == []


@pytest.mark.parametrize("content", ["", "not a number\n", "12\n"])
def test_a_broken_pid_file_is_no_obstacle(home: Path, content: str) -> None:
    (home / "postgres" / "postmaster.pid").write_text(content)
    assert tracker("migrate", env=environment(home)).returncode == 0


def test_a_stranger_with_the_servers_number_is_left_alone(home: Path) -> None:
    with Site(environment(home)) as site:
        postmaster(home).kill()
        site.process.kill()
        site.process.wait()
    owner = (home / "postgres").stat()
    stranger = subprocess.Popen(
        ["sleep", "600"],  # noqa: S607 - wherever it is
        user=owner.st_uid,
    )
    try:
        pid_file = home / "postgres" / "postmaster.pid"
        _, *rest = pid_file.read_text().splitlines(keepends=True)
        pid_file.write_text("".join([f"{stranger.pid}\n", *rest]))
        done = tracker("migrate", env=environment(home))
        assert done.returncode == 0, done.stderr
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_first_start_may_be_killed_while_it_makes_the_database(folder: Path) -> None:
    home = folder / "home"
    command = [sys.executable, "-m", "tracker", "migrate"]
    with subprocess.Popen(command, env=environment(home), stderr=subprocess.DEVNULL) as first:
        wait_for(lambda: list(home.glob("postgres.new-*/PG_VERSION")))
        first.kill()
    assert not (home / "postgres").exists()
    assert tracker("migrate", env=environment(home)).returncode == 0


def test_a_server_whose_socket_was_removed_is_replaced(home: Path) -> None:
    with Site(environment(home)) as site:
        site.process.kill()
        site.process.wait()
    lost = postmaster(home)
    (home / "postgres" / ".s.PGSQL.5432").unlink()
    assert tracker("psql", "-c", "SELECT 1", env=environment(home)).returncode == 0
    assert lost not in servers(home)  # ended, whether or not its parent has taken note


def test_a_server_that_does_not_start_shows_its_log(home: Path) -> None:
    (home / "postgres" / "postgresql.auto.conf").write_text("no_such_setting = 1\n")
    failed = tracker("migrate", env=environment(home))
    assert failed.returncode == 1
    assert "no_such_setting" in failed.stderr
    assert "Traceback" not in failed.stderr
