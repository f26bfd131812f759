"""A small world that obeys every constraint, and connections to it that leave it as it was."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from tests.support.cluster import Cluster
from tracker.db.engine import Database


@pytest.fixture(scope="module")
def world(cluster: Cluster, world_template: str) -> Iterator[Database]:
    """A database with the rows of the migrations' tests, written by the application."""
    with cluster.copy(world_template) as database:
        yield database


@pytest.fixture(scope="module")
def module_connection(world: Database, request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection of the application or, where a test asks by parameter, of the owner."""
    with getattr(world, getattr(request, "param", "app")).connect() as connection:
        yield connection


@pytest.fixture
def connection(module_connection: Connection) -> Iterator[Connection]:
    """A transaction on the world, rolled back at the end."""
    yield module_connection
    module_connection.rollback()
