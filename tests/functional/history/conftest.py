"""The small world, to be changed, and ways to look at what is kept of it."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from tests.support.cluster import Cluster
from tracker.db.engine import Database


@pytest.fixture
def world(cluster: Cluster, world_template: str) -> Iterator[Database]:
    """A small world of the test's own."""
    with cluster.copy(world_template) as database:
        yield database


@pytest.fixture
def app(world: Database) -> Iterator[Connection]:
    """A connection of the application to the test's world."""
    with world.app.connect() as connection:
        yield connection
