"""The databases that are measured: filled when they are first needed."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from tracker import bench
from tracker.cli.bench import fill, name_for
from tracker.cli.frame import say
from tracker.config import load_settings
from tracker.db.engine import Database, open_database
from tracker.db.migrations import upgrade
from tracker.db.siblings import mark_of, sibling

SEED = 1


@contextmanager
def opened(agreements: int) -> Iterator[Database]:
    """Open the database of so many agreements, filled and up to date."""
    settings = load_settings()
    with open_database(settings, say) as own:
        with own.owner.connect() as connection:
            mark = mark_of(connection, name_for(agreements))
        if mark is None or not mark.endswith(bench.describe(agreements, SEED)):
            fill(own, settings, agreements, SEED, name_for(agreements))
        with closing(sibling(own, name_for(agreements))) as database:
            upgrade(database.owner, managed=database.managed, say=say)
            yield database
