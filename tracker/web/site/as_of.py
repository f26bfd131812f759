"""The moment at which a page shows the database: now, or an earlier one that the address names.

Every page and data address that shows records takes ``as_of``; the links on it keep it.
"""

import datetime as dt
from contextvars import ContextVar
from typing import Any, NamedTuple
from urllib.parse import urlencode

from babel.dates import format_datetime
from flask import Flask, request
from flask_babel import get_locale, gettext

from tracker.domain.moments import read_moment
from tracker.forms.filters import AS_OF, CURSOR, WrongParameter
from tracker.web.site.errors import WrongParameters


class _Asked(NamedTuple):
    """The moment of a request, and how its address has it; None for now."""

    moment: dt.datetime | None = None
    given: str | None = None


_NOW = _Asked()
_asked = ContextVar("moment", default=_NOW)
"""Every link of a page looks here: ``flask.request`` would take much longer."""


def init_app(app: Flask) -> None:
    """Read the moment of each request, and keep it in the addresses that its page leads to."""
    app.before_request(_read)
    app.url_defaults(_keep)
    app.jinja_env.globals.update(
        address_now=address_now, as_of=as_of_given, moment_shown=moment_shown, today=today
    )


def as_of() -> dt.datetime | None:
    """Return the moment that the address names; None for now."""
    return _asked.get().moment


def as_of_given() -> str | None:
    """Return the moment as the address has it, to be kept in others; None for now."""
    return _asked.get().given


def moment_shown() -> str:
    """Write the moment for people; a day that is over without its time."""
    moment = as_of()
    if moment is None:
        return ""
    pattern = "d MMMM y" if moment.time() == dt.time.max else "d MMMM y HH:mm 'UTC'"
    return str(format_datetime(moment, pattern, locale=get_locale()))


def address_now() -> str:
    """Return the address of this page as the database stands now."""
    given = request.args.items(multi=True)
    query = urlencode([(name, value) for name, value in given if name not in {AS_OF, CURSOR}])
    return f"{request.script_root}{request.path}{f'?{query}' if query else ''}"


def today() -> str:
    """Return the day that it is, the last that can be looked at."""
    return dt.datetime.now(dt.UTC).date().isoformat()


def _read() -> None:
    _asked.set(_NOW)
    given = request.args.get(AS_OF)
    if not given:
        return
    now = dt.datetime.now(dt.UTC)
    try:
        moment = read_moment(given)
    except ValueError:
        message = gettext("This is not a date such as 2026-01-31.")
        raise WrongParameters([WrongParameter(AS_OF, given, message)]) from None
    if moment.date() > now.date():
        message = gettext("This day has not come yet.")
        raise WrongParameters([WrongParameter(AS_OF, given, message)])
    _asked.set(_Asked(min(moment, now), given))


def _keep(endpoint: str, values: dict[str, Any]) -> None:
    if endpoint != "static" and (given := as_of_given()) is not None:
        values.setdefault(AS_OF, given)
