"""The process of a PostgreSQL server: found, started, waited for and stopped."""

import math
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
from psycopg import pq
from psycopg.conninfo import make_conninfo

from tracker.db.embedded.data_folder import clean_environment
from tracker.db.embedded.socket_folder import PORT, socket_file
from tracker.db.embedded.system_account import SystemAccount
from tracker.db.superuser import SUPERUSER
from tracker.errors import TrackerError

_PAUSE = 0.02
_UNREACHABLE = 10.0  # seconds without an answer until a server counts as lost
_FAST_SHUTDOWN = 60.0  # seconds to stop in order until it is told to stop at once
_LEFTOVER = 10.0  # seconds for a process without a postmaster to end by itself
_LOG_LINES = 15
_PID_FILE_LINES = 8  # the last of them is the status


@dataclass(frozen=True)
class Postmaster:
    """The server of one data folder. Start and stop it under the home's lock only."""

    data: Path
    sockets: Path
    account: SystemAccount

    def is_there(self) -> bool:
        """Tell whether its process lives, whatever it does."""
        return self._process() is not None

    def is_ready(self) -> bool:
        """Tell whether it runs, waiting for one that is starting; False too when it is lost."""
        patience = time.monotonic() + _UNREACHABLE
        while process := self._process():
            if self._ping() == pq.Ping.OK:
                return True
            status = self._status()
            if status == "starting":  # recovery takes its time
                patience = time.monotonic() + _UNREACHABLE
            without_socket = status == "ready" and not socket_file(self.sockets).exists()
            if status == "stopping" or without_socket or time.monotonic() > patience:
                return False
            _pause_until_end(process)
        return False

    def start(
        self, program: Path, log: int, settings: Mapping[str, str], say: Callable[[str], None]
    ) -> None:
        """Start the server, its output to the descriptor ``log``; return when it answers."""
        self.stop()
        self._end_leftovers()
        self._discard_broken_files()
        before = os.fstat(log).st_size
        options = [f"-c{name}={value}" for name, value in self._settings(settings).items()]
        process = subprocess.Popen(  # noqa: S603 - our own program
            [program, "-D", self.data, *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            cwd="/",
            env=clean_environment() | self._strangers_pid(),
            start_new_session=True,  # the terminal's Ctrl-C is for us: we stop it in order
            **self.account.privileges,
        )
        try:
            self._await(process, log, before, say)
        except BaseException:
            process.send_signal(signal.SIGINT)
            process.wait()
            raise
        process.returncode = 0  # for Python: it may outlive this process, and that is meant

    def stop(self) -> None:
        """Stop the server if it runs, ending its connections."""
        process = self._process()
        if process is None:
            return
        try:
            process.send_signal(signal.SIGINT)
            if not _ends(process, within=_FAST_SHUTDOWN):
                process.send_signal(signal.SIGQUIT)
                _ends(process, within=math.inf)
        except psutil.NoSuchProcess:
            return

    def _process(self) -> psutil.Process | None:
        """Return the live server that postmaster.pid names, not a stranger with its number."""
        pid = self._pid()
        if pid is None:
            return None
        try:
            process = psutil.Process(pid)
        except psutil.NoSuchProcess:
            return None
        return process if self._works_here(process) else None

    def _works_here(self, process: psutil.Process) -> bool:
        """Tell whether a process is PostgreSQL's and works in this data folder."""
        try:
            return process.name() == "postgres" and self.data.samefile(process.cwd())
        except (psutil.Error, OSError):
            return False  # ended, a zombie, or another account's: none of ours

    def _pid_file(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _pid(self) -> int | None:
        first = next(iter(self._pid_file()), "").strip()
        return int(first) if first.isdecimal() else None

    def _status(self) -> str:
        """Return what the server says of itself: starting, ready, stopping; empty if unknown."""
        lines = self._pid_file()
        return lines[-1].strip() if len(lines) == _PID_FILE_LINES else ""

    def _ping(self) -> pq.Ping:
        conninfo = make_conninfo(
            host=str(self.sockets), port=PORT, user=SUPERUSER, dbname=SUPERUSER, connect_timeout=5
        )
        return pq.Ping(pq.PGconn.ping(conninfo.encode()))

    def _settings(self, further: Mapping[str, str]) -> dict[str, str]:
        quoted = str(self.sockets).replace('"', '""')
        return {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": f'"{quoted}"',
            "unix_socket_permissions": "0700",
            "timezone": "UTC",
            "log_checkpoints": "off",
            # Pages are of small queries, which compiling would make slower, not faster.
            "jit": "off",
            # Further processes take longer to begin than such a query takes, and the planner, who
            # trusts in them, would read on for what an index finds at once.
            "max_parallel_workers_per_gather": "0",
            # Discs without moving parts read at random almost as fast as in order.
            "random_page_cost": "1.1",
            # What pages read again and again stays at hand; a small machine gives an eighth.
            "shared_buffers": f"{min(256, psutil.virtual_memory().total // 2**23)}MB",
            **further,
        }

    def _end_leftovers(self) -> None:
        """End what a killed server left at work: it holds memory that a new one needs alone."""
        while leftovers := [p for p in psutil.process_iter() if self._works_here(p)]:
            for process in leftovers:
                _signal(process, signal.SIGTERM)
            for process in psutil.wait_procs(leftovers, timeout=_LEFTOVER)[1]:
                _signal(process, signal.SIGKILL)

    def _discard_broken_files(self) -> None:
        """Remove what a crash left and PostgreSQL would stumble on, now that no server runs."""
        if self._pid() is None:
            (self.data / "postmaster.pid").unlink(missing_ok=True)
        socket = socket_file(self.sockets)
        socket.unlink(missing_ok=True)
        socket.with_name(f"{socket.name}.lock").unlink(missing_ok=True)

    def _strangers_pid(self) -> dict[str, str]:
        """Tell PostgreSQL that the process with its predecessor's number is no server.

        It ignores its grandparent's number in postmaster.pid, and keeps all its other checks.
        """
        pid = self._pid()
        return {} if pid is None else {"PG_GRANDPARENT_PID": str(pid)}

    def _await(
        self, process: subprocess.Popen[bytes], log: int, before: int, say: Callable[[str], None]
    ) -> None:
        """Wait until the server answers, as long as it lives."""
        told = time.monotonic()
        while self._ping() != pq.Ping.OK:
            if process.poll() is not None:
                lines = os.pread(log, 1 << 20, before).decode(errors="replace").splitlines()
                raise TrackerError(
                    "PostgreSQL did not start. The end of its log:\n"
                    + "\n".join(lines[-_LOG_LINES:])
                )
            if time.monotonic() - told > _UNREACHABLE:
                say("PostgreSQL is still starting: it recovers what was written last …")
                told = time.monotonic()
            time.sleep(_PAUSE)


def _signal(process: psutil.Process, number: signal.Signals) -> None:
    with suppress(psutil.NoSuchProcess):
        process.send_signal(number)


def _pause_until_end(process: psutil.Process) -> None:
    """Wait a moment, less if the process ends."""
    with suppress(psutil.TimeoutExpired):
        process.wait(_PAUSE)


def _ends(process: psutil.Process, within: float) -> bool:
    """Tell whether a process ends in time; it has when only its parent has yet to take note.

    The parent may be another process that used the server, is done with it and lives on.
    """
    patience = time.monotonic() + within
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        if time.monotonic() > patience:
            return False
        _pause_until_end(process)
    return True
