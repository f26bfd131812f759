"""Whose home it is, what is in it already, and what stays secret."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.processes import (
    Site,
    environment,
    postmaster,
    servers,
    tracker,
)
from tracker.db.embedded.server import MAJOR
from tracker.db.embedded.system_account import NAME

ORDINARY = "nobody"
AS_ROOT = os.geteuid() == 0


def snapshot(folder: Path) -> dict[Path, tuple[int, int, int, bytes]]:
    """Return everything about a folder that a program could touch."""
    return {
        path: (
            path.stat().st_mtime_ns,
            path.stat().st_mode,
            path.stat().st_uid,
            path.read_bytes() if path.is_file() else b"",
        )
        for path in (folder, *folder.rglob("*"))
    }


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"PG_VERSION": "17\n", "global/pg_control": "x"}, ["PostgreSQL 17", MAJOR, "pg_dump"]),
        ({"PG_VERSION": f"{MAJOR}\n"}, ["damaged"]),
        ({"holiday.jpg": "x"}, ["not a PostgreSQL data folder"]),
    ],
    ids=["older major", "damaged", "foreign"],
)
@pytest.mark.parametrize("command", ["up", "migrate", "serve", "psql"])
def test_a_folder_that_is_not_ours_is_refused_and_not_touched(
    folder: Path, files: dict[str, str], expected: list[str], command: str
) -> None:
    data = folder / "home" / "postgres"
    for name, content in files.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_text(content)
    before = snapshot(folder)
    refused = tracker(command, env=environment(folder / "home"))
    assert refused.returncode == 1
    for words in (str(data), *expected):
        assert words in refused.stderr
    assert "Traceback" not in refused.stderr
    assert snapshot(folder) == before


def test_a_home_that_cannot_be_is_said(folder: Path) -> None:
    (folder / "file").touch()
    for home in (folder / "file", folder / "file" / "home"):
        refused = tracker("migrate", env=environment(home))
        assert refused.returncode == 1
        assert "TRACKER_HOME" in refused.stderr
        assert "Traceback" not in refused.stderr


def as_ordinary_user(env: dict[str, str]) -> list[str]:
    """Return what to put before a command so that an ordinary user runs it."""
    if not AS_ROOT:
        return []
    drop = ["setpriv", "--reuid", ORDINARY, "--regid", "nogroup", "--clear-groups"]
    probe = [*drop, sys.executable, "-c", "import tracker, psycopg"]
    if subprocess.run(probe, env=env, capture_output=True, check=False).returncode != 0:
        # The interpreter or the checkout is closed to others: open files to it, nothing more.
        drop += ["--inh-caps", "+dac_override", "--ambient-caps", "+dac_override"]
    return drop


def test_an_ordinary_user_has_all_in_a_folder_of_their_own(folder: Path) -> None:
    if AS_ROOT:
        os.chown(folder, int(subprocess.check_output(["id", "-u", ORDINARY])), -1)  # noqa: S607
    env = environment(Path()) | {"HOME": str(folder), "TRACKER_HOME": ""}
    env.pop("XDG_DATA_HOME", None)
    with Site(env, prefix=as_ordinary_user(env)) as site:
        assert site.is_healthy()
        home = folder / ".local" / "share" / "critical-minerals-tracker"
        assert postmaster(home).uids().effective == folder.stat().st_uid
        assert {path.stat().st_uid for path in home.rglob("*")} == {folder.stat().st_uid}
        assert home.stat().st_mode & 0o077 == 0
    assert servers(folder) == []


def test_the_server_never_has_roots_rights(home: Path) -> None:
    with Site(environment(home)):
        server = postmaster(home)
        user, own = server.uids(), (home / "postgres").stat().st_uid
        assert {user.real, user.effective, user.saved} == {own} != {0}
        if AS_ROOT:
            assert server.username() == NAME
            assert 0 not in {*server.gids(), *supplementary_groups(server.pid)}


def supplementary_groups(pid: int) -> list[int]:
    status = Path(f"/proc/{pid}/status").read_text()
    return [int(group) for group in status.partition("Groups:")[2].partition("\n")[0].split()]


def test_secrets_stay_out_of_the_logs(home: Path) -> None:
    secret = "not for anybody's eyes"  # noqa: S105 - not one
    with Site(environment(home, log_level="debug", secret_key=secret)) as site:
        assert site.is_healthy()
        site.end(signal.SIGTERM)
        assert "gthread" in site.output  # it did log
        assert secret not in site.output + (home / "postgres.log").read_text()


def test_the_homes_own_key_is_for_its_owner_alone_and_stays(home: Path) -> None:
    for _ in range(2):
        with Site(environment(home)) as site:
            key = (home / "secret_key").read_text()
            assert site.is_healthy()
            site.end(signal.SIGTERM)
            assert key not in site.output
    assert len(key) >= 32
    assert (home / "secret_key").read_text() == key
    assert (home / "secret_key").stat().st_mode & 0o077 == 0


def test_an_address_that_does_not_answer_shows_no_password() -> None:
    address = "postgresql://somebody:a-password@127.0.0.1:1/tracker"
    failed = tracker("migrate", env=environment(Path("unused"), database_url=address))
    assert failed.returncode == 1
    assert "does not answer" in failed.stderr
    assert "a-password" not in failed.stderr
    assert "Traceback" not in failed.stderr
