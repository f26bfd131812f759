"""Moments at which the database can be looked at: a day, or a time on it."""

import datetime as dt

from tracker.domain.partial_dates import EARLIEST, LATEST

_LAST_OF_DAY = dt.time(23, 59, 59, 999999, dt.UTC)


def read_moment(text: str) -> dt.datetime:
    """Read ``2026-01-31`` or ``2026-01-31T12:00:00Z``; anything else is a ``ValueError``.

    A day alone means its end, so that what was changed on it is seen. A time without a zone is UTC.
    """
    text = text.strip()
    try:
        moment = dt.datetime.combine(dt.date.fromisoformat(text), _LAST_OF_DAY)
    except ValueError:
        moment = dt.datetime.fromisoformat(text)
    if not EARLIEST.year <= moment.year <= LATEST.year:
        msg = f"{text!r} is not between {EARLIEST.year} and {LATEST.year}"
        raise ValueError(msg)
    return moment.replace(tzinfo=moment.tzinfo or dt.UTC).astimezone(dt.UTC)
