"""How many rows have which value: counted where that is cheap, else told from statistics.

Counting every row of a large table would make a page wait. For its planner PostgreSQL keeps each
column's most common values with their shares, and a histogram of the rest; from a table's size on
those answer, and the tally says that it is approximate.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    SQLColumnExpression,
    case,
    func,
    literal,
    select,
    text,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.models import Agreement, AgreementParty, Base

COUNTED_BELOW = 20_000
"""Rows of a table up to which its values are counted one by one."""

COUNTED_UP_TO = 1_000
"""Rows that fit a filter up to which they are counted; beyond, there are more than that."""


class Exactness(StrEnum):
    """What a number says."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"


@dataclass(frozen=True)
class Total:
    """A number of rows, and how it is to be read."""

    number: int
    exactness: Exactness = Exactness.EXACT


@dataclass(frozen=True)
class Tally:
    """Numbers of rows by value; estimates where not exact."""

    counts: dict[str, int] = field(default_factory=dict)
    exact: bool = True

    @property
    def largest(self) -> int:
        """The largest of the numbers; 0 when there is none."""
        return max(self.counts.values(), default=0)


def agreements_by_country(session: Session) -> Tally:
    """Tally agreements by the countries that are party to them."""
    return tally(session, AgreementParty.country_code)


def agreements_by_year(session: Session) -> Tally:
    """Tally agreements by the year that their text is dated."""
    if is_small(session, "agreement"):
        return _count(session, func.to_char(Agreement.dated_on, "YYYY"))
    statistics = _statistics(session, "agreement", "dated_on")
    return Tally(_by_year(statistics), exact=False)


def tally(session: Session, column: InstrumentedAttribute[Any]) -> Tally:
    """Tally the rows of a table by the values of one column."""
    table = column.class_.__tablename__
    if is_small(session, table):
        return _count(session, column)
    return Tally(_statistics(session, table, column.key).common, exact=False)


def total_of(
    session: Session, table: type[Base], conditions: Sequence[ColumnElement[bool]]
) -> Total:
    """Tell how many rows of a table fit, in one query that never reads a large table whole."""
    return read_total(session.scalar(select(count_column(table, conditions))), conditions)


def count_column(
    table: type[Base], conditions: Sequence[ColumnElement[bool]]
) -> ColumnElement[int | None]:
    """Count the rows of a table that fit, as a column of another query; ``read_total`` reads it.

    Of a large table it is the planner's word for it, or not many more than ``COUNTED_UP_TO``.
    """
    if conditions:
        fitting = select(literal(1)).select_from(table).where(*conditions)
        some = fitting.limit(COUNTED_UP_TO + 1).subquery()
        return select(func.count()).select_from(some).scalar_subquery()
    known = _ROWS.bindparams(name=f"public.{table.__tablename__}").columns(rows=BigInteger)
    about = known.scalar_subquery()
    counted = select(func.count()).select_from(table).correlate(None).scalar_subquery()
    return case((about >= COUNTED_BELOW, about), else_=counted)


def read_total(number: int | None, conditions: Sequence[ColumnElement[bool]]) -> Total:
    """Read what ``count_column`` counted under the same conditions."""
    number = number or 0
    if not conditions:
        return Total(number, Exactness.ABOUT if number >= COUNTED_BELOW else Exactness.EXACT)
    if number > COUNTED_UP_TO:
        return Total(COUNTED_UP_TO, Exactness.MORE_THAN)
    return Total(number)


def is_small(session: Session, table: str) -> bool:
    """Tell whether a table is small enough to be counted."""
    return rows_about(session, table) < COUNTED_BELOW


def rows_about(session: Session, table: str) -> int:
    """Return about how many rows a table has, without reading it; 0 when it was never analysed."""
    return session.scalar(_ROWS, {"name": f"public.{table}"}) or 0


_ROWS = text(
    "SELECT greatest(reltuples, 0)::bigint AS rows FROM pg_class WHERE oid = to_regclass(:name)"
)


def _count(session: Session, value: SQLColumnExpression[str | None]) -> Tally:
    rows = session.execute(
        select(value, func.count()).where(value.is_not(None)).group_by(value).order_by(value)
    )
    return Tally({key: number for key, number in rows if key is not None})


@dataclass(frozen=True)
class _Statistics:
    """A column's statistics: rows by common value, and the rest in buckets of equal size."""

    common: dict[str, int]
    bounds: list[str]
    rest: int


_STATISTICS = text("""
    SELECT
        coalesce(s.most_common_vals::text::text[], '{}') AS common,
        coalesce(s.most_common_freqs, '{}') AS shares,
        coalesce(s.histogram_bounds::text::text[], '{}') AS bounds,
        s.null_frac AS empty,
        c.reltuples AS rows
    FROM pg_stats AS s
    JOIN pg_class AS c ON c.oid = to_regclass('public.' || s.tablename)
    WHERE s.schemaname = 'public' AND s.tablename = :table AND s.attname = :column
""")


def _statistics(session: Session, table: str, column: str) -> _Statistics:
    found = session.execute(_STATISTICS, {"table": table, "column": column}).one_or_none()
    if found is None:
        return _Statistics({}, [], 0)
    common = {
        value: round(share * found.rows)
        for value, share in zip(found.common, found.shares, strict=True)
    }
    rest = round((1 - found.empty - sum(found.shares)) * found.rows)
    return _Statistics(common, found.bounds, rest)


def _by_year(statistics: _Statistics) -> dict[str, int]:
    """Spread the buckets of a histogram of dates evenly over their days, and add them by year."""
    years: dict[int, float] = {}
    for day, number in statistics.common.items():
        year = dt.date.fromisoformat(day).year
        years[year] = years.get(year, 0) + number
    days = [dt.date.fromisoformat(bound).toordinal() for bound in statistics.bounds]
    buckets = list(pairwise(days))
    for start, end in buckets:
        share = statistics.rest / len(buckets)
        for year in range(dt.date.fromordinal(start).year, dt.date.fromordinal(end).year + 1):
            first = max(start, dt.date(year, 1, 1).toordinal())
            last = min(end, dt.date(year + 1, 1, 1).toordinal())
            width = max(end - start, 1)
            years[year] = years.get(year, 0) + share * max(last - first, end == start) / width
    return {str(year): round(number) for year, number in sorted(years.items()) if round(number)}
