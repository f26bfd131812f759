"""Which tables and columns have a history, and the twins that keep it.

Every table has one unless its ``info`` is ``UNTRACKED``; so has every column of such a table unless
its own is.
"""

from functools import cache

from sqlalchemy import BigInteger, Column, MetaData, Table

from tracker.models.base import FOLLOWING, UNTRACKED, Base


def tracked_tables() -> list[Table]:
    """Return the tables that have a history."""
    return [found for found in Base.metadata.sorted_tables if _is_tracked(found)]


def written_tables() -> list[Table]:
    """Return the tables with a history whose rows people write: what a change is told by."""
    return [found for found in tracked_tables() if not FOLLOWING.items() <= found.info.items()]


def tracked_columns(tracked: Table) -> list[Column[object]]:
    """Return the columns of a table that its history keeps."""
    return [found for found in tracked.columns if _is_tracked(found)]


@cache
def twin(tracked: Table) -> Table:
    """Describe the table that keeps the versions of a table's rows.

    Each has metadata of its own: two threads that ask at once would be in each other's way in one.
    """
    return Table(
        tracked.name,
        MetaData(schema="history"),
        *(Column(found.name, found.type) for found in tracked_columns(tracked)),
        Column("opened_by", BigInteger),
        Column("closed_by", BigInteger),
    )


def _is_tracked(item: Table | Column[object]) -> bool:
    return not UNTRACKED.items() <= item.info.items()
