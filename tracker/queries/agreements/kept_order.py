"""Pages of agreements whose place in the list's order is kept beside what they are found by.

A page is read from there, in its order and no further; only then its agreements are fetched.
"""

from functools import cache

from sqlalchemy import FromClause, bindparam, select

from tracker.models import Agreement, AgreementCountry
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


@cache
def page_of_country(rows: AnySelect, order: str, *, onward: bool) -> tuple[AnySelect, Order]:
    """Select a page of the agreements of a country, which is given as ``country``."""
    listed = AgreementCountry.__table__
    of_country = listed.c.country_code == bindparam("country")
    page = in_order(listed, order).page(select(listed).where(of_country), onward=onward)
    counted = rows.add_columns(count_column(AgreementCountry, [of_country]).label("fitting"))
    return joined(counted, page.limit(WRITTEN_OUT).subquery("page"), order, onward=onward)


def newest_of_country(code: str) -> AnySelect:
    """Select the ids of a country's agreements, newest first."""
    listed = AgreementCountry.__table__
    ids = select(listed.c.agreement_id.label("id")).where(listed.c.country_code == code)
    return in_order(listed, "newest").sort(ids)
