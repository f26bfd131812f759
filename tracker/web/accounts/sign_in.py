"""Signing in and out: by password, with a code where one is asked for, or by a one-time link."""

import time
from functools import cache

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_security.utils import hash_password, login_user, logout_user, verify_password

from tracker.domain.permissions import Verb
from tracker.errors import TrackerError
from tracker.forms.accounts import CodeForm, LinkForm, SignInForm
from tracker.queries.accounts.people import (
    Credentials,
    Person,
    credentials_by_email,
    credentials_of,
    get_by_link,
    get_person,
)
from tracker.services.accounts import AccountError, EmailTakenError, describe_oneself
from tracker.services.sign_in import (
    end_sessions,
    note_attempt,
    note_success,
    set_password,
    use_code,
    use_link,
    use_recovery_code,
)
from tracker.web.accounts.redirects import go_on
from tracker.web.accounts.second_factor import matching
from tracker.web.site.auth import (
    User,
    actor_of,
    changing,
    needs,
    person,
)
from tracker.web.site.sessions import session, transaction

blueprint = Blueprint("sign_in", __name__)

_PATIENCE = 600  # seconds between the password and the code
_AWAITED = "awaited"  # in the cookie: who gave the password, and when


@blueprint.route("/sign-in", methods=["GET", "POST"])
@needs(Verb.ENTER)
def enter() -> ResponseReturnValue:
    """Ask for e-mail address and password."""
    wanted = request.values.get("next")
    if person() is not None:
        return go_on(wanted)
    form = SignInForm(next=wanted)
    if not form.validate_on_submit():
        return render_template("sign_in/index.html", form=form)
    try:
        found = check_password(form)
    except NotLetInError as error:
        return render_template("sign_in/index.html", form=form), error.status
    if awaits_code(found):
        return redirect(url_for("sign_in.code", next=wanted))
    let_in(found.account_id)
    return go_on(wanted)


@blueprint.route("/sign-in/code", methods=["GET", "POST"])
@needs(Verb.ENTER)
def code() -> ResponseReturnValue:
    """Ask for a code of the second factor from somebody who gave the password."""
    wanted = request.values.get("next")
    found = awaited()
    if found is None:
        return redirect(url_for("sign_in.enter", next=wanted))
    form = CodeForm(next=wanted)
    if not form.validate_on_submit():
        return render_template("sign_in/code.html", form=form), 403 if form.errors else 200
    try:
        check_code(form, found)
    except NotLetInError as error:
        return render_template("sign_in/code.html", form=form), error.status
    let_in(found.account_id)
    return go_on(wanted)


@blueprint.route("/sign-in/link/<token>", methods=["GET", "POST"])
@needs(Verb.ENTER)
def link(token: str) -> ResponseReturnValue:
    """Let somebody in by a one-time link, who chooses a password; opening it alone uses nothing."""
    found = get_by_link(session(), token)
    if found is None:
        return render_template("sign_in/lapsed.html"), 410
    form = LinkForm(email="" if _is_first(found) else found.email, name=found.name)
    if form.validate_on_submit() and _took_link(token, found, form):
        let_in(found.id)
        return redirect(url_for("home.index"))
    return render_template("sign_in/link.html", form=form), 422 if form.errors else 200


@blueprint.post("/sign-out")
@needs(Verb.ENTER)
def leave() -> ResponseReturnValue:
    """End every session of the person: one kept in a cookie alone could come back.

    The answer to a page fetched ahead brings the old cookie with it, after this one was cleared.
    """
    if found := person():
        with transaction() as lent:
            end_sessions(lent, found.id)
    logout_user()
    cookie.clear()
    return redirect(url_for("home.index"))


class NotLetInError(TrackerError):
    """Somebody is not let in; the form says why."""

    def __init__(self, status: int = 403) -> None:
        """Take the status to answer with."""
        super().__init__()
        self.status = status


def check_password(form: SignInForm) -> Credentials:
    """Return whose e-mail address and password a form has; else say in it what is wrong.

    Raises ``NotLetInError``.
    """
    email, password = str(form.email.data), str(form.password.data)
    _count_attempt(form, email)
    found = credentials_by_email(session(), email)
    if not _right(found, password) or found is None:
        form.form_errors.append(gettext("The e-mail address or the password is not right."))
        raise NotLetInError
    return found


def awaits_code(found: Credentials) -> bool:
    """Tell whether a code is wanted beside the password, and remember who gave the password."""
    if found.totp_secret is None:
        return False
    cookie[_AWAITED] = [found.account_id, int(time.time())]
    return True


def awaited() -> Credentials | None:
    """Return what somebody signs in with who gave the password a moment ago."""
    account_id, since = cookie.get(_AWAITED, (0, 0))
    return None if since + _PATIENCE < time.time() else credentials_of(session(), account_id)


def check_code(form: CodeForm, found: Credentials) -> None:
    """Use the code in a form up; else say in it what is wrong. Raises ``NotLetInError``."""
    _count_attempt(form, _known(found.account_id).email)
    if not _good_code(found, str(form.code.data)):
        form.code.errors = [gettext("This code is not right, or was used before.")]
        raise NotLetInError


def _count_attempt(form: SignInForm | CodeForm, email: str) -> None:
    if not may_try(email):
        form.form_errors.append(too_often())
        raise NotLetInError(429)


def may_try(email: str) -> bool:
    """Count an attempt to sign in from where the visitor is; tell whether it may be made."""
    with transaction() as lent:
        return note_attempt(lent, email, request.remote_addr or "")


def too_often() -> str:
    """Say that it may not."""
    return str(gettext("Too many attempts. Try again in a quarter of an hour."))


def _right(found: Credentials | None, password: str) -> bool:
    """Tell whether a password is right, in the same time whether there is an account or not."""
    hashed = found.password_hash if found else None
    return bool(verify_password(password, hashed or _nobodys_hash())) and hashed is not None


@cache
def _nobodys_hash() -> str:
    return str(hash_password(str(current_app.secret_key)))


def _good_code(found: Credentials, code: str) -> bool:
    counter = matching(str(found.totp_secret), code, found.totp_counter)
    with transaction() as lent:
        if counter is not None:
            return use_code(lent, found.account_id, counter)
        return use_recovery_code(lent, found.account_id, code)


def _took_link(token: str, found: Person, form: LinkForm) -> bool:
    """Use the link up and keep what the form says; tell whether both could be done."""
    actor = actor_of(found)
    try:
        with changing(actor) as lent:
            if use_link(lent, token) is None:
                abort(410)
            describe_oneself(lent, actor, str(form.name.data), str(form.email.data))
            set_password(lent, actor, str(hash_password(str(form.password.data))))
    except EmailTakenError:
        form.email.errors = [gettext("Another account has this e-mail address.")]
        return False
    except AccountError:
        form.email.errors = [gettext("This is not an e-mail address.")]
        return False
    return True


def _is_first(found: Person) -> bool:
    """Tell whether an account is the one that `tracker up` made, which has no real address yet."""
    return found.email.endswith("@localhost")


def _known(account_id: int) -> Person:
    return get_person(session(), account_id) or abort(404)


def let_in(account_id: int) -> None:
    """Begin a new session for a person."""
    with transaction() as lent:
        note_success(lent, account_id)
        found = get_person(lent, account_id) or abort(404)
    cookie.clear()
    cookie.permanent = True
    login_user(User(found))
