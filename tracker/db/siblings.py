"""Databases beside the tracker's own on its server, for synthetic records."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, Connection, NullPool, create_engine, text
from sqlalchemy.exc import ProgrammingError

from tracker.db.engine import Database
from tracker.db.roles import Login
from tracker.db.superuser import SUPERUSER, restrain_reports
from tracker.errors import TrackerError

MARK = "Synthetic records of `tracker bench fill`"
"""How a database's comment begins that may be thrown away."""


def sibling(database: Database, name: str) -> Database:
    """Return another database of the same server, for the same logins; close it after use.

    Raises TrackerError where the name is that of the tracker's own.
    """
    if name == database.urls[Login.OWNER].database:
        raise TrackerError(f"{name} is the tracker's own database. It was left as it was.")
    owner, app, reader = (database.urls[login].set(database=name) for login in Login)
    return Database(
        owner,
        None if Login.APP in database.managed else app,
        None if Login.READER in database.managed else reader,
    )


def make_anew(database: Database, name: str, *, embedded: bool) -> None:
    """Make an empty database for synthetic records, in the place of one made so before.

    On the embedded server its superuser makes it, on another one the owner, who has to have the
    right to. Raises TrackerError, and touches nothing, where a database of that name holds
    anything else.
    """
    owner = database.urls[Login.OWNER]
    maker = owner.set(username=SUPERUSER, database=SUPERUSER) if embedded else owner
    with _autocommitting(maker) as connection:
        mark = mark_of(connection, name)
        if mark is not None and not mark.startswith(MARK):
            raise TrackerError(
                f"The server has a database {name} that `tracker bench fill` did not make."
                " It was left as it was."
            )
        quote = connection.dialect.identifier_preparer.quote_identifier
        try:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {quote(name)} WITH (FORCE)")
            connection.exec_driver_sql(
                f"CREATE DATABASE {quote(name)} TEMPLATE template0"
                f" OWNER {quote(owner.username or '')}"
            )
        except ProgrammingError as error:
            raise TrackerError(
                f"The login of TRACKER_DATABASE_URL may not make the database {name}:"
                f" {error.orig}. Give it the right (ALTER ROLE … CREATEDB)."
            ) from error
        connection.exec_driver_sql(f"COMMENT ON DATABASE {quote(name)} IS '{MARK}, unfinished'")
    if embedded:
        restrain_reports(owner.set(database=name))


def mark_of(connection: Connection, name: str) -> str | None:
    """Return a database's comment, empty where it has none; None where there is no database."""
    found = connection.execute(
        text(
            "SELECT coalesce(shobj_description(oid, 'pg_database'), '')"
            " FROM pg_database WHERE datname = :name"
        ),
        {"name": name},
    )
    mark: str | None = found.scalar()
    return mark


def finish(database: Database, words: str) -> None:
    """Let the planner know what a filled database holds, and say it in the database's comment."""
    with _autocommitting(database.urls[Login.OWNER]) as connection:
        connection.exec_driver_sql("VACUUM (ANALYZE)")
        name = connection.scalar(text("SELECT quote_ident(current_database())"))
        connection.exec_driver_sql(f"COMMENT ON DATABASE {name} IS '{MARK}, {words}'")


@contextmanager
def _autocommitting(url: URL) -> Iterator[Connection]:
    engine = create_engine(
        url, isolation_level="AUTOCOMMIT", poolclass=NullPool, hide_parameters=True
    )
    with engine.connect() as connection:
        yield connection
