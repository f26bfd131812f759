"""What the lists of all subjects share: how rows are narrowed, ordered and counted."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Executable, Row, func, literal, select, union_all
from sqlalchemy.orm import QueryableAttribute, Session

from tracker.models import Base
from tracker.queries.listing.counting import (
    Exactness,
    Total,
    capped,
    count_column,
    is_small,
    part_of_capped,
    read_total,
    total_of,
)
from tracker.queries.listing.csv_copy import csv_statement
from tracker.queries.listing.expressions import AnyExpression, AnySelect
from tracker.queries.listing.paging import WRITTEN_OUT, Order, Page, SortKey, by_text, read_integer
from tracker.queries.listing.statistics import tally

_Item = TypeVar("_Item")


Facets = dict[str, dict[str, Total]]
"""How many rows stand behind each choice, by filter and choice."""


@dataclass(frozen=True)
class ListRequest:
    """What is asked of a list: values of its filters by name, and one of its orders.

    ``past`` tells that the list is asked for as it was.
    """

    filters: Mapping[str, Any]
    order: str
    past: bool = False


@dataclass(frozen=True)
class Condition:
    """What a filter asks of a row, by its value; ``column`` has its choices, if one column has."""

    holds: Callable[[Any], ColumnElement[bool]]
    column: QueryableAttribute[Any] | None = None

    @property
    def choices(self) -> QueryableAttribute[Any]:
        """The column that has the choices, of a filter whose choices are counted."""
        column: QueryableAttribute[Any] | None = self.column
        if column is None:
            raise TypeError("no one column has these choices")
        return column


def equals(column: QueryableAttribute[Any]) -> Condition:
    """Have the value itself in a column."""
    return Condition(lambda value: column == value, column)


@dataclass(frozen=True)
class ListQuery(Generic[_Item]):
    """One subject's list.

    ``rows`` selects from ``table`` and what is joined to it, one row each; ``conditions`` narrow
    it by the values of filters of their names; ``item`` reads a row; a CSV leaves out the columns
    ``left_out``.
    """

    table: type[Base]
    rows: AnySelect
    conditions: Mapping[str, Condition]
    orders: Mapping[str, Order]
    item: Callable[[Row[Any]], _Item]
    left_out: frozenset[str] = frozenset()

    def page(
        self, session: Session, request: ListRequest, cursor: str | None = None
    ) -> Page[_Item]:
        """Fetch a page. Raises ``CursorError`` for a cursor that is not this list's."""
        order, conditions = self.orders[request.order], self._asked(request.filters)
        rows, total = fitting(
            session, self.table, self.rows, conditions, order=order, cursor=cursor
        )
        return Page.of(rows, order, self.item, total)

    def whole(self, session: Session, request: ListRequest) -> AnySelect:  # noqa: ARG002 (agreements' do)
        """Return the whole list, for a CSV."""
        rows = self.rows.where(*self._asked(request.filters))
        return csv_statement(rows, self.orders[request.order], self.left_out)

    def facets(self, session: Session, request: ListRequest, names: Collection[str]) -> Facets:
        """Count the choices of filters among the rows that the other filters leave."""
        if not names:
            return {}
        if not request.filters and not is_small(session, self.table.__tablename__):
            return self.about(session, names)
        counted = union_all(*(self._count(name, request.filters) for name in names))
        return read_facets(session, names, counted)

    def about(self, session: Session, names: Collection[str]) -> Facets:
        """Tell about how many of all rows have each choice."""
        return {
            name: {
                value: Total(number, Exactness.ABOUT)
                for value, number in tally(session, self.conditions[name].choices).counts.items()
            }
            for name in names
        }

    def _asked(self, filters: Mapping[str, Any]) -> list[ColumnElement[bool]]:
        return [self.conditions[name].holds(value) for name, value in filters.items()]

    def _count(self, name: str, filters: Mapping[str, Any]) -> AnySelect:
        """Select each choice of a filter with its number of rows, and how many rows were seen."""
        others = {each: value for each, value in filters.items() if each != name}
        value = self.conditions[name].choices.label("value")
        some = select(value).select_from(self.table).where(*self._asked(others))
        fitting = capped(some).subquery(f"fitting_{name}")
        seen = func.sum(func.count()).over()
        return select(literal(name), fitting.c.value, func.count(), seen).group_by(fitting.c.value)


def read_facets(session: Session, names: Iterable[str], counted: Executable) -> Facets:
    """Fetch the numbers of choices: filter, choice, number, and among how many it was counted."""
    facets: Facets = {name: {} for name in names}
    for name, value, number, seen in session.execute(counted):
        facets[name][value] = part_of_capped(number, seen)
    return facets


def fitting(  # noqa: PLR0913 (a query's parts)
    session: Session,
    table: type[Base],
    rows: AnySelect,
    conditions: Sequence[ColumnElement[bool]],
    *,
    order: Order,
    cursor: str | None,
) -> tuple[Sequence[Row[Any]], Total]:
    """Fetch a page of the rows of a table that fit, and how many do, in one query if any do."""
    onward = cursor is not None
    if conditions:
        statement = _page(table, rows, conditions, order, onward=onward)
    else:
        statement = page_of_all(table, rows, order, onward=onward)
    found = session.execute(statement, order.position(cursor)).all()
    if found:
        return found, read_total(found[0].fitting, conditions)
    return found, total_of(session, table, conditions)


@cache
def page_of_all(table: type[Base], rows: AnySelect, order: Order, *, onward: bool) -> AnySelect:
    """Build the statement of a list that nothing narrows once: it is asked for most."""
    return _page(table, rows, (), order, onward=onward).limit(WRITTEN_OUT)


def _page(
    table: type[Base],
    rows: AnySelect,
    conditions: Sequence[ColumnElement[bool]],
    order: Order,
    *,
    onward: bool,
) -> AnySelect:
    counted = rows.where(*conditions).add_columns(count_column(table, conditions).label("fitting"))
    return order.page(counted, onward=onward)


def in_both_languages(
    name: str, english: AnyExpression, french: AnyExpression, *unique: SortKey
) -> dict[str, Order]:
    """Return the orders by a text in English and in French: ``name_en``, ``name_fr``."""
    return {
        f"{name}_{language}": Order(f"{name}_{language}", (by_text(column), *unique))
        for language, column in (("en", english), ("fr", french))
    }


def most_first(name: str, count: AnyExpression, *then: SortKey) -> dict[str, Order]:
    """Return the order by a count, highest first, and among equals by further keys."""
    return {name: Order(name, (SortKey(-count, read_integer), *then))}
