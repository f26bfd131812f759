"""What the lists of all subjects share: how rows are narrowed, ordered and counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Row
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.models import Base
from tracker.queries.listing.counting import Total, count_column, read_total, total_of
from tracker.queries.listing.csv_copy import csv_statement
from tracker.queries.listing.expressions import AnyExpression, AnySelect
from tracker.queries.listing.paging import WRITTEN_OUT, Order, Page, SortKey, by_text, read_integer

_Item = TypeVar("_Item")


@dataclass(frozen=True)
class ListQuery(Generic[_Item]):
    """One subject's list.

    ``rows`` selects from ``table`` and what is joined to it, one row each; ``conditions`` narrow
    it by the values of filters of their names; ``item`` reads a row; a CSV leaves out the columns
    ``left_out``. ``counted`` are the filters whose choices are counted, by columns of ``table``.
    """

    table: type[Base]
    rows: AnySelect
    conditions: Mapping[str, Callable[[Any], ColumnElement[bool]]]
    orders: Mapping[str, Order]
    item: Callable[[Row[Any]], _Item]
    left_out: frozenset[str] = frozenset()
    counted: Mapping[str, InstrumentedAttribute[Any]] = field(default_factory=dict)

    def page(
        self,
        session: Session,
        filters: Mapping[str, Any],
        order: str,
        cursor: str | None = None,
    ) -> Page[_Item]:
        """Fetch a page. Raises ``CursorError`` for a cursor that is not this list's."""
        conditions = [self.conditions[name](value) for name, value in filters.items()]
        chosen = self.orders[order]
        rows, total = fitting(
            session, self.table, self.rows, conditions, order=chosen, cursor=cursor
        )
        return Page.of(rows, chosen, self.item, total)

    def whole(self, filters: Mapping[str, Any], order: str) -> AnySelect:
        """Return the whole list, for a CSV."""
        conditions = [self.conditions[name](value) for name, value in filters.items()]
        rows = self.rows.where(*conditions)
        return csv_statement(rows, self.orders[order], self.left_out)


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
