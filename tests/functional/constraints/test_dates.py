"""The database accepts a date and its precision if and only if they make a partial date."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import Connection

from tests.functional.constraints.refusing import literal, refusal
from tracker.domain.partial_dates import EARLIEST, LATEST, PartialDate
from tracker.domain.vocabularies import Precision
from tracker.models import Base

COLUMNS = [
    (table.name, column.name)
    for table in Base.metadata.sorted_tables
    for column in table.columns
    if f"{column.name}_precision" in table.columns
]
SPANS = [("organization_member", "valid"), ("tenure", "held")]

DAY = dt.timedelta(days=1)
EDGES = [EARLIEST - DAY, EARLIEST, LATEST, LATEST + DAY, dt.date(2025, 1, 1), dt.date(2025, 11, 1)]
DAYS = st.sampled_from(EDGES) | st.dates(dt.date(1799, 1, 1), dt.date(2200, 12, 31))
ENDS = st.tuples(st.none() | DAYS, st.none() | st.sampled_from([*Precision, "week"]))
"""A day or none, and what stands beside it for its precision."""


def is_partial_date(day: dt.date | None, precision: str | None) -> bool:
    if day is None or precision is None:
        return day is None and precision is None
    try:
        PartialDate(day, Precision(precision))
    except ValueError:
        return False
    return True


def write_date(table: str, column: str, day: object, precision: str | None) -> str:
    return (
        f"UPDATE {table} SET {column} = {literal(day)}, {column}_precision = {literal(precision)}"  # noqa: S608 - our own names and values
        f" WHERE id = (SELECT max(id) FROM {table})"
    )


@pytest.mark.parametrize(("table", "column"), COLUMNS)
@given(end=ENDS)
@example(end=(dt.date(2025, 11, 6), Precision.DAY))
@example(end=(dt.date(2025, 11, 6), Precision.MONTH))
@example(end=(dt.date(2025, 11, 1), Precision.YEAR))
def test_date(
    module_connection: Connection, table: str, column: str, end: tuple[dt.date | None, str | None]
) -> None:
    day, precision = end
    statement = write_date(table, column, day, precision)
    expected = None if is_partial_date(day, precision) else f"ck_{table}_{column}_partial"
    assert refusal(module_connection, statement) == expected


@pytest.mark.parametrize("day", ["infinity", "-infinity"])
@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_no_date_is_infinite(connection: Connection, table: str, column: str, day: str) -> None:
    statement = write_date(table, column, day, "day")
    assert refusal(connection, statement) == f"ck_{table}_{column}_partial"


@pytest.mark.parametrize(("table", "column"), SPANS)
@given(begin=ENDS, end=ENDS)
@example(begin=(dt.date(2025, 1, 1), "year"), end=(dt.date(2026, 1, 1), "year"))
@example(begin=(dt.date(2025, 3, 1), "month"), end=(None, None))
@example(begin=(dt.date(2025, 3, 2), "year"), end=(None, None))
@example(begin=(None, None), end=(dt.date(2025, 3, 2), "month"))
@example(begin=(dt.date(2025, 3, 2), "day"), end=(dt.date(2025, 3, 2), "day"))
@example(begin=(None, None), end=(LATEST + DAY, "day"))
def test_span(
    module_connection: Connection,
    table: str,
    column: str,
    begin: tuple[dt.date | None, str | None],
    end: tuple[dt.date | None, str | None],
) -> None:
    """The end of a span is the day after its last, which is the last of a period."""
    (lower, lower_precision), (upper, upper_precision) = begin, end
    if lower and upper and lower > upper:
        lower, upper = upper, lower
    statement = (
        f"UPDATE {table} SET {column} = daterange({literal(lower)}, {literal(upper)}),"  # noqa: S608 - our own names and values
        f" {column}_lower_precision = {literal(lower_precision)},"
        f" {column}_upper_precision = {literal(upper_precision)}"
        " WHERE id = 101"
    )
    right = (
        is_partial_date(lower, lower_precision)
        and ends_a_period(upper, upper_precision)
        and (lower is None or lower != upper)
    )
    expected = None if right else f"ck_{table}_{column}_partial"
    assert refusal(module_connection, statement) == expected


def ends_a_period(after: dt.date | None, precision: str | None) -> bool:
    if after is None or precision not in set(Precision):
        return after is None and precision is None
    try:
        period = PartialDate.containing(after - DAY, Precision(precision))
    except ValueError:
        return False
    return period.last_day == after - DAY


PARTIAL_DATES = st.builds(
    PartialDate.containing,
    st.dates(dt.date(2024, 12, 1), dt.date(2026, 1, 31)),
    st.sampled_from(Precision),
)


@given(starts=PARTIAL_DATES, ends=PARTIAL_DATES)
def test_an_event_does_not_end_before_it_begins(
    module_connection: Connection, starts: PartialDate, ends: PartialDate
) -> None:
    statement = (
        f"UPDATE event SET starts_on = '{starts.day}', starts_on_precision = '{starts.precision}',"  # noqa: S608 - our own values
        f" ends_on = '{ends.day}', ends_on_precision = '{ends.precision}' WHERE id = 101"
    )
    expected = None if ends.last_day >= starts.day else "ck_event_ends_after_start"
    assert refusal(module_connection, statement) == expected
