import datetime as dt
from contextlib import suppress

import pytest
from babel.dates import format_date, format_skeleton
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.partial_dates import EARLIEST, LATEST, PartialDate
from tracker.domain.vocabularies import Precision
from tracker.domain.written_dates import AmbiguousDateError, UnreadableDateError, read_date

DAYS = st.dates(EARLIEST, LATEST)
LANGUAGES = st.sampled_from(("en", "fr"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2025", "2025"),
        ("nov 2025", "2025-11"),
        ("Nov. 2025", "2025-11"),
        ("déc. 2025", "2025-12"),
        ("6 novembre 2025", "2025-11-06"),
        ("November 6, 2025", "2025-11-06"),
        ("6th of November 2025", "2025-11-06"),
        ("1er mars 2024", "2024-03-01"),
        ("2025-11-06", "2025-11-06"),
        ("  2025-1-5 ", "2025-01-05"),
        ("13/11/2025", "2025-11-13"),
        ("11/13/2025", "2025-11-13"),
        ("6/6/2025", "2025-06-06"),
        ("11/2025", "2025-11"),
        ("FÉVRIER 2024", "2024-02"),
    ],
)
def test_people_write_dates_so(written: str, meant: str) -> None:
    assert str(read_date(written)) == meant


@given(DAYS, LANGUAGES, st.sampled_from(("long", "medium")))
def test_a_day_is_read_as_either_language_writes_it(day: dt.date, locale: str, form: str) -> None:
    assert read_date(format_date(day, form, locale=locale)) == PartialDate(day)


@given(DAYS, LANGUAGES)
def test_a_month_is_read_as_either_language_writes_it(day: dt.date, locale: str) -> None:
    written = format_skeleton("yMMMM", day, locale=locale)
    assert read_date(written) == PartialDate.containing(day, Precision.MONTH)


@given(st.dates(EARLIEST, LATEST).filter(lambda day: day.day <= 12 and day.day != day.month))
def test_numbers_that_may_be_either_are_told_so(day: dt.date) -> None:
    with pytest.raises(AmbiguousDateError) as told:
        read_date(f"{day.day}/{day.month}/{day.year}")
    assert PartialDate(day) in told.value.readings


@given(st.text(max_size=20))
def test_anything_else_is_unreadable_and_nothing_worse(text: str) -> None:
    with suppress(UnreadableDateError, AmbiguousDateError):
        assert isinstance(read_date(text), PartialDate)


@pytest.mark.parametrize("text", ["", "soon", "31 feb 2024", "2025-13", "ma 2024", "1799", "٢٠٢٥"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(UnreadableDateError):
        read_date(text)
