"""Dates as people write them, in English or French, read as partial dates."""

import datetime as dt
import re

from tracker.domain.partial_dates import EARLIEST, LATEST, PartialDate
from tracker.domain.text import fold
from tracker.domain.vocabularies import Precision

_MONTHS = (
    ("january", "janvier"),
    ("february", "fevrier"),
    ("march", "mars"),
    ("april", "avril"),
    ("may", "mai"),
    ("june", "juin"),
    ("july", "juillet"),
    ("august", "aout"),
    ("september", "septembre", "sept"),
    ("october", "octobre"),
    ("november", "novembre"),
    ("december", "decembre"),
)
_SHORTEST_MONTH = 3  # letters: jan, nov; longer where two months begin alike

_YEAR = r"(?P<year>\d{4})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)?"
_MONTH = r"(?P<month>[a-z]+)\.?"
_WORDED = tuple(
    re.compile(pattern)
    for pattern in (
        _YEAR,
        rf"{_MONTH},? {_YEAR}",
        rf"{_DAY} (?:of )?{_MONTH},? {_YEAR}",
        rf"{_MONTH} {_DAY},? {_YEAR}",
    )
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?")
_NUMBERS = re.compile(r"(?:(?P<first>\d{1,2})[/. ])?(?P<second>\d{1,2})[/. ](?P<year>\d{4})")
_MONTHS_IN_A_YEAR = 12


class UnreadableDateError(ValueError):
    """A text that is no date, or no date that there is."""


class AmbiguousDateError(ValueError):
    """Numbers that may be day and month or month and day: ``readings`` are both."""

    def __init__(self, readings: tuple[PartialDate, PartialDate]) -> None:
        """Take the two days that may be meant."""
        super().__init__(" or ".join(map(str, readings)))
        self.readings = readings


def read_date(text: str) -> PartialDate:
    """Read a date such as ``2025``, ``nov 2025``, ``1er mars 2024`` or ``2025-11-06``.

    Raises ``AmbiguousDateError`` or ``UnreadableDateError``.
    """
    written = " ".join(fold(text).split())
    if not written.isascii():
        raise UnreadableDateError(text)
    if match := _ISO.fullmatch(written):
        return _date(text, match["year"], int(match["month"]), match["day"])
    if match := _NUMBERS.fullmatch(written):
        return _numbers(text, match)
    for pattern in _WORDED:
        if match := pattern.fullmatch(written):
            found = match.groupdict()
            month = _month(text, found["month"]) if "month" in found else None
            return _date(text, found["year"], month, found.get("day"))
    raise UnreadableDateError(text)


def _numbers(text: str, match: re.Match[str]) -> PartialDate:
    year, first, second = match["year"], match["first"], match["second"]
    if first is None:
        return _date(text, year, int(second), None)
    if int(first) > _MONTHS_IN_A_YEAR:
        return _date(text, year, int(second), first)
    if int(second) > _MONTHS_IN_A_YEAR:
        return _date(text, year, int(first), second)
    readings = _date(text, year, int(second), first), _date(text, year, int(first), second)
    if readings[0] == readings[1]:
        return readings[0]
    raise AmbiguousDateError(readings)


def _month(text: str, word: str) -> int:
    """Return the month that a word, or the beginning of one, names."""
    found = {
        number
        for number, names in enumerate(_MONTHS, start=1)
        for name in names
        if word == name or (len(word) >= _SHORTEST_MONTH and name.startswith(word))
    }
    if len(found) != 1:
        raise UnreadableDateError(text)
    return found.pop()


def _date(text: str, year: str, month: int | None, day: str | None) -> PartialDate:
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    try:
        first = dt.date(int(year), 1 if month is None else month, int(day or 1))
    except ValueError:
        raise UnreadableDateError(text) from None
    if not EARLIEST <= first <= LATEST:
        raise UnreadableDateError(text)
    return PartialDate(first, precision)
