"""Columns and constraints that many tables share, so that each rule stands in one place."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import CheckConstraint

from tracker.domain.partial_dates import EARLIEST, LATEST


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """CHECK that a text column holds a value of a closed vocabulary."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def partial_date_check(column: str) -> CheckConstraint:
    """CHECK that ``column`` and ``column_precision`` make a partial date, or that both are null."""
    precision = f"{column}_precision"
    return CheckConstraint(
        f"({column} IS NULL AND {precision} IS NULL)"
        f" OR ({column} IS NOT NULL AND {precision} IS NOT NULL"
        f" AND {column} BETWEEN '{EARLIEST}' AND '{LATEST}'"
        f" AND CASE {precision} WHEN 'day' THEN true"
        f" WHEN 'month' THEN extract(day FROM {column}) = 1"
        f" WHEN 'year' THEN extract(doy FROM {column}) = 1"
        f" ELSE false END)",
        name=f"{column}_partial",
    )


def range_precision_check(column: str) -> CheckConstraint:
    """CHECK that a daterange has a precision for each end that is known, and for no other."""
    ends = []
    for end in ("lower", "upper"):
        precision = f"{column}_{end}_precision"
        ends.append(f"({end}_inf({column}) = ({precision} IS NULL))")
        ends.append(f"({precision} IS NULL OR {precision} IN ('year', 'month', 'day'))")
    return CheckConstraint(
        f"NOT isempty({column}) AND " + " AND ".join(ends), name=f"{column}_partial"
    )


def not_blank(*columns: str) -> CheckConstraint:
    """CHECK that text columns, where they are filled, hold more than white space."""
    name = columns[0] if len(columns) == 1 else f"{columns[0]}_and_others"
    return CheckConstraint(
        " AND ".join(f"({column} IS NULL OR {column} ~ '\\S')" for column in columns),
        name=f"{name}_not_blank",
    )


def exactly_one(columns: Iterable[str], name: str) -> CheckConstraint:
    """CHECK that exactly one of the columns is filled."""
    return CheckConstraint(f"num_nonnulls({', '.join(columns)}) = 1", name=name)
