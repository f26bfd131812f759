"""Connections to the database, one engine for each login."""

import datetime as dt
import select
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from typing import Any

import psycopg
from pydantic import SecretStr
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url, text
from sqlalchemy.exc import DisconnectionError, OperationalError
from sqlalchemy.orm import Session

from tracker.config import Settings
from tracker.db.embedded.server import OWNER, EmbeddedServer
from tracker.db.roles import ROLE_NAMES, Login, derived_url

__all__ = ["Database", "DatabaseAway", "Session", "open_database"]

_PATIENCE = 10  # seconds until a server that does not answer counts as away


_LOOK_BACK = text(
    "SELECT set_config('search_path', 'as_of, public', true),"
    " set_config('tracker.as_of', :moment, true)"
)

DatabaseAway = OperationalError
"""What is raised when the database cannot be reached."""


class Database:
    """One tracker database as each of its logins reaches it.

    Connections are made when they are first asked for. Close it before a fork.
    """

    server: EmbeddedServer | None = None
    """The embedded server that it is on, if it is."""

    def __init__(self, owner: URL, app: URL | None = None, reader: URL | None = None) -> None:
        """Take the owner's address, and those of the other logins where they are not derived."""
        owner = owner.set(drivername="postgresql+psycopg")
        given = {Login.APP: app, Login.READER: reader}
        self.urls = {Login.OWNER: owner} | {
            login: derived_url(owner, login) if url is None else _with_driver(url)
            for login, url in given.items()
        }
        self.managed = tuple(login for login in ROLE_NAMES if given[login] is None)
        """The logins whose roles `tracker migrate` keeps; the operator keeps the others."""

    @cached_property
    def owner(self) -> Engine:
        """Connections that may change definitions: for migrations, never for pages."""
        return self._engine(Login.OWNER, poolclass=NullPool)

    @cached_property
    def app(self) -> Engine:
        """Connections that read and write data."""
        return self._lasting(Login.APP)

    @cached_property
    def reader(self) -> Engine:
        """Connections that see schema `report` alone."""
        return self._lasting(Login.READER)

    @cached_property
    def _reading(self) -> Engine:
        """The application's connections, without a transaction around what only reads."""
        return self.app.execution_options(isolation_level="AUTOCOMMIT")

    @cached_property
    def _snapshots(self) -> Engine:
        """The application's connections, each transaction of which sees one moment."""
        return self.app.execution_options(isolation_level="REPEATABLE READ")

    def connect_reader(self) -> "psycopg.Connection[Any]":
        """Return a new connection of the reader, which the caller closes: for one report."""
        return self._connect(Login.READER)

    def connect_app(self) -> "psycopg.Connection[Any]":
        """Return a new connection of the application, which the caller closes."""
        return self._connect(Login.APP)

    def _connect(self, login: Login) -> "psycopg.Connection[Any]":
        url = self.urls[login]
        arguments: dict[str, Any] = url.translate_connect_args(database="dbname", username="user")
        try:
            return psycopg.connect(**arguments | dict(url.query), connect_timeout=_PATIENCE)
        except psycopg.OperationalError as error:
            raise DatabaseAway(None, None, error) from None

    def session(self, as_of: dt.datetime | None = None) -> Session:
        """Return a new session of the application. The caller commits and closes.

        With a moment its tables are, until the first commit, as they were then.
        """
        session = Session(self.app)
        if as_of is not None:
            look_back(session.connection(), as_of)
        return session

    def reading(self, as_of: dt.datetime | None = None) -> Session:
        """Return a new session that only reads. The caller closes.

        Each statement sees what is kept when it begins; with a moment, as things were then. To
        begin and end a transaction would be two more trips to the server for each page.
        """
        return Session(self._reading) if as_of is None else self.session(as_of)

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """Lend a session that only reads, all of it as it is kept when its first query begins."""
        with Session(self._snapshots) as session:
            yield session

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """Lend a session of the application; what is written is kept unless an error leaves it."""
        with Session(self.app) as session, session.begin():
            yield session

    def answers(self) -> bool:
        """Tell whether the application reaches the database."""
        try:
            with self.app.connect() as connection:
                connection.execute(text("SELECT 1"))
        except OperationalError:
            return False
        return True

    def close(self) -> None:
        """Close the connections; the next use makes new ones."""
        for derived in ("_reading", "_snapshots"):
            self.__dict__.pop(derived, None)
        for login in Login:
            if engine := self.__dict__.pop(login, None):
                engine.dispose()

    def _lasting(self, login: Login) -> Engine:
        """Make an engine that keeps its connections, and lends none that the server has ended."""
        engine = self._engine(login)
        event.listen(engine, "checkout", _refuse_ended)
        return engine

    def _engine(self, login: Login, **options: object) -> Engine:
        arguments = {"application_name": f"tracker {login}", "connect_timeout": _PATIENCE}
        # What is written may be a secret: no error, and so no log, shows it.
        return create_engine(
            self.urls[login], connect_args=arguments, hide_parameters=True, **options
        )


def _refuse_ended(connection: Any, *_: object) -> None:  # noqa: ANN401 (the driver's own)
    """Have the pool make another connection where the server has ended this one.

    A server says nothing to an idle connection but that it ends, so that there is something to
    read: a look at the socket tells, where a ping would be a trip to the server for each page.
    """
    if connection.closed or select.select([connection.fileno()], [], [], 0)[0]:
        raise DisconnectionError


def look_back(connection: Connection, moment: dt.datetime) -> None:
    """Have the tables be, for the rest of the transaction, as they were at a moment."""
    connection.execute(_LOOK_BACK, {"moment": moment.isoformat()})


@contextmanager
def open_database(settings: Settings, say: Callable[[str], None] = print) -> Iterator[Database]:
    """Open the database of the settings, starting the embedded server where none is given.

    ``say`` hears of long steps. Raises TrackerError when the embedded server cannot start.
    """
    if settings.database_url is not None:
        with closing(_given(settings, settings.database_url)) as database:
            yield database
    else:
        with (
            EmbeddedServer(settings.home, say=say) as server,
            closing(Database(server.url(OWNER))) as database,
        ):
            database.server = server
            yield database


def _given(settings: Settings, owner: SecretStr) -> Database:
    others = (settings.app_database_url, settings.reader_database_url)
    return Database(_url(owner), *(None if secret is None else _url(secret) for secret in others))


def _url(secret: SecretStr) -> URL:
    return _with_driver(make_url(secret.get_secret_value()))


def _with_driver(url: URL) -> URL:
    """Return the address for psycopg, however people write it."""
    return url.set(drivername="postgresql+psycopg")
