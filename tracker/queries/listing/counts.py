"""Numbers beside the rows of a list: counted by index for the rows that are shown, and no others.

Where a table is large and a value very common in it, the planner's statistics tell its number.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    FromClause,
    Label,
    Row,
    ScalarSelect,
    SQLColumnExpression,
    String,
    bindparam,
    func,
    select,
    text,
    union,
)
from sqlalchemy.orm import InstrumentedAttribute

from tracker.queries.listing import tallies
from tracker.queries.listing.paging import AnySelect
from tracker.queries.listing.tallies import Exactness, Total

Number = SQLColumnExpression[Any]

_COMMON = """
    SELECT v.value, round(v.share * c.reltuples)::bigint AS number
    FROM pg_stats AS s
    JOIN pg_class AS c ON c.oid = to_regclass('public.' || s.tablename)
    CROSS JOIN unnest(s.most_common_vals::text::text[], s.most_common_freqs) AS v (value, share)
    WHERE s.schemaname = 'public' AND s.tablename = :table AND s.attname = :column
        AND c.reltuples >= :counted_below
"""


def count_of(table: Any, *ties: AnySelect) -> ScalarSelect[int]:  # noqa: ANN401 (a table's model)
    """Count what is tied to a row of a table: each select narrows ties to those of the row.

    What several selects find counts once. Counting ends a little beyond ``COUNTED_BELOW``.
    """
    own = [tie.correlate(table) for tie in ties]
    found = own[0] if len(own) == 1 else union(*own)
    some = found.limit(tallies.COUNTED_BELOW + 1).subquery()
    return select(func.count()).select_from(some).correlate(table).scalar_subquery()


def common_values(column: InstrumentedAttribute[Any]) -> FromClause:
    """Tell about how many rows have each common ``value`` of a column; nothing of a small table."""
    return (
        text(_COMMON)
        .bindparams(
            bindparam("table", column.class_.__tablename__, unique=True),
            bindparam("column", column.key, unique=True),
            bindparam("counted_below", callable_=lambda: tallies.COUNTED_BELOW, unique=True),
        )
        .columns(value=String, number=BigInteger)
        .subquery("common")
    )


def with_members(common: FromClause, code: Number, group: Number) -> FromClause:
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


def agreements_of(row: Row[Any]) -> Total:
    """Read the number of a row's agreements."""
    if getattr(row, "agreements_about", False):
        return Total(row.agreements, Exactness.ABOUT)
    if row.agreements > tallies.COUNTED_BELOW:
        return Total(tallies.COUNTED_BELOW, Exactness.MORE_THAN)
    return Total(row.agreements)
