"""The account that the embedded server runs as, which PostgreSQL does not allow to be root."""

import os
import pwd
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from stat import S_IXGRP, S_IXOTH, S_IXUSR, filemode
from typing import Any

from tracker.errors import TrackerError

NAME = "critical-minerals-tracker"
_ATTEMPTS = 20


@dataclass(frozen=True)
class SystemAccount:
    """A system account by its numbers."""

    uid: int
    gid: int

    @property
    def privileges(self) -> dict[str, Any]:
        """Arguments that make `subprocess` run a program with this account's rights alone."""
        if os.geteuid() != 0:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Hand a file or folder over to this account, where root made it."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid)

    def may_pass(self, folder: Path) -> bool:
        """Tell whether the account may go through a folder to what is inside."""
        status = folder.stat()
        if status.st_uid == self.uid:
            return bool(status.st_mode & S_IXUSR)
        if status.st_gid == self.gid:
            return bool(status.st_mode & S_IXGRP)
        return bool(status.st_mode & S_IXOTH)

    def open_way(self, path: Path) -> None:
        """As root, let the account through to a folder: search permission, never reading."""
        if os.geteuid() != 0:
            return
        for folder in [*reversed(path.parents), path]:
            if not self.may_pass(folder):
                mode = folder.stat().st_mode | S_IXOTH
                folder.chmod(mode)
                print(  # noqa: T201 - a changed permission is never kept quiet
                    f"{folder} is now {filemode(mode)}: PostgreSQL, which does not run as root,"
                    " has to pass through it.",
                    file=sys.stderr,
                )


def server_account(data: Path) -> SystemAccount:
    """Return the account for the server: this one or, for root, the owner of the data.

    When there is no data yet, root gets an account of its own for the server, made if missing.
    """
    if os.geteuid() != 0:
        if data.exists() and data.stat().st_uid != os.geteuid():
            raise belongs_to_another(data)
        return SystemAccount(os.geteuid(), os.getegid())
    if not data.exists():
        return _dedicated_account()
    owner = data.stat()
    if owner.st_uid == 0:
        raise TrackerError(
            f"{data} belongs to root, under which PostgreSQL does not run. Give it to an ordinary"
            " account (chown -R), or choose another folder with TRACKER_HOME."
        )
    return SystemAccount(owner.st_uid, owner.st_gid)


def belongs_to_another(path: Path) -> TrackerError:
    """Return the error for a file of another account."""
    return TrackerError(
        f"{path} belongs to another account. Run the tracker as that account,"
        " or choose another folder with TRACKER_HOME."
    )


def _dedicated_account() -> SystemAccount:
    """Return the account made for the server; add it to the system if it is not there."""
    command = ["useradd", "--system", "--user-group", "--no-create-home"]
    command += ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", NAME]
    problem = ""
    for _ in range(_ATTEMPTS):  # another program may be changing the accounts just now
        try:
            entry = pwd.getpwnam(NAME)
        except KeyError:
            pass
        else:
            return SystemAccount(entry.pw_uid, entry.pw_gid)
        try:
            made = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a fixed command
        except FileNotFoundError:
            problem = "useradd is not installed"
            break
        problem = made.stderr.strip()
        time.sleep(0.2 if made.returncode else 0)
    raise TrackerError(
        "PostgreSQL does not run as root and needs an account of its own, which could not be made:"
        f" {problem}. Run the tracker as an ordinary user, or add the account {NAME} yourself."
    )
