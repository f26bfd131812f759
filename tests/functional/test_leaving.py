"""Who stops the server when several processes have used it."""

import subprocess
import sys
from pathlib import Path

from tests.support.processes import PATIENCE, servers

# Uses the server of a home until a line arrives, and lives on until another one does.
USER = """
import sys
from pathlib import Path
from tracker.db.embedded.server import EmbeddedServer

with EmbeddedServer(Path(sys.argv[1]), say=lambda _: None):
    print("in", flush=True)
    input()
print("out", flush=True)
input()
"""


def test_last_to_leave_stops_a_server_whose_starter_lives_on(home: Path) -> None:
    starter, last = _user(home), _user(home)
    _type(starter, "\n")
    assert _line(starter) == "out\n"
    assert servers(home)
    try:
        assert last.communicate("\n\n", timeout=PATIENCE)[0] == "out\n"
    finally:
        starter.communicate("\n")
    assert servers(home) == []


def _user(home: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", USER, home],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert _line(process) == "in\n"
    return process


def _type(process: subprocess.Popen[str], text: str) -> None:
    assert process.stdin
    process.stdin.write(text)
    process.stdin.flush()


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()
