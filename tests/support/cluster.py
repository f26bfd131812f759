"""The PostgreSQL server of a test run, and databases on it."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine

from tests.support.scratch import locked
from tracker.db.embedded.server import OWNER, EmbeddedServer
from tracker.db.engine import Database
from tracker.db.superuser import restrain_reports

# Nothing here has to outlive the run.
FAST = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}


class Cluster:
    """One embedded server for all processes of a test run."""

    def __init__(self, server: EmbeddedServer) -> None:
        self._server = server
        self._numbers = count(1)
        self._superuser = create_engine(
            server.url("postgres", "postgres"), isolation_level="AUTOCOMMIT"
        )

    def close(self) -> None:
        self._superuser.dispose()

    def template(self, name: str, fill: Callable[[Database], None], source: str) -> str:
        """Return a template database; the first process to ask copies the source and fills it."""
        with locked(self._server.home.path / f"{name}.lock"):
            if not self._exists(name):
                self._execute(f"DROP DATABASE IF EXISTS {name}_unfinished WITH (FORCE)")
                self._create(f"{name}_unfinished", source)
                restrain_reports(self._server.url(OWNER, f"{name}_unfinished"))
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
        """Copy a template file by file, which takes half as long as through the log of changes."""
        self._execute(
            f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {template} STRATEGY FILE_COPY"
        )
        # What was taken within the template is taken in the copy; what was taken from it is not.
        self._execute(f"REVOKE TEMPORARY ON DATABASE {name} FROM PUBLIC")

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
def opened(home: Path) -> Iterator[Cluster]:
    """Lend the server of a home, which several processes may use at a time."""
    with (
        EmbeddedServer(home, settings=FAST, say=lambda _: None) as server,
        closing(Cluster(server)) as cluster,
    ):
        yield cluster
