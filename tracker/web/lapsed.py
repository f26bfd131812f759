"""Forms of records whose sender's session has ended meanwhile, or may not save them: none is lost.

The answer holds all that was typed, and the fields to sign in with. Sent again with these, the form
goes on to its view as if it had come from a session that was there all along.
"""

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from werkzeug.exceptions import Forbidden, HTTPException, Unauthorized

from tracker.forms.accounts import CodeForm, SignInForm
from tracker.queries.accounts import get_person
from tracker.web.auth import may, needed
from tracker.web.creating import asking_field
from tracker.web.errors import show
from tracker.web.sessions import session
from tracker.web.sign_in import (
    NotLetInError,
    awaited,
    awaits_code,
    check_code,
    check_password,
    let_in,
)

VIEWS = ("new", "edit")
"""The views that take forms of records, in each of their blueprints."""

_PREFIX = "sign-in-"  # of the fields that are no part of the form that is carried
_NOT_CARRIED = {"csrf_token", "do"}


def init_app(app: Flask) -> None:
    """Lose nothing typed in forms of records."""
    app.before_request(_sign_in)
    for error in (Unauthorized, Forbidden):
        app.register_error_handler(error, _carry)


def was_let_in() -> bool:
    """Tell whether this request itself has signed its sender in, by a form that was ours."""
    return bool(g.get("let_in"))


def _sign_in() -> ResponseReturnValue | None:
    """Let in whoever sends a form again with what they sign in with; else hand it back."""
    if not _is_form() or may(needed(str(request.endpoint))):
        return None
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
    g.let_in = True
    return None


def _carry(error: HTTPException) -> ResponseReturnValue:
    """Hand back what somebody typed who may not save it."""
    if not _is_form():
        return show(error)
    return _page(SignInForm(prefix=_PREFIX, formdata=None), error.code)


def _is_form() -> bool:
    return request.method == "POST" and str(request.endpoint).rpartition(".")[2] in VIEWS


def _page(form: SignInForm | CodeForm, code: int | None = Unauthorized.code) -> ResponseReturnValue:
    """Show a form to sign in with that carries the fields of the one that was sent."""
    carried = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in _NOT_CARRIED and not name.startswith(_PREFIX)
    ]
    page = render_template(
        "forms/lapsed.html",
        form=form,
        code=code,
        carried=carried,
        do=request.form.get("do", ""),
        made_for=asking_field(),
    )
    return page, code or Unauthorized.code
