"""What a run gives: rows as they come, or CSV as PostgreSQL itself writes it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

ResultRow = Sequence[Any]
"""The values of one row, in the order of its columns."""

_CHUNK = 2000  # rows fetched at a time
_BATCH = 4_000_000  # letters in them, about, where rows are long
_HEAVIEST = 200_000_000  # letters in them at most, whatever comes
_LINES = 100  # of CSV in a piece; more at once take longer, as Python looks after them all
_PIECE = 256 * 1024  # bytes after which it ends, where lines are long
_NARROW = {"bool", "int2", "int4", "int8", "float4", "float8", "date", "timestamp", "timestamptz"}


@dataclass(frozen=True)
class Column:
    """A column of a result: its name and its PostgreSQL type, such as ``date``."""

    name: str
    type: str


class Result:
    """Rows as they come. Read once; whether any were left out is known at the end."""

    def __init__(
        self, cursor: "psycopg.RawServerCursor[Any]", limit: int, room: int, written: str = ""
    ) -> None:
        """Take an open cursor, the most rows, the most letters of texts in them, and the query.

        ``written`` is the cursor's query with the values written in.
        """
        self._cursor = cursor
        self._written = written
        self._room = room
        self.limit = limit
        """How many rows it gives at most."""
        self.columns = tuple(
            Column(name=column.name, type=column.type_display)
            for column in cursor.description or ()
        )
        self._wide = [
            place for place, column in enumerate(self.columns) if column.type not in _NARROW
        ]
        self.count = 0
        """How many rows were given."""
        self.truncated = False
        """Whether there are more than were given."""

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Give the rows, a few thousand in memory at a time."""
        for rows in self.batches():
            yield from rows

    def batches(self) -> Iterator[list[tuple[Any, ...]]]:
        """Give the rows in lists of a few thousand, or of fewer where they are long."""
        wanted = _CHUNK
        while True:
            rows, weight = self._fetch(min(wanted, self.limit - self.count + 1))
            if given := rows[: self._take(len(rows))]:
                yield given
            if self.truncated or not rows:
                return
            wanted = min(_CHUNK, 1 + _BATCH * len(rows) // max(weight, 1))

    def copied(self, around: Callable[[str], str]) -> Iterator[bytes]:
        """Give the rows as CSV, header first, instead of iterating over them.

        They are those of the query that ``around`` makes of the run's own, in brackets.
        """
        with self.beside(self._written, (), 0):
            pass  # PostgreSQL takes it as one query, so it cannot reach beyond its brackets
        query = around(f"({self._written}\n)")
        copy = f"COPY ({query} LIMIT {self.limit + 1}) TO STDOUT (FORMAT csv, HEADER)"
        with self._cursor.connection.cursor().copy(copy.encode()) as copied:
            lines = map(bytes, copied)
            piece = next(lines)
            for some in _pieces(lines):
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
            yield Result(cursor, limit, self._room)

    def _fetch(self, count: int) -> tuple[list[tuple[Any, ...]], int]:
        """Read the next rows one by one, so that memory holds no more than may be given and one.

        Return them, without those for which there is no room, and what they weigh.
        """
        rows: list[tuple[Any, ...]] = []
        weight = 0
        room = min(self._room, _HEAVIEST)
        fetch = SQL("FETCH {} FROM {}").format(count, Identifier(self._cursor.name))
        for row in self._cursor.connection.cursor().stream(fetch):
            weight += self._weigh(row)
            if weight <= room:
                rows.append(row)
        self.truncated = weight > room
        self._room -= weight
        return rows, weight

    def _weigh(self, row: tuple[Any, ...]) -> int:
        values = (row[place] for place in self._wide)
        return sum(len(each if isinstance(each, str) else str(each)) for each in values)

    def _take(self, arrived: int) -> int:
        """Count rows that arrived; return how many of them may be given."""
        room = min(arrived, self.limit - self.count)
        self.truncated |= arrived > room
        self.count += room
        return room


def _pieces(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    """Put lines together, as many as are best handed on at once."""
    some: list[bytes] = []
    size = 0
    for line in lines:
        some.append(line)
        size += len(line)
        if len(some) == _LINES or size > _PIECE:
            yield some
            some, size = [], 0
    if some:
        yield some
