"""How many rows have which value: counted where that is cheap, else told from statistics.

Counting every row of a large table would make a page wait. For its planner PostgreSQL keeps each
column's most common values with their shares, and a histogram of the rest; from a table's size on
those answer, and the tally says that it is approximate.
"""

import datetime as dt
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    BigInteger,
    FromClause,
    Label,
    SQLColumnExpression,
    String,
    bindparam,
    func,
    select,
    text,
    union,
)
from sqlalchemy.orm import QueryableAttribute, Session

from tracker.models import Agreement, AgreementParty
from tracker.queries.listing.counting import counted_below, is_small
from tracker.queries.listing.expressions import AnyExpression


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


def tally(session: Session, column: QueryableAttribute[Any]) -> Tally:
    """Tally the rows of a table by the values of one column."""
    table = column.class_.__tablename__
    if is_small(session, table):
        return _count(session, column)
    return Tally(_statistics(session, table, column.key).common, exact=False)


def common_values(column: QueryableAttribute[Any]) -> FromClause:
    """Tell about how many rows have each common ``value`` of a column; nothing of a small table."""
    return (
        text(_COMMON)
        .bindparams(
            bindparam("table", column.class_.__tablename__, unique=True),
            bindparam("column", column.key, unique=True),
            counted_below(),
        )
        .columns(value=String, number=BigInteger)
        .subquery("common")
    )


def with_members(common: FromClause, code: AnyExpression, group: AnyExpression) -> FromClause:
    """Add to each group's common value those of its members."""
    values = union(
        select(common.c.value, common.c.value.label("member"), common.c.number),
        select(group, code, common.c.number)
        .join(common, common.c.value == code)
        .where(group.is_not(None)),
    ).subquery("values_and_groups")
    return (
        select(values.c.value, func.sum(values.c.number).cast(BigInteger).label("number"))
        .group_by(values.c.value)
        .subquery("common_with_members")
    )


def about_column(common: FromClause) -> Label[bool]:
    """Name the column that says whether the number is an estimate."""
    return common.c.number.is_not(None).label("agreements_about")


_COMMON = """
    SELECT v.value, round(v.share * c.reltuples)::bigint AS number
    FROM pg_stats AS s
    JOIN pg_class AS c ON c.oid = to_regclass('public.' || s.tablename)
    CROSS JOIN unnest(s.most_common_vals::text::text[], s.most_common_freqs) AS v (value, share)
    WHERE s.schemaname = 'public' AND s.tablename = :table AND s.attname = :column
        AND c.reltuples >= :counted_below
"""


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
