"""Dates that are known only in part: a year, a month or a day.

A partial date is the first day of its period and the precision that says how much of it is known,
so that partial dates sort and filter as dates. The database ties the two with a CHECK
(``tracker.models.columns.partial_date_check``); this module is the same rule for people's input.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from tracker.domain.vocabularies import Precision

EARLIEST = dt.date(1800, 1, 1)
LATEST = dt.date(2199, 12, 31)

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, order=True)
class PartialDate:
    """A period known to the year, the month or the day, named by its first day.

    Raises ``ValueError`` when the day is not the first of its period or lies outside
    ``EARLIEST``-``LATEST``.
    """

    day: dt.date
    precision: Precision = Precision.DAY

    def __post_init__(self) -> None:
        if not EARLIEST <= self.day <= LATEST:
            msg = f"{self.day} is not between {EARLIEST.year} and {LATEST.year}"
            raise ValueError(msg)
        if self.day != _first_day(self.day, self.precision):
            msg = f"{self.day} is not the first day of a {self.precision}"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ``2025``, ``2025-11`` or ``2025-11-06``; anything else is a ``ValueError``."""
        match = _ISO.fullmatch(text.strip())
        if match is None:
            msg = f"{text!r} is not a date such as 2025, 2025-11 or 2025-11-06"
            raise ValueError(msg)
        year, month, day = match["year"], match["month"], match["day"]
        precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
        return cls(dt.date(int(year), int(month or 1), int(day or 1)), precision)

    @classmethod
    def containing(cls, day: dt.date, precision: Precision) -> "PartialDate":
        """Return the year, month or day that a day lies in."""
        return cls(_first_day(day, precision), precision)

    @property
    def last_day(self) -> dt.date:
        """The last day of the period."""
        match self.precision:
            case Precision.YEAR:
                return self.day.replace(month=12, day=31)
            case Precision.MONTH:
                return self.day.replace(day=calendar.monthrange(self.day.year, self.day.month)[1])
            case Precision.DAY:
                return self.day

    def __str__(self) -> str:
        """Write the date at its precision, in the form that ``parse`` reads."""
        length = {Precision.YEAR: 4, Precision.MONTH: 7, Precision.DAY: 10}[self.precision]
        return self.day.isoformat()[:length]


def _first_day(day: dt.date, precision: Precision) -> dt.date:
    match precision:
        case Precision.YEAR:
            return day.replace(month=1, day=1)
        case Precision.MONTH:
            return day.replace(day=1)
        case Precision.DAY:
            return day
