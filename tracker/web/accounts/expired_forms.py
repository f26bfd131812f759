"""Forms whose sender's session has ended meanwhile, or that cannot be saved now: none is lost.

The answer holds all that was typed, and the fields to sign in with. Sent again with these, the form
goes on to its view as if it had come from a session that was there all along. A form whose token
alone has lapsed comes back likewise, to be sent again; and so does one that the database is late
with or does not take, where its view has no answer of its own.
"""

from collections.abc import Callable

from flask import Flask, current_app, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf import FlaskForm
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import BadRequest, Forbidden, HTTPException, Unauthorized

from tracker.db.engine import DatabaseAway
from tracker.forms.accounts import CodeForm, SignInForm
from tracker.queries.accounts.people import get_person
from tracker.web.accounts.sign_in import (
    NotLetInError,
    awaited,
    awaits_code,
    check_code,
    check_password,
    let_in,
)
from tracker.web.site.auth import (
    View,
    csrf,
    forget_person,
    may,
    needed,
)
from tracker.web.site.errors import FAILURES, Busy, as_answer, headers_of, show, words_of
from tracker.web.site.sessions import session
from tracker.web.site.writing import tries

_CARRIED = "tracker_carried"
_SHOWS_AGAIN = "tracker_shows_again"
_VALID = "csrf_valid"  # by which Flask-WTF knows that the token was looked at
_PREFIX = "sign-in-"  # of the fields that are no part of the form that is carried
_NOT_CARRIED = {"csrf_token", "do", "tries"}


def init_app(app: Flask) -> None:
    """Lose nothing typed in the forms that are carried."""
    app.before_request(_before)
    carried: list[type[Exception]] = [Unauthorized, Forbidden, *FAILURES]
    for error in carried:
        app.register_error_handler(error, _carry)


def preserve_submission(*, shows_again: bool = False) -> Callable[[View], View]:
    """Have what is typed for this view never be lost; put it next to the function.

    A view that ``shows_again`` its form where the token has lapsed asks `has_valid_csrf` itself.
    """

    def declare(view: View) -> View:
        setattr(view, _CARRIED, True)
        setattr(view, _SHOWS_AGAIN, shows_again)
        csrf.exempt(view)  # which would answer with nothing of what was typed
        return view

    return declare


def has_valid_csrf() -> bool:
    """Tell whether the form is one that this visitor was given, and not too long ago."""
    if not g.get(_VALID):
        try:
            csrf.protect()
        except CSRFError:
            return False
    return True


def _before() -> ResponseReturnValue | None:
    """Hand back what was typed where the form cannot go on as it came."""
    if not _is_form():
        return None
    if not may(needed(str(request.endpoint))):
        return _sign_in()
    if has_valid_csrf() or _declares(_SHOWS_AGAIN):
        return None
    return _page(FlaskForm(), BadRequest.code)


def _sign_in() -> ResponseReturnValue | None:
    """Let in whoever sends a form again with what they sign in with."""
    code = CodeForm(prefix=_PREFIX)
    password = SignInForm(prefix=_PREFIX)
    try:
        if code.code.name in request.form:
            return _take_code(code)
        if password.email.name in request.form:
            return _take_password(password)
    except NotLetInError as error:
        return _page(code if code.errors else password, error.status)
    return None


def _take_password(form: SignInForm) -> ResponseReturnValue | None:
    if not form.validate():
        return _page(form)
    found = check_password(form)
    if awaits_code(found):
        return _page(CodeForm(prefix=_PREFIX, formdata=None))
    return _let_in(form, found.account_id)


def _take_code(form: CodeForm) -> ResponseReturnValue | None:
    found = awaited()
    if found is None:
        return _page(SignInForm(prefix=_PREFIX, formdata=None))
    if not form.validate():
        return _page(form)
    check_code(form, found)
    return _let_in(form, found.account_id)


def _let_in(form: SignInForm | CodeForm, account_id: int) -> ResponseReturnValue | None:
    """Begin a session for somebody who may do what the request asks."""
    person = get_person(session(), account_id)
    if person is None or needed(str(request.endpoint)) not in person.verbs:
        form.form_errors.append(gettext("This account may not do this. Sign in with another."))
        return _page(form, Forbidden.code)
    let_in(account_id)
    g.pop("csrf_token", None)  # that of the session before
    setattr(g, _VALID, True)  # by a page that was ours
    return None


def _carry(error: Exception) -> ResponseReturnValue:
    """Hand back what somebody typed who may not save it, or that cannot be saved now."""
    answer = as_answer(error)
    if isinstance(error, DatabaseAway):
        forget_person()  # who cannot be looked up for the page either
    if not _is_form():
        return show(answer)
    if isinstance(answer, Unauthorized | Forbidden):
        return _page(SignInForm(prefix=_PREFIX, formdata=None), answer.code)
    return _page(FlaskForm(), answer.code, answer)


def _is_form() -> bool:
    return request.method == "POST" and _declares(_CARRIED)


def _declares(what: str) -> bool:
    return bool(getattr(current_app.view_functions.get(str(request.endpoint)), what, False))


def _page(
    form: FlaskForm,
    code: int | None = Unauthorized.code,
    failure: HTTPException | None = None,
) -> ResponseReturnValue:
    """Show a form, to sign in with where it has fields for it, that carries the one sent."""
    kept = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in _NOT_CARRIED and not name.startswith(_PREFIX)
    ]
    page = render_template(
        "forms/lapsed.html",
        form=form,
        code=code,
        kept=kept,
        do=request.form.get("do", ""),
        told=failure and words_of(failure),
        waits=isinstance(failure, Busy),
        tries=tries(),
    )
    return page, code or Unauthorized.code, headers_of(failure) if failure else []
