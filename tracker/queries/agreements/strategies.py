"""The ways to a page of the list of agreements, each for what it is the shortest way to.

``docs/decisions/0004-search.md`` and ``docs/decisions/0012-list-speed.md`` tell why they are there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from sqlalchemy import ColumnElement, Row
from sqlalchemy.orm import Session

from tracker.models import Agreement
from tracker.queries.agreements.conditions import conditions_of
from tracker.queries.agreements.items import BY_DATE, ORDERS, item_select
from tracker.queries.agreements.kept_order import KEPT_BY, page_kept_by
from tracker.queries.agreements.search import Search
from tracker.queries.agreements.search_as_of import PastSearch
from tracker.queries.listing.counting import Total, read_total, total_of
from tracker.queries.listing.lists import ListRequest, fitting
from tracker.queries.listing.paging import Order, is_full


class Found(NamedTuple):
    """The rows of a page, the order that they were selected in, and how many fit in all."""

    rows: Sequence[Row[Any]]
    order: Order
    total: Total


class Strategy(Protocol):
    """A way to a page."""

    def find(self, session: Session, order: str, cursor: str | None) -> Found:
        """Fetch the page that begins after a cursor."""


@dataclass(frozen=True)
class BySearch:
    """Words alone, by date: read near the page, or find all that there is, and sort it."""

    search: Search

    def find(self, session: Session, order: str, cursor: str | None) -> Found:
        """Go one way after another until the page is full; the last one finds all there is."""
        search = self.search
        for statement, by in search.pages(item_select(), order, onward=cursor is not None):
            rows = session.execute(statement, search.parameters | by.position(cursor)).all()
            if is_full(rows):
                break
        return Found(rows, by, search.total(session, rows))


@dataclass(frozen=True)
class KeptInOrder:
    """A country or a status alone, by date: its agreements are kept in that order."""

    name: str
    value: str

    def find(self, session: Session, order: str, cursor: str | None) -> Found:
        """Fetch the page from where the value's agreements are kept in the list's order."""
        statement, by = page_kept_by(self.name, item_select(), order, onward=cursor is not None)
        rows = session.execute(statement, {self.name: self.value} | by.position(cursor)).all()
        kept, fits = KEPT_BY[self.name]
        conditions = [fits(self.value)]
        if rows:
            return Found(rows, by, read_total(rows[0].fitting, conditions))
        return Found(rows, by, total_of(session, kept, conditions))


@dataclass(frozen=True)
class General:
    """Whatever is asked for, in whatever order and at whatever moment."""

    conditions: Sequence[ColumnElement[bool]]

    def find(self, session: Session, order: str, cursor: str | None) -> Found:
        """Fetch the page as that of any list."""
        by = ORDERS[order]
        rows, total = fitting(
            session, Agreement, item_select(), self.conditions, order=by, cursor=cursor
        )
        return Found(rows, by, total)


def strategy_for(
    session: Session, request: ListRequest, search: Search | PastSearch | None
) -> Strategy:
    """Choose the way to a page; ``search`` is what the request's ``q`` means."""
    kept_in_order = request.order in BY_DATE and not request.past
    if kept_in_order and isinstance(search, Search) and asks_for_alone(request, "q"):
        return BySearch(search)
    for name in KEPT_BY if kept_in_order else ():
        if asks_for_alone(request, name):
            return KeptInOrder(name, request.filters[name])
    return General(list(conditions_of(session, request.filters, search).values()))


def asks_for_alone(request: ListRequest, name: str) -> bool:
    """Tell whether one filter, and no other, narrows the list."""
    return request.filters.keys() == {name}
