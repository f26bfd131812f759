"""Texts in two languages, and times between dates known in part, as rows hold them."""

import datetime as dt

import pytest
from sqlalchemy.dialects.postgresql import Range

from tracker.domain.partial_dates import PartialDate
from tracker.domain.vocabularies import Precision
from tracker.queries.text import Bilingual, Span, Translation, partial_date, span


def test_each_language_stands_in_for_the_other() -> None:
    assert Bilingual.of("Treaty", None) == Bilingual("Treaty", "Treaty")
    assert Bilingual.of(None, "Traité") == Bilingual("Traité", "Traité")
    assert Bilingual.of(None, None) is None


def test_a_translation_is_told_in_the_language_there_is() -> None:
    translated = Translation.of(None, "Traité")
    assert translated is not None
    assert (translated["en"], translated["fr"]) == ("Traité", "Traité")
    assert Translation.of("", None) is None


def test_a_date_without_its_precision_is_unknown() -> None:
    assert partial_date(dt.date(2025, 1, 1), None) is None
    assert partial_date(None, "year") is None


@pytest.mark.parametrize(
    ("days", "precisions", "start", "end"),
    [
        # A range ends before the day after its last: the whole of 2025 before 2026 begins.
        (("2024-01-01", "2026-01-01"), ("year", "year"), "2024", "2025"),
        (("2024-02-01", "2024-03-01"), ("month", "month"), "2024-02", "2024-02"),
        (("2024-02-28", "2024-03-01"), ("day", "day"), "2024-02-28", "2024-02-29"),
        (("2024-01-01", None), ("year", None), "2024", None),
        ((None, "2026-01-01"), (None, "year"), None, "2025"),
    ],
)
def test_a_span_ends_with_the_period_of_its_last_day(
    days: tuple[str | None, str | None],
    precisions: tuple[str | None, str | None],
    start: str | None,
    end: str | None,
) -> None:
    lower, upper = (None if day is None else dt.date.fromisoformat(day) for day in days)
    expected = Span(*(None if date is None else PartialDate.parse(date) for date in (start, end)))
    assert span(Range(lower, upper), *precisions) == expected


def test_every_precision_is_known() -> None:
    for precision in Precision:
        assert partial_date(dt.date(2024, 1, 1), precision.value) is not None
