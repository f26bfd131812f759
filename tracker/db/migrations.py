"""Alembic from Python: where a database stands, and bringing it up to date."""

from collections.abc import Callable, Collection

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Connection, Engine, text

from tracker.db import derived, history
from tracker.db.roles import ROLE_NAMES, Login, ensure_roles
from tracker.errors import TrackerError
from tracker.paths import MIGRATIONS

_LOCK = 7_411_020_302  # any number of our own: advisory locks have no names


def alembic_config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration; `env.py` uses the connection where one is given."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def head() -> str | None:
    """Return the newest revision there is."""
    return ScriptDirectory.from_config(alembic_config()).get_current_head()


def current(connection: Connection) -> str | None:
    """Return the revision a database stands at; None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def upgrade(
    engine: Engine,
    *,
    managed: Collection[Login] = tuple(ROLE_NAMES),
    say: Callable[[str], None] = print,
) -> None:
    """Bring a database to the newest revision: roles, tables, derived objects; all or nothing.

    ``engine`` is the owner's, ``managed`` the logins whose passwords are ours to set. Of several
    at a time, one does the work and the others wait for it.
    """
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        ensure_roles(connection, managed)
        pending = _pending(connection)
        if not pending and derived.is_current(connection):
            return
        history.wait_for_other_changes(connection)
        derived.drop(connection)
        for script in pending:
            say(f"Migrating to {script.revision}: {script.doc}")
            command.upgrade(alembic_config(connection), script.revision)
        derived.rebuild(connection)
        connection.execute(text("SELECT guard.rebuild_statuses()"))
        connection.execute(text("SELECT guard.rebuild_search()"))
        history.catch_up(connection)


def require_current(engine: Engine) -> None:
    """Raise TrackerError unless a database stands where `tracker migrate` brings it."""
    with engine.connect() as connection:
        found = current(connection)
        made_from_files = derived.is_current(connection)
    if found != head():
        raise TrackerError(
            f"The database stands at revision {found or 'none'}, this tracker needs {head()}."
            " Run `tracker migrate` first."
        )
    if not made_from_files:
        raise TrackerError(
            "The database's views and functions are not this tracker's."
            " Run `tracker migrate` first."
        )


def _pending(connection: Connection) -> list[Script]:
    """Return the revisions still to be applied, oldest first; refuse a database from the future."""
    scripts = ScriptDirectory.from_config(alembic_config())
    found = current(connection)
    if found is not None and found not in {script.revision for script in scripts.walk_revisions()}:
        raise TrackerError(
            f"The database stands at revision {found}, which this tracker does not know:"
            " a newer one made it. Install that version or newer."
        )
    if found == scripts.get_current_head():
        return []
    return list(reversed(list(scripts.iterate_revisions("head", found or "base"))))
