"""Databases of synthetic records."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tracker import bench
from tracker.db.engine import Database


def fill(database: Database, agreements: int, seed: int) -> None:
    with database.owner.begin() as connection:
        bench.fill(connection, agreements, seed, _unseen)


@contextmanager
def _unseen(_label: str, _length: int) -> Iterator[Callable[[int], None]]:
    yield lambda _: None
