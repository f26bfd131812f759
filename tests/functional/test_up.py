"""Starting, sharing and ending the embedded server, as whole processes."""

import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.support.processes import (
    PATIENCE,
    Site,
    connect,
    environment,
    postmaster,
    servers,
    tracker,
    wait_for,
)
from tests.support.scratch import copy_folder
from tracker.paths import MIGRATIONS


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_up_serves_until_told_to_stop_and_leaves_nothing_running(
    home: Path, number: signal.Signals
) -> None:
    with Site(environment(home)) as site:
        assert site.is_healthy()
        assert site.end(number) in {0, 130}
    assert servers(home) == []


def test_a_second_up_names_the_first_and_ends(home: Path) -> None:
    with Site(environment(home)) as first:
        second = tracker("up", "--no-seed", env=environment(home))
        assert second.returncode == 1
        assert first.address in second.stderr
        assert first.is_healthy()


def test_first_starts_at_the_same_time_make_one_database(folder: Path) -> None:
    env = environment(folder / "home")
    with ThreadPoolExecutor() as threads:
        done = list(threads.map(lambda _: tracker("migrate", env=env), range(4)))
    assert [one.returncode for one in done] == [0] * 4
    said = "".join(one.stderr for one in done)
    assert said.count("Making the database folder") == 1
    assert said.count("Migrating to") == len(list(MIGRATIONS.glob("versions/*.py")))
    assert servers(folder) == []


def test_all_workers_share_one_server_and_any_may_end(home: Path) -> None:
    starts = _starts(home)
    with Site(environment(home), "serve", "--workers", "3") as site:
        wait_for(lambda: len(site.workers()) == 3)
        server = postmaster(home)
        for worker in site.workers():
            worker.terminate()
            worker.wait(PATIENCE)
        wait_for(lambda: len(site.workers()) == 3)
        assert site.is_healthy()
        assert server.is_running()
    assert _starts(home) == starts + 1


def _starts(home: Path) -> int:
    """Count how often a home's server has started."""
    return (home / "postgres.log").read_text().count("database system is ready")


def test_the_last_to_leave_stops_the_server(home: Path) -> None:
    psql = [sys.executable, "-m", "tracker", "psql", "-At"]
    with (
        Site(environment(home)) as site,
        subprocess.Popen(
            psql,
            env=environment(home),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        ) as client,
    ):
        assert client.stdin is not None
        assert client.stdout is not None
        for question in ("1", "2"):
            client.stdin.write(f"SELECT {question};\n")
            assert client.stdout.readline() == f"{question}\n"
            if question == "1":
                site.end(signal.SIGINT)
        client.stdin.close()
    assert servers(home) == []


def test_a_path_may_hold_anything(ready_home: Path, folder: Path) -> None:
    home = folder / 'with spaces, "quotes" and $é'
    copy_folder(ready_home, home)
    with Site(environment(home)) as site:
        assert site.is_healthy()
        asked = tracker("psql", "-Atc", "SELECT current_user", env=environment(home))
        assert asked.stdout == "tracker_reader\n"


def test_a_path_may_be_longer_than_a_socket_name(ready_home: Path, folder: Path) -> None:
    home = folder / ("long" * 30) / "home"
    home.parent.mkdir()
    copy_folder(ready_home, home)
    with Site(environment(home)) as site:
        assert site.is_healthy()
        asked = tracker("psql", "-Atc", "SELECT current_user", env=environment(home))
        assert asked.stdout == "tracker_reader\n"
    assert servers(folder) == []


def test_nobody_else_reaches_the_server(home: Path) -> None:
    with Site(environment(home)), connect(home, "postgres") as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        rules = connection.execute(
            "SELECT DISTINCT auth_method FROM pg_hba_file_rules WHERE type = 'host'"
        )
        assert rules.fetchall() == [("reject",)]
        assert (home / "postgres").stat().st_mode & 0o077 == 0


def test_a_port_in_use_is_said(home: Path) -> None:
    with Site(environment(home)) as site:
        port = site.address.rpartition(":")[2]
        other = tracker("serve", "--port", port, env=environment(home))
        assert other.returncode == 1
        assert f"port {port}" in other.stderr
        assert "Traceback" not in other.stderr


def test_serve_refuses_a_database_that_is_not_up_to_date(folder: Path) -> None:
    refused = tracker("serve", env=environment(folder / "home"))
    assert refused.returncode == 1
    assert "tracker migrate" in refused.stderr
    assert servers(folder) == []


def test_psql_is_the_reader_unless_told_otherwise(home: Path) -> None:
    insert = "INSERT INTO public.country (code) VALUES ('KZ')"
    reader = tracker("psql", "--", "-c", insert, env=environment(home))
    assert reader.returncode == 1
    assert "permission denied" in reader.stderr
    owner = tracker("psql", "--role", "owner", "-Atc", "SELECT current_user", env=environment(home))
    assert owner.stdout == "tracker_owner\n"


def test_the_first_start_lets_an_administrator_in_once(folder: Path) -> None:
    env = environment(folder / "home")
    with Site(env) as site:
        (link,) = re.findall(r"open once: (\S+)", site.output)
        assert link.startswith(f"{site.address}/sign-in/link/")
        with urlopen(link, timeout=PATIENCE) as page:  # noqa: S310 - ours
            assert "Choose a password" in page.read().decode()
    with Site(env) as site:
        assert "sign-in/link" not in site.output
        assert "tracker user reset" in site.output
        reset = tracker("user", "reset", env=env)
        assert "/sign-in/link/" in reset.stdout, reset.stderr
        with urlopen(f"{site.address}/en/sign-in", timeout=PATIENCE) as page:  # noqa: S310 - ours
            assert page.status == 200
