"""The `tracker` command as real processes, on homes of their own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.request import urlopen

import psutil
import psycopg

from tests.support.scratch import make_folder

PATIENCE = 60  # seconds for anything to happen on a slow machine
Environment = dict[str, str]


def environment(home: Path, **settings: object) -> Environment:
    """Return the environment for a home: any free port, and the settings by name."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRACKER_")}
    given = {"home": home, "port": 0} | settings
    return kept | {f"TRACKER_{name.upper()}": str(value) for name, value in given.items()}


def tracker(*arguments: str, env: Environment) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    command = [sys.executable, "-m", "tracker", *arguments]
    return subprocess.run(
        command, env=env, capture_output=True, text=True, check=False, timeout=PATIENCE
    )


class Site:
    """A running `tracker up` or `tracker serve`; it is stopped, if it still runs, on leaving."""

    def __init__(
        self, env: Environment, command: str = "up", *arguments: str, prefix: Sequence[str] = ()
    ) -> None:
        """Start a command; ``prefix`` goes before it, to run it as somebody else."""
        arguments = ("--no-seed", *arguments) if command == "up" else arguments
        self.process = subprocess.Popen(
            [*prefix, sys.executable, "-m", "tracker", command, *arguments],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.output = ""
        self.address = ""

    def __enter__(self) -> Self:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if line.startswith("The tracker is at "):
                self.address = line.split()[4]
                return self
        raise AssertionError(f"it did not start:\n{self.output}")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.stdout and not self.process.stdout.closed:  # not ended yet
            self.end(signal.SIGTERM)

    def end(self, number: signal.Signals) -> int:
        """Send a signal and return the exit code; collect what was still said."""
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=PATIENCE)
        self.output += rest or ""
        return self.process.returncode

    def workers(self) -> list[psutil.Process]:
        """Return the web workers: the first child looks after the embedded server."""
        return self.children()[1:]

    def children(self) -> list[psutil.Process]:
        """Return the site's own processes, PostgreSQL apart, the oldest first."""
        children = psutil.Process(self.process.pid).children()
        ours = [child for child in children if child.name() != "postgres"]
        return sorted(ours, key=lambda child: child.create_time())

    def is_healthy(self) -> bool:
        with urlopen(f"{self.address}/ready", timeout=PATIENCE) as answer:  # noqa: S310 - ours
            return bool(answer.status == 200)


def servers(home: Path) -> list[psutil.Process]:
    """Return every process of PostgreSQL that works in a home."""
    found = []
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.name() == "postgres" and Path(process.cwd()).is_relative_to(home):
                found.append(process)
    return found


def postmaster(home: Path) -> psutil.Process:
    return psutil.Process(int((home / "postgres" / "postmaster.pid").read_text().split()[0]))


def connect(home: Path, role: str = "tracker_owner") -> psycopg.Connection:
    """Connect to a home's running server, in a path short enough for its socket."""
    return psycopg.connect(
        host=str(home / "postgres"), user=role, dbname="tracker", autocommit=True
    )


def wait_for(condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.02)


@contextmanager
def new_folder() -> Iterator[Path]:
    """Lend a folder with a short path; whatever runs in it at the end is ended."""
    folder = make_folder("tracker-test-")
    try:
        yield folder
    finally:
        for process in servers(folder):
            with suppress(psutil.Error):
                process.kill()
        shutil.rmtree(folder)
