"""Text in both languages, and dates known in part, as rows hold them."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from sqlalchemy.dialects.postgresql import Range

from tracker.domain.partial_dates import PartialDate
from tracker.domain.vocabularies import Precision


@dataclass(frozen=True)
class Bilingual:
    """One text in English and French."""

    en: str
    fr: str

    @classmethod
    def of(cls, en: str | None, fr: str | None) -> Self | None:
        """Join two columns; None when both are empty, and each stands in for the other."""
        if en is None and fr is None:
            return None
        return cls(en=en or fr or "", fr=fr or en or "")

    def __getitem__(self, language: str) -> str:
        """Return the text in ``en`` or ``fr``."""
        return self.fr if language == "fr" else self.en


@dataclass(frozen=True)
class Translation:
    """One text in the languages into which it was translated; None in the others."""

    en: str | None
    fr: str | None

    def __getitem__(self, language: str) -> str | None:
        """Return the text in ``en`` or ``fr``, or in the one of them there is."""
        return self.fr or self.en if language == "fr" else self.en or self.fr

    @classmethod
    def of(cls, en: str | None, fr: str | None) -> Self | None:
        """Join two columns; None when both are empty."""
        return cls(en, fr) if en or fr else None


@lru_cache(maxsize=20_000)
def partial_date(day: dt.date | None, precision: str | None) -> PartialDate | None:
    """Join a date and the precision beside it; None when the date is unknown.

    Lists show the same dates over and over.
    """
    if day is None or precision is None:
        return None
    return PartialDate(day, Precision(precision))


@dataclass(frozen=True)
class Span:
    """A time between two dates known in part; an end that is None is unknown or has not come."""

    start: PartialDate | None
    end: PartialDate | None


def span(days: Range[dt.date], lower_precision: str | None, upper_precision: str | None) -> Span:
    """Join a range of days, whose last day is the last of its period, with its precisions."""
    end = None
    if days.upper is not None and upper_precision is not None:
        last = days.upper - dt.timedelta(days=1)
        end = PartialDate.containing(last, Precision(upper_precision))
    return Span(start=partial_date(days.lower, lower_precision), end=end)
