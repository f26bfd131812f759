"""What a visitor reads when a page cannot be shown: said in words, as JSON for data addresses."""

from collections.abc import Sequence
from dataclasses import asdict

from flask import Flask, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import (
    BadRequest,
    Forbidden,
    HTTPException,
    InternalServerError,
    ServiceUnavailable,
    UnprocessableEntity,
)

from tracker.db.engine import DatabaseAway
from tracker.forms.filters import WrongParameter
from tracker.services.audit import NotAllowedError
from tracker.services.refusals import BusyError, RefusedError
from tracker.web.site.hosts import UnknownHost
from tracker.web.site.security import LARGEST_BODY


class WrongParameters(BadRequest):
    """An address with parameters that the page does not know."""

    def __init__(self, problems: Sequence[WrongParameter]) -> None:
        """Take what is wrong, one by one."""
        super().__init__()
        self.problems = problems


_RETRY_AFTER = 5  # seconds, in which the embedded server is started again


class _NotNow(ServiceUnavailable):
    """It may well do soon: programs are told when to ask again."""

    def __init__(self) -> None:
        """Say after how many seconds."""
        super().__init__(retry_after=_RETRY_AFTER)


class Away(_NotNow):
    """The database does not answer."""


class Busy(_NotNow):
    """Others write, and whoever asks has waited for them in vain."""


FAILURES: dict[type[Exception], type[HTTPException]] = {
    DatabaseAway: Away,
    BusyError: Busy,
    RefusedError: UnprocessableEntity,
    NotAllowedError: Forbidden,
}
"""What is answered to what goes wrong beneath the site."""


def init_app(app: Flask) -> None:
    """Show every failure in the site's own words."""
    app.register_error_handler(HTTPException, show)
    for ours in FAILURES:
        app.register_error_handler(ours, lambda error: show(as_answer(error)))
    app.before_request(_refuse_nul)


def as_answer(error: Exception) -> HTTPException:
    """Return what is answered to a failure."""
    if isinstance(error, HTTPException):
        return error
    return next(answer() for ours, answer in FAILURES.items() if isinstance(error, ours))


def wants_data() -> bool:
    """Tell whether the address is a data address."""
    return request.path.endswith((".json", ".csv"))


def _refuse_nul() -> None:
    """Refuse the one character that PostgreSQL cannot hold, wherever the address has it."""
    given = [("address", request.path), *request.args.items(multi=True)]
    problems = [
        WrongParameter(
            name.replace("\0", "␀"), value.replace("\0", "␀"), gettext("A null character.")
        )
        for name, value in given
        if "\0" in name + value
    ]
    if problems:
        raise WrongParameters(problems)


def show(error: HTTPException) -> ResponseReturnValue:
    """Tell of a failure, as a page or as data."""
    code = error.code or InternalServerError.code
    if code < 400:  # noqa: PLR2004 (redirects are answers, not failures)
        return error
    title, advice = words_of(error)
    headers = headers_of(error)
    problems = getattr(error, "problems", ())
    if wants_data():
        named = [f"{each.field}={each.value}" for each in problems]
        body = {
            "status": code,
            "message": ": ".join([title, *([", ".join(named)] if named else [])]),
            "problems": [asdict(each) for each in problems],
        }
        return {"error": body}, code, headers
    page = render_template("error.html", code=code, title=title, advice=advice, problems=problems)
    return page, code, headers


_OWN_HEADERS = {"content-type", "content-length"}


def headers_of(error: HTTPException) -> list[tuple[str, str]]:
    """Return what a failure tells programs, such as when to ask again."""
    return [pair for pair in error.get_headers() if pair[0].lower() not in _OWN_HEADERS]


# No statuses that we answer with: two 400s and a 503 for which the words are other ones.
_LAPSED, _BUSY, _ELSEWHERE = 419, 420, 418

_WORDS = {
    400: (
        _("This address asks for something that is not there to choose"),
        _("Change what is named below, or start again from the whole list."),
    ),
    401: (
        _("Please sign in"),
        _("This page is for people with an account."),
    ),
    403: (
        _("Your account may not do this"),
        _("Ask an administrator for the role that it takes."),
    ),
    404: (
        _("There is no such page"),
        _("The record may have been removed, or the address mistyped."),
    ),
    405: (
        _("This address does not take that"),
        _("Go back and try again from the page."),
    ),
    _ELSEWHERE: (
        _("This site does not go by the name in your address"),
        _("Whoever runs it can set TRACKER_SITE_URL to that name."),
    ),
    413: (
        _("That is too much at once"),
        _(
            "At most %(most)s MB can be sent. Go back, where all you typed still stands, and send"
            " less.",
            most=LARGEST_BODY // 2**20,
        ),
    ),
    _LAPSED: (
        _("This form has lapsed"),
        _("Go back, reload the page and send it again."),
    ),
    _BUSY: (
        _("Somebody is saving"),
        _("Nothing is lost. Try again in a moment."),
    ),
    415: (
        _("This address takes forms alone"),
        _("Send what a form of the page would send."),
    ),
    422: (
        _("The database does not take this"),
        _("Nothing is lost. Go back and change what you sent."),
    ),
    429: (
        _("Too many attempts"),
        _("Try again in a quarter of an hour."),
    ),
    503: (
        _("The database does not answer"),
        _("Nothing is lost. Try again in a moment."),
    ),
}
_OTHERWISE = (
    _("Something went wrong on our side"),
    _("It has been noted. Nothing that was saved is lost."),
)


def words_of(error: HTTPException) -> tuple[str, str]:
    """Return a title and advice for a failure."""
    kinds = {CSRFError: _LAPSED, Busy: _BUSY, UnknownHost: _ELSEWHERE}
    code = next((kinds[each] for each in kinds if isinstance(error, each)), error.code)
    title, advice = _WORDS.get(code or 0, _OTHERWISE)
    return str(title), str(advice)
