"""Pages of agreements whose place in the list's order is kept beside what they are found by.

A page is read from there, in its order and no further; only then its agreements are fetched.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, bindparam, select

from tracker.models import Agreement, AgreementCountry, AgreementStatusSpan
from tracker.queries.agreements.statuses import ON_THE_DAY
from tracker.queries.listing.counting import count_column
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.paging import WRITTEN_OUT, Order, SortKey, read_date, read_integer


def in_order(source: FromClause, order: str) -> Order:
    """Return an order by date over rows that have agreements with their dates."""
    keys = (SortKey(source.c.dated_on, read_date), SortKey(source.c.agreement_id, read_integer))
    return Order(order, keys, descending=order == "newest")


def joined(
    rows: AnySelect, page: FromClause, order: str, *, onward: bool
) -> tuple[AnySelect, Order]:
    """Join agreements to the few of a page."""
    by = in_order(page, order)
    statement = rows.join(page, page.c.agreement_id == Agreement.id)
    return by.page(statement, onward=onward).limit(WRITTEN_OUT), by


KeptTable = type[AgreementCountry | AgreementStatusSpan]
"""A table that keeps agreements in the order of lists."""

KEPT_BY: dict[str, tuple[KeptTable, Callable[[Any], ColumnElement[bool]]]] = {
    "country": (AgreementCountry, lambda code: AgreementCountry.country_code == code),
    "status": (
        AgreementStatusSpan,
        lambda status: and_(AgreementStatusSpan.status == status, ON_THE_DAY),
    ),
}
"""The filters whose agreements are kept in order: where, and what finds those of a value."""


@cache
def page_kept_by(
    name: str, rows: AnySelect, order: str, *, onward: bool
) -> tuple[AnySelect, Order]:
    """Select a page of the agreements of a filter's value, which is given under its name."""
    kept, fitting = KEPT_BY[name]
    fits, listed = fitting(bindparam(name)), kept.__table__
    page = in_order(listed, order).page(select(listed).where(fits), onward=onward)
    counted = rows.add_columns(count_column(kept, [fits]).label("fitting"))
    return joined(counted, page.limit(WRITTEN_OUT).subquery("page"), order, onward=onward)


def newest_kept_by(name: str, value: str) -> AnySelect:
    """Select the ids of the agreements of a filter's value, newest first."""
    kept, fitting = KEPT_BY[name]
    listed = kept.__table__
    ids = select(listed.c.agreement_id.label("id")).where(fitting(value))
    return in_order(listed, "newest").sort(ids)
