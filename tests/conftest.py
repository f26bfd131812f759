"""Fixtures for every test: a real PostgreSQL server and databases on it.

One embedded server serves the run, however many processes it has. A database is a copy of a
template; templates are kept from one run to the next, see `tests.support.kept`. A copy is a
thousand small files, which memory takes several times quicker than a disk: see
`tests.support.scratch`.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings
from jinja2 import FileSystemBytecodeCache
from passlib.hash import argon2
from sqlalchemy import Connection
from sqlalchemy.orm import Session

from tests.support import kept, templates
from tests.support.cluster import Cluster, opened
from tests.support.scratch import make_folder
from tracker.db.engine import Database

pytest_plugins = ["tests.support.no_skips"]

_HOME = "TESTS_HOME"  # the run's home, for the processes of pytest-xdist


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="try many more random cases")


def pytest_configure(config: pytest.Config) -> None:
    for name in [name for name in os.environ if name.startswith("TRACKER_")]:
        del os.environ[name]  # tests set what they need
    if "PYTEST_XDIST_WORKER" not in os.environ:
        os.environ[_HOME] = str(make_folder("tracker-tests-"))
    # Each site that a test makes would translate its templates anew.
    Flask.jinja_options["bytecode_cache"] = FileSystemBytecodeCache(os.environ[_HOME])
    # Slow by design; a test of its own sees what a hash costs where people sign in.
    argon2.memory_cost, argon2.default_rounds, argon2.parallelism = 8, 1, 1
    settings.register_profile("tracker", deadline=None)  # how long an example takes proves nothing
    settings.register_profile("long", settings.get_profile("tracker"), max_examples=2000)
    settings.load_profile("long" if config.getoption("long") else "tracker")


def pytest_unconfigure() -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(os.environ.pop(_HOME))


@pytest.fixture(scope="session")
def run_folder() -> Path:
    """The folder of the run, which all its processes share."""
    return Path(os.environ[_HOME])


@pytest.fixture(scope="session")
def cluster(run_folder: Path) -> Iterator[Cluster]:
    """The server of the run."""
    kept.lend("usual", run_folder / "usual", templates.make_usual)
    with opened(run_folder / "usual") as cluster:
        yield cluster


@pytest.fixture(scope="session")
def empty_template(cluster: Cluster) -> str:
    """The name of a template in which no migration has run."""
    return templates.empty(cluster)


@pytest.fixture(scope="session")
def migrated_template(cluster: Cluster) -> str:
    """The name of a template with every migration and no data."""
    return templates.migrated(cluster)


@pytest.fixture(scope="session")
def seeded_template(cluster: Cluster) -> str:
    """The name of a template with all seeds."""
    return templates.seeded(cluster)


@pytest.fixture(scope="session")
def world_template(cluster: Cluster) -> str:
    """The name of a template with a small world."""
    return templates.world(cluster)


@pytest.fixture
def empty_database(cluster: Cluster, empty_template: str) -> Iterator[Database]:
    """A database of the test's own in which no migration has run."""
    with cluster.copy(empty_template) as database:
        yield database


@pytest.fixture
def database(cluster: Cluster, migrated_template: str) -> Iterator[Database]:
    """A database of the test's own, migrated and without data."""
    with cluster.copy(migrated_template) as database:
        yield database


@pytest.fixture
def seeded_database(cluster: Cluster, seeded_template: str) -> Iterator[Database]:
    """A database of the test's own with all seeds."""
    with cluster.copy(seeded_template) as database:
        yield database


@pytest.fixture
def seeded(seeded_database: Database) -> Iterator[Session]:
    """A session of the application on all seeds, rolled back unless the test commits."""
    with seeded_database.session() as session:
        yield session


@pytest.fixture
def owner(database: Database) -> Iterator[Connection]:
    """A connection of the owner to `database`, rolled back at the end."""
    with database.owner.connect() as connection:
        yield connection


@pytest.fixture
def reader(database: Database) -> Iterator[Connection]:
    """A connection of the reader to `database`, rolled back at the end."""
    with database.reader.connect() as connection:
        yield connection


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session of the application on `database`, rolled back unless the test commits."""
    with database.session() as session:
        yield session
