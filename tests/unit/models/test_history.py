"""The twins of tables, as they are described."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tracker.models.history import tracked_columns, tracked_tables, twin

THREADS = 8


def test_threads_that_ask_at_once_are_not_in_each_others_way() -> None:
    """The first visitors after a start come together: each is told of whole twins."""
    together = Barrier(THREADS)

    def ask(_: int) -> list[list[str]]:
        together.wait()
        return [list(twin(table).c.keys()) for table in tracked_tables()]

    twin.cache_clear()
    with ThreadPoolExecutor(THREADS) as threads:
        told = list(threads.map(ask, range(THREADS)))
    whole = [
        [*(column.name for column in tracked_columns(table)), "opened_by", "closed_by"]
        for table in tracked_tables()
    ]
    assert told == [whole] * THREADS
