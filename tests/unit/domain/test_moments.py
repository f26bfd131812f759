"""Moments as people write them in an address."""

import datetime as dt

import pytest

from tracker.domain.moments import read_moment


def test_a_day_means_its_end() -> None:
    assert read_moment(" 2026-01-31 ") == dt.datetime(2026, 1, 31, 23, 59, 59, 999999, dt.UTC)


@pytest.mark.parametrize(
    ("text", "hour"),
    [("2026-01-31T12:00", 12), ("2026-01-31T12:00:00Z", 12), ("2026-01-31T12:00+05:00", 7)],
)
def test_a_time_is_in_utc_unless_it_says_otherwise(text: str, hour: int) -> None:
    assert read_moment(text) == dt.datetime(2026, 1, 31, hour, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "text", ["", "2026", "2026-02-30", "yesterday", "now()", "0001-01-01", "9999-12-31", "infinity"]
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_moment(text)
