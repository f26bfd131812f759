"""The PostgreSQL data folder: told apart from any other, and made whole or not at all."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tracker.db.embedded.system_account import SystemAccount, belongs_to_another
from tracker.db.superuser import SUPERUSER
from tracker.errors import TrackerError

_FRESH = "postgres.new-"
_INITDB = (
    *("--username", SUPERUSER, "--encoding", "UTF8", "--locale", "C.UTF-8"),
    *("--locale-provider", "builtin", "--auth-local", "trust", "--auth-host", "reject"),
)


def check_data_folder(data: Path, major: str) -> bool:
    """Tell whether there is a data folder of this PostgreSQL major; only look, touch nothing.

    Raises TrackerError for a folder of another major, a damaged one, and one of something else.
    """
    try:
        if not data.exists():
            return False
        found = (data / "PG_VERSION").read_text().strip()
        complete = (data / "global" / "pg_control").is_file()
    except PermissionError:
        raise belongs_to_another(data) from None
    except (FileNotFoundError, NotADirectoryError):
        raise TrackerError(
            f"{data} is not a PostgreSQL data folder and was left as it is."
            " Move it away, or choose another folder with TRACKER_HOME."
        ) from None
    if found != major:
        raise TrackerError(_other_major(data, found, major))
    if not complete:
        raise TrackerError(
            f"{data} is damaged: global/pg_control is missing. It was left as it is."
            " Put a backup in its place, or choose another folder with TRACKER_HOME."
        )
    return True


def _other_major(data: Path, found: str, major: str) -> str:
    return (
        f"{data} was made by PostgreSQL {found}; this tracker needs PostgreSQL {major}."
        " Nothing was touched. To take the data along:\n"
        f"  1. With the programs of PostgreSQL {found}, start a server on that folder and write a\n"
        f"     dump: pg_dump --format=custom --username={SUPERUSER} --file=tracker.dump tracker\n"
        f"  2. Stop that server and move {data} away.\n"
        "  3. Start the tracker once with `tracker migrate`, and load the dump with pg_restore\n"
        "     --clean --if-exists.\n"
        "Or bring the folder up to date in place with pg_upgrade. To start with an empty database\n"
        "instead, choose another folder with TRACKER_HOME."
    )


def create_data_folder(
    data: Path, programs: Path, account: SystemAccount, *, owner: str, database: str
) -> None:
    """Make the data folder, with a database and the role that owns it.

    It gets its name when it is complete, so that a first start may be killed at any moment.
    """
    for remains in data.parent.glob(f"{_FRESH}*"):
        shutil.rmtree(remains, ignore_errors=True)
    fresh = Path(tempfile.mkdtemp(prefix=_FRESH, dir=data.parent))
    try:
        account.own(fresh)
        _run(account, [programs / "initdb", "--pgdata", fresh, *_INITDB])
        _run(
            account,
            [programs / "postgres", "--single", "-D", fresh, "-c", "exit_on_error=on", SUPERUSER],
            f"CREATE ROLE {owner} LOGIN CREATEROLE\nCREATE DATABASE {database} OWNER {owner}\n",
        )
        fresh.rename(data)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    _flush(data.parent)


def _run(account: SystemAccount, command: list[str | Path], text: str = "") -> None:
    """Run one of PostgreSQL's programs as the account, out of reach of the terminal's Ctrl-C."""
    done = subprocess.run(  # noqa: S603 - our own programs
        command,
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        cwd="/",
        env=clean_environment(),
        start_new_session=True,
        **account.privileges,
    )
    if done.returncode:
        raise TrackerError(f"The database could not be made:\n{done.stdout.strip()}")


def clean_environment() -> dict[str, str]:
    """Return the environment without what PostgreSQL's programs would read as settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return {**kept, "LC_ALL": "C"}


def _flush(folder: Path) -> None:
    """Make a renaming in a folder outlive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
