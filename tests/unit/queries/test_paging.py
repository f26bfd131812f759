"""Cursors: where a page ended, written down and read back, and nothing else taken for one."""

import datetime as dt
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Date, Integer, Text, column

from tracker.queries.listing.paging import (
    CursorError,
    Order,
    SortKey,
    read_date,
    read_integer,
    read_text,
)

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Row

ORDER = Order(
    "newest",
    (
        SortKey(column("day", Date), read_date),
        SortKey(column("name", Text), read_text),
        SortKey(column("id", Integer), read_integer),
    ),
)
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def row(*values: object) -> "Row[Any]":
    """Return what ``Order.page`` fetches: the values of the order beside the others."""
    named = {f"order_{number}": value for number, value in enumerate(values)}
    return cast("Row[Any]", SimpleNamespace(**named))


@given(st.dates(), NAMES, st.integers(1 - 2**63, 2**63 - 1))
def test_a_cursor_tells_where_its_page_ended(day: dt.date, name: str, key: int) -> None:
    cursor = ORDER.cursor(row(day, name, key))
    assert ORDER.position(cursor) == {"after_0": day, "after_1": name, "after_2": key}


def test_the_first_page_begins_nowhere() -> None:
    assert ORDER.position(None) == {}


def test_a_cursor_of_another_order_is_refused() -> None:
    cursor = ORDER.cursor(row(dt.date(2025, 11, 6), "A001", 1))
    for other in (Order("oldest", ORDER.keys), Order("newest", ORDER.keys[:2])):
        with pytest.raises(CursorError):
            other.position(cursor)


@given(st.text(max_size=60) | st.binary(max_size=40).map(lambda raw: raw.decode("latin-1")))
def test_anything_else_is_refused(cursor: str) -> None:
    with pytest.raises(CursorError):
        ORDER.position(cursor)


@pytest.mark.parametrize("value", [True, "1", 1.0, None, 2**63, -(2**63)])
def test_what_is_no_number_of_the_database_is_not_read_as_one(value: object) -> None:
    with pytest.raises(TypeError):
        read_integer(value)


@pytest.mark.parametrize("value", [1, None, [], "a\0b"])
def test_what_is_no_text_of_the_database_is_not_read_as_one(value: object) -> None:
    with pytest.raises(TypeError):
        read_text(value)
