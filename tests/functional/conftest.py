"""The site on the seeds, and homes for the tests that run whole processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.cluster import Cluster
from tests.support.processes import environment, new_folder, tracker
from tests.support.scratch import copy_folder, locked
from tests.support.seeded_site import Site
from tracker.queries.listing.lists import page_of_all

_LONG = {"folder", "large", "migrated_home", "ready_home"}
"""Fixtures of tests that start whole processes, or read a large database."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and _LONG & set(item.fixturenames):
            item.add_marker(pytest.mark.long)


@pytest.fixture(scope="session")
def site(cluster: Cluster, seeded_template: str) -> Iterator[Site]:
    """The site on a database with all seeds, for tests that only read."""
    with cluster.copy(seeded_template) as database:
        yield Site(database)


@pytest.fixture(autouse=True)
def _statements_built_anew() -> None:
    """Forget statements that are built once: some tests change the limits that stand in them."""
    page_of_all.cache_clear()


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder with a short path."""
    with new_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def migrated_home(run_folder: Path) -> Path:
    """A home that `tracker migrate` has made, to be copied."""
    return _made_once(run_folder / "migrated", None, "migrate")


@pytest.fixture(scope="session")
def ready_home(run_folder: Path, migrated_home: Path) -> Path:
    """A home with reference data, as the first `tracker up` leaves it, to be copied."""
    return _made_once(run_folder / "ready", migrated_home, "seed", "reference")


def _made_once(home: Path, source: Path | None, *command: str) -> Path:
    """Return a home that a command makes, of another where one is given, once in a run."""
    with locked(home.with_suffix(".lock")):
        if not home.exists():
            unfinished = home.with_suffix(".new")
            if source is not None:
                copy_folder(source, unfinished)
            done = tracker(*command, env=environment(unfinished))
            assert done.returncode == 0, done.stderr
            unfinished.rename(home)
    return home


@pytest.fixture
def home(ready_home: Path, folder: Path) -> Path:
    """A home of the test's own with reference data, its server at rest."""
    copy_folder(ready_home, folder / "home")
    return folder / "home"


@pytest.fixture
def bare_home(migrated_home: Path, folder: Path) -> Path:
    """A home of the test's own without any data, its server at rest."""
    copy_folder(migrated_home, folder / "home")
    return folder / "home"
