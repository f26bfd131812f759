"""Databases for reports, and runners on them."""

from collections.abc import Iterator

import pytest

from tests.support.cluster import Cluster
from tracker.db.engine import Database
from tracker.reports.runner import Runner


@pytest.fixture(scope="session")
def seeds(cluster: Cluster, seeded_template: str) -> Iterator[Database]:
    """A database with all seeds, for tests that only read."""
    with cluster.copy(seeded_template) as database:
        yield database


@pytest.fixture(scope="session")
def runner(seeds: Database) -> Runner:
    """A runner on the seeds."""
    return Runner(seeds.connect_reader)
