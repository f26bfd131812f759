"""The ids of new rows."""

from collections.abc import Mapping
from itertools import count

from tracker.bench.rows import TABLES, AnyRow


class Numbers:
    """Counts each table's rows on from those that it holds already."""

    def __init__(self, last_ids: Mapping[str, int]) -> None:
        """Take the greatest id of each table."""
        self.first = {row: last_ids[table] + 1 for row, table in TABLES.items()}
        """The id of the first row made in each table."""
        self._counters = {row: count(first) for row, first in self.first.items()}

    def next(self, row: type[AnyRow]) -> int:
        """Return the id of the next row of a table."""
        return next(self._counters[row])
