"""The PostgreSQL server of a test run, and databases on it."""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count

from sqlalchemy import NullPool, create_engine

from tracker.db.embedded.server import OWNER, EmbeddedServer
from tracker.db.engine import Database
from tracker.db.migrations import upgrade
from tracker.db.roles import forbid_temporary_tables
from tracker.db.superuser import restrain_reports
from tracker.seeding import Seeds, load

# Nothing here has to outlive the run.
FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Cluster:
    """One embedded server for all processes of a test run."""

    def __init__(self, server: EmbeddedServer) -> None:
        self._server = server
        self._numbers = count(1)
        self._superuser = create_engine(
            server.url("postgres", "postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool
        )

    def template(self, name: str, fill: Callable[[Database], None], source: str) -> str:
        """Return a template database; the first process to ask copies the source and fills it."""
        with self._locked(name):
            if not self._exists(name):
                self._create(f"{name}_unfinished", source)
                with closing(self._database(f"{name}_unfinished")) as database:
                    fill(database)
                self._execute(f"ALTER DATABASE {name}_unfinished RENAME TO {name}")
        return name

    @contextmanager
    def copy(self, template: str) -> Iterator[Database]:
        """Lend a database of its own, copied from a template."""
        name = f"test_{os.getpid()}_{next(self._numbers)}"
        self._create(name, template)
        try:
            with closing(self._database(name)) as database:
                yield database
        finally:
            self._execute(f"DROP DATABASE {name} WITH (FORCE)")

    @contextmanager
    def reading(self, template: str) -> Iterator[Database]:
        """Lend a template itself, to tests that only read: a large one takes long to copy."""
        with closing(self._database(template)) as database:
            yield database

    def _database(self, name: str) -> Database:
        return Database(self._server.url(OWNER, name))

    def _create(self, name: str, template: str) -> None:
        self._execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self._execute(f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {template}")
        with self._database(name).owner.begin() as connection:  # a copy has no privileges
            forbid_temporary_tables(connection)
        restrain_reports(self._server.url(OWNER, name))

    def _exists(self, name: str) -> bool:
        with self._superuser.connect() as connection:
            found = connection.exec_driver_sql(
                "SELECT EXISTS (SELECT FROM pg_database WHERE datname = %s)", (name,)
            )
            return bool(found.scalar_one())

    def _execute(self, statement: str) -> None:
        with self._superuser.connect() as connection:
            connection.exec_driver_sql(statement)

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        """Let one process at a time make a template."""
        with (self._server.home.path / f"{name}.lock").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield


def migrate(database: Database) -> None:
    upgrade(database.owner, say=lambda _: None)


def seed(database: Database) -> None:
    with database.session() as session:
        load(session, Seeds.read())
        session.commit()


def seed_reference(database: Database) -> None:
    with database.session() as session:
        load(session, Seeds.read(), ("reference",))
        session.commit()
