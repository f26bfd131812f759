"""Where the embedded server's socket is, whatever the length of the home's path."""

import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

from tracker.db.embedded.system_account import SystemAccount
from tracker.errors import TrackerError

PORT = 5432
_LONGEST = 103  # bytes of a socket's name, on the strictest system
_SHORT = Path("/tmp")  # noqa: S108 - the folder in it is private, and checked to be


def socket_folder(data: Path) -> Path:
    """Return the folder for the socket: the data folder or, where that cannot be, a short one.

    It depends on the data folder's path alone, so that every process comes to the same.
    """
    name = os.fsencode(socket_file(data))
    if len(name) <= _LONGEST and b"," not in name:  # libpq splits host names at commas
        return data
    return _SHORT / f"tracker-{hashlib.sha256(os.fsencode(data)).hexdigest()[:20]}"


def socket_file(folder: Path) -> Path:
    """Return the socket in its folder."""
    return folder / f".s.PGSQL.{PORT}"


def prepare_socket_folder(folder: Path, account: SystemAccount) -> None:
    """Make a short folder, and make sure that nobody else's stands in its place."""
    if folder.parent != _SHORT:
        return  # the data folder, which is private
    try:
        folder.mkdir(mode=0o700)
        account.own(folder)
    except FileExistsError:
        pass
    status = folder.lstat()
    private = not status.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    if not (stat.S_ISDIR(status.st_mode) and status.st_uid == account.uid and private):
        raise TrackerError(
            f"{folder} belongs to somebody else. Remove it, or choose a shorter TRACKER_HOME."
        )


def remove_socket_folder(folder: Path) -> None:
    """Remove the short folder once its server has ended."""
    if folder.parent == _SHORT:
        with suppress(OSError):
            folder.rmdir()
