import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.partial_dates import EARLIEST, LATEST, PartialDate
from tracker.domain.vocabularies import Precision

DAYS = st.dates(EARLIEST, LATEST)
PARTIAL_DATES = st.builds(PartialDate.containing, DAYS, st.sampled_from(Precision))


@given(PARTIAL_DATES)
def test_what_is_written_is_read_again(date: PartialDate) -> None:
    assert PartialDate.parse(str(date)) == date


@given(PARTIAL_DATES)
def test_it_is_written_at_its_precision(date: PartialDate) -> None:
    parts = str(date).split("-")
    assert [int(part) for part in parts] == [date.day.year, date.day.month, date.day.day][
        : len(parts)
    ]
    assert len(parts) == {"year": 1, "month": 2, "day": 3}[date.precision]


@given(DAYS, st.sampled_from(Precision))
def test_a_period_holds_its_days_and_no_other(day: dt.date, precision: Precision) -> None:
    period = PartialDate.containing(day, precision)
    assert period.day <= day <= period.last_day
    after = period.last_day + dt.timedelta(days=1)
    if after <= LATEST:
        assert PartialDate.containing(after, precision).day == after


@given(PARTIAL_DATES, PARTIAL_DATES)
def test_they_sort_by_first_then_by_last_day(one: PartialDate, other: PartialDate) -> None:
    assert (one < other) == ((one.day, one.last_day) < (other.day, other.last_day))


@given(DAYS, st.sampled_from(Precision))
def test_a_period_is_named_by_its_first_day_only(day: dt.date, precision: Precision) -> None:
    first = PartialDate.containing(day, precision).day
    if day == first:
        assert PartialDate(day, precision).day == day
    else:
        with pytest.raises(ValueError, match="is not the first day of a"):
            PartialDate(day, precision)


@given(st.one_of(st.dates(max_value=dt.date(1799, 12, 31)), st.dates(dt.date(2200, 1, 1))))
def test_days_of_other_centuries_are_refused(day: dt.date) -> None:
    with pytest.raises(ValueError, match="is not between 1800 and 2199"):
        PartialDate(day)
    with pytest.raises(ValueError, match="is not between 1800 and 2199"):
        PartialDate.parse(day.isoformat())


@pytest.mark.parametrize(
    "text",
    [
        *("", "25", "202", "20255", "c2025", "-2025", "0000", "٢٠٢٥"),
        *("2025-1", "2025-13", "2025-00", "2025/11", "2025 11"),
        *("2025-11-6", "2025-02-29", "2025-11-", "06.11.2025", "2025-11-06T00:00"),
    ],
)
def test_other_writings_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(text)


@given(st.text(max_size=12))
def test_any_text_is_read_as_it_stands_or_refused(text: str) -> None:
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert str(date) == text.strip()
