"""Keyset pages: each page begins after the last row of the one before, however deep it lies."""

import base64
import binascii
import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    ColumnElement,
    Label,
    Row,
    SQLColumnExpression,
    bindparam,
    func,
    literal_column,
    tuple_,
)

from tracker.queries.listing.counting import Total
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.words import SearchTerm

PAGE_SIZE = 50
"""Rows on a page."""

WRITTEN_OUT: ColumnElement[int] = literal_column(str(PAGE_SIZE + 1))
"""How many rows ``Order.page`` selects, for a statement whose best plan is always the same.

The server keeps a plan only where it sees the limit; with a parameter it makes one for each page.
That suits a list that is narrowed: its best plan depends on the value.
"""

_Item = TypeVar("_Item")


class CursorError(ValueError):
    """A cursor that this list did not make, or not for this order."""


@dataclass(frozen=True)
class SortKey:
    """One column of an order, and how its value is read back from a cursor."""

    column: SQLColumnExpression[Any]
    read: Callable[[Any], Any]


@dataclass(frozen=True)
class Order:
    """A named order over keys that together are unique, all in one direction."""

    name: str
    keys: tuple[SortKey, ...]
    descending: bool = False

    def page(self, statement: AnySelect, *, onward: bool) -> AnySelect:
        """Narrow ``statement`` to its first page, plus one row that tells of more.

        ``onward`` is for the page after a cursor, whose ``position`` the statement is given.
        """
        columns = [key.column for key in self.keys]
        labelled: list[Label[Any]] = [
            column.label(f"order_{number}") for number, column in enumerate(columns)
        ]
        statement = statement.add_columns(*labelled)
        if onward:
            after = tuple_(
                *(bindparam(f"after_{number}", type_=c.type) for number, c in enumerate(labelled))
            )
            here = tuple_(*columns)
            statement = statement.where(here < after if self.descending else here > after)
        return self.sort(statement).limit(PAGE_SIZE + 1)

    def position(self, cursor: str | None) -> dict[str, Any]:
        """Read where a cursor stands, for a page that goes on from there."""
        values = [] if cursor is None else self._read(cursor)
        return {f"after_{number}": value for number, value in enumerate(values)}

    def sort(self, statement: AnySelect) -> AnySelect:
        """Put the rows of ``statement`` in this order."""
        columns = [key.column for key in self.keys]
        return statement.order_by(
            *(column.desc() if self.descending else column.asc() for column in columns)
        )

    def cursor(self, row: Row[Any]) -> str:
        """Write the cursor that stands after a row fetched by ``page``."""
        values = [getattr(row, f"order_{number}") for number in range(len(self.keys))]
        plain = [str(value) if isinstance(value, dt.date) else value for value in values]
        text = json.dumps([self.name, *plain], ensure_ascii=False, separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")

    def _read(self, cursor: str) -> list[Any]:
        try:
            padded = cursor + "=" * (-len(cursor) % 4)
            name, *values = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
            if name != self.name or len(values) != len(self.keys):
                raise CursorError(cursor)
            return [key.read(value) for key, value in zip(self.keys, values, strict=True)]
        except (binascii.Error, ValueError, TypeError) as error:
            raise CursorError(cursor) from error


@dataclass(frozen=True)
class Page(Generic[_Item]):
    """Some items of a list, how many there are in all, and the cursor of the next page."""

    items: tuple[_Item, ...]
    total: Total
    next_cursor: str | None
    misspelt: tuple[SearchTerm, ...] = ()
    """The words of a search that nothing has, with those that were searched instead."""
    of_today: bool = False
    """Whether a search of the past was by the words of today."""

    @classmethod
    def of(
        cls,
        rows: Sequence[Row[Any]],
        order: Order,
        item: Callable[[Row[Any]], _Item],
        total: Total,
    ) -> "Page[_Item]":
        """Make the page from the rows that ``Order.page`` selected."""
        shown = rows[:PAGE_SIZE]
        return cls(
            items=tuple(item(row) for row in shown),
            total=total,
            next_cursor=order.cursor(shown[-1]) if is_full(rows) else None,
        )


def is_full(rows: Sequence[Row[Any]]) -> bool:
    """Tell whether rows that ``Order.page`` selected fill a page, and there are more."""
    return len(rows) > PAGE_SIZE


def by_date(column: SQLColumnExpression[Any]) -> SortKey:
    """Order by a date, rows without one first.

    An index serves an expression only where the order writes it to the letter, its constants too:
    the models declare these indexes.
    """
    return SortKey(func.coalesce(column, literal_column("DATE '0001-01-01'")), read_date)


def from_year(date: SortKey, year: int) -> ColumnElement[bool]:
    """Have a date of ``by_date`` in a year or after it."""
    return date.column >= dt.date(year, 1, 1)


def to_year(date: SortKey, year: int) -> ColumnElement[bool]:
    """Have a date of ``by_date`` in a year or before it; a row without date has none."""
    return date.column.between(dt.date(1, 1, 2), dt.date(year, 12, 31))


def by_text(column: SQLColumnExpression[Any]) -> SortKey:
    """Order by how a text begins, whatever its accents and case: an index holds no long texts."""
    return SortKey(func.left(func.fold(column), literal_column("200")), read_text)


def read_text(value: Any) -> str:  # noqa: ANN401 (whatever a cursor holds)
    """Read a text back from a cursor; a ``TypeError`` for anything else."""
    if not isinstance(value, str) or "\0" in value:
        raise TypeError(value)
    return value


def read_integer(value: Any) -> int:  # noqa: ANN401 (whatever a cursor holds)
    """Read a 64-bit number back from a cursor; a ``TypeError`` for anything else."""
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        raise TypeError(value)
    return value


def read_date(value: Any) -> dt.date:  # noqa: ANN401 (whatever a cursor holds)
    """Read a date back from a cursor; a ``TypeError`` or ``ValueError`` for anything else."""
    return dt.date.fromisoformat(read_text(value))
