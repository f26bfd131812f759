"""The folder of the embedded server: its layout, its locks and what is kept in it."""

import fcntl
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.db.embedded.system_account import belongs_to_another
from tracker.errors import TrackerError

_LEAVING = 30.0  # seconds that the workers of a killed web server may take to end


class Home:
    """Paths and locks of one home.

    The locks are `flock`s: the kernel lets them go with the process, however it ends.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.data = path / "postgres"
        self.log = path / "postgres.log"
        self.starting = path / "start.lock"
        self.using = path / "use.lock"
        self.serving = path / "up.lock"

    def open(self, path: Path) -> int:
        """Open a file of the home for its owner alone, made if missing; return its descriptor."""
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        except PermissionError:
            raise belongs_to_another(path) from None
        if os.geteuid() == 0:  # `sudo tracker` must not lock out the one whose home it is
            owner = self.path.stat()
            os.fchown(descriptor, owner.st_uid, owner.st_gid)
        return descriptor

    @contextmanager
    def locked(self, path: Path) -> Iterator[None]:
        """Hold a lock alone, waiting for it as long as it takes."""
        descriptor = self.open(path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            os.close(descriptor)

    @contextmanager
    def claimed(self) -> Iterator[Callable[[str], None]]:
        """Be the one `tracker up` of this home; call what is yielded with the web address.

        Raises TrackerError, naming the address of the other, when there is one already.
        """
        descriptor = self.open(self.serving)
        try:
            self._claim(descriptor)
            _rewrite(descriptor, f"{os.getpid()}")
            yield lambda address: _rewrite(descriptor, f"{os.getpid()} {address}")
        finally:
            os.close(descriptor)

    def _claim(self, descriptor: int) -> None:
        """Lock, waiting only for the orphaned workers of a web server that was killed."""
        patience = time.monotonic() + _LEAVING
        while not try_lock(descriptor):
            pid, _, address = os.pread(descriptor, 500, 0).decode().partition(" ")
            if _alive(pid) or time.monotonic() > patience:
                where = f" at {address}" if address else ""
                raise TrackerError(f"The tracker runs already on {self.path}{where}.")
            time.sleep(0.1)

    def secret_key(self) -> str:
        """Return the key that signs this home's sessions, made at its first use."""
        descriptor = self.open(self.path / "secret_key")
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            key = os.read(descriptor, 500).decode()
            if not key:
                key = secrets.token_urlsafe(48)
                os.write(descriptor, key.encode())
            return key
        finally:
            os.close(descriptor)


def try_lock(descriptor: int, kind: int = fcntl.LOCK_EX) -> bool:
    """Lock without waiting; return whether that went well."""
    try:
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _rewrite(descriptor: int, text: str) -> None:
    os.ftruncate(descriptor, 0)
    os.write(descriptor, text.encode())


def _alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True
