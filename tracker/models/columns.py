"""Columns and constraints that many tables share, so that each rule stands in one place."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from sqlalchemy import CheckConstraint, Index, text

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
        f" AND {_begins_a_period(column, precision)})",
        name=f"{column}_partial",
    )


def range_precision_check(column: str) -> CheckConstraint:
    """CHECK that each end of a daterange that is known has a precision and is at it.

    The span begins on the first day of a period, and ends before the first day of another.
    """
    ends = []
    for end, day in (("lower", f"lower({column})"), ("upper", f"upper({column}) - 1")):
        precision = f"{column}_{end}_precision"
        ends.append(
            f"CASE WHEN {end}_inf({column}) THEN {precision} IS NULL"
            f" ELSE {day} BETWEEN '{EARLIEST}' AND '{LATEST}'"
            f" AND {_begins_a_period(f'{end}({column})', precision)} END"
        )
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


def date_index(table: str, column: str, *filters: str) -> Index:
    """Index rows by a date and their id, as lists order them: rows without a date come first.

    Columns in ``filters`` come before the date: rows with a value are found in the list's order.
    """
    date = text(f"coalesce({column}, DATE '0001-01-01')")
    return Index("_".join(("ix", table, *filters, column, "id")), *filters, date, "id")


def text_index(table: str, name: str, expression: str | None = None) -> Index:
    """Index rows by how a text begins, and their id, as lists order them.

    The text is the column ``name`` or an expression. Lists order by no more than its first 200
    characters, so that it may be longer than what an index can hold.
    """
    return Index(f"ix_{table}_{name}_id", text(f"left(fold({expression or name}), 200)"), "id")


def letters_indexes(table: str, *columns: str) -> Iterator[Index]:
    """Index rows by the letters of texts, so that any part of a word in one of them finds them."""
    for column in columns:
        yield Index(
            f"ix_{table}_{column}_letters",
            text(f"plain({column}) gin_trgm_ops"),
            postgresql_using="gin",
        )


def _begins_a_period(day: str, precision: str) -> str:
    """Write the SQL that tells whether a day is the first of a period of that precision."""
    return (
        f"CASE {precision} WHEN 'day' THEN true"
        f" WHEN 'month' THEN extract(day FROM {day}) = 1"
        f" WHEN 'year' THEN extract(doy FROM {day}) = 1"
        f" ELSE false END"
    )
