"""What a run gives: rows as they come, or CSV as PostgreSQL itself writes it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any

import psycopg

_CHUNK = 2000  # rows fetched at a time
_LINES = 100  # of CSV in a piece; more at once take longer, as Python looks after them all


@dataclass(frozen=True)
class Column:
    """A column of a result: its name and its PostgreSQL type, such as ``date``."""

    name: str
    type: str


class Result:
    """Rows as they come. Read once; whether any were left out is known at the end."""

    def __init__(
        self, cursor: "psycopg.RawServerCursor[Any]", limit: int, written: str = ""
    ) -> None:
        """Take an open cursor, how many rows to give, and its query with the values written in."""
        self._cursor = cursor
        self._written = written
        self.limit = limit
        """How many rows it gives at most."""
        self.columns = tuple(
            Column(name=column.name, type=column.type_display)
            for column in cursor.description or ()
        )
        self.count = 0
        """How many rows were given."""
        self.truncated = False
        """Whether there are more than were given."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Give the rows, a few thousand in memory at a time."""
        for rows in self.batches():
            yield from rows

    def batches(self) -> Iterator[list[tuple[Any, ...]]]:
        """Give the rows in lists of a few thousand."""
        while rows := self._cursor.fetchmany(min(_CHUNK, self.limit - self.count + 1)):
            yield rows[: self._take(len(rows))]
            if self.truncated:
                return

    def copied(self, around: Callable[[str], str]) -> Iterator[bytes]:
        """Give the rows as CSV, header first, instead of iterating over them.

        They are those of the query that ``around`` makes of the run's own, in brackets.
        """
        with self.beside(self._written, (), 0):
            pass  # PostgreSQL takes it as one query, so it cannot reach beyond its brackets
        query = around(f"({self._written}\n)")
        copy = f"COPY ({query} LIMIT {self.limit + 1}) TO STDOUT (FORMAT csv, HEADER)"
        with self._cursor.connection.cursor().copy(copy.encode()) as copied:
            lines = iter(copied)
            piece = bytes(next(lines))
            while some := list(islice(lines, _LINES)):
                yield piece + b"".join(some[: self._take(len(some))])
                piece = b""
            if piece:
                yield piece

    def look_up(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        """Ask a query of ours beside, which sees what the rows do and shares their time."""
        return self._cursor.connection.execute(sql.encode(), values).fetchall()

    @contextmanager
    def beside(self, sql: str, values: Sequence[object], limit: int) -> "Iterator[Result]":
        """Run a query of ours beside, for many rows: it sees what the rows do, in their time."""
        connection = self._cursor.connection
        with psycopg.RawServerCursor(connection, "beside", scrollable=False) as cursor:
            cursor.execute(sql.encode(), values)
            yield Result(cursor, limit)

    def _take(self, arrived: int) -> int:
        """Count rows that arrived; return how many of them may be given."""
        room = min(arrived, self.limit - self.count)
        self.truncated = arrived > room
        self.count += room
        return room
