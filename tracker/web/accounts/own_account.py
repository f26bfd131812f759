"""One's own account: name, password, second factor, and the end of one's other sessions."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_security.utils import hash_password, login_user, verify_password

from tracker.domain.permissions import Verb
from tracker.forms.accounts import (
    CurrentPasswordForm,
    EmptyForm,
    OwnNameForm,
    PasswordForm,
    SecondFactorForm,
)
from tracker.queries.accounts.passkeys import passkeys_of
from tracker.queries.accounts.people import Person, credentials_of, get_person
from tracker.services.accounts import describe_oneself
from tracker.services.sign_in import (
    add_second_factor,
    end_sessions,
    forget_attempts,
    new_recovery_codes,
    remove_second_factor,
    set_password,
)
from tracker.web.accounts.second_factor import (
    matching,
    new_secret,
    picture,
    written,
)
from tracker.web.accounts.sign_in import may_try, too_often
from tracker.web.site.auth import (
    User,
    changing,
    current_actor,
    needs,
    signed_in,
)
from tracker.web.site.sessions import session, transaction

blueprint = Blueprint("accounts", __name__)

_OFFERED = "second_factor"  # in the cookie: the secret, encrypted, that is being set up


@blueprint.route("/account", methods=["GET", "POST"])
@needs(Verb.KEEP_ACCOUNT)
def index() -> ResponseReturnValue:
    """Show one's account, and change one's name."""
    own = signed_in()
    form = OwnNameForm(name=own.name)
    if form.validate_on_submit():
        actor = current_actor()
        with changing(actor) as lent:
            describe_oneself(lent, actor, str(form.name.data))
        return _back(gettext("Your name is changed."))
    page = render_template(
        "accounts/index.html",
        form=form,
        person=own,
        passkeys=passkeys_of(session(), own.id),
        button=EmptyForm(formdata=None),
    )
    return page, 422 if form.errors else 200


@blueprint.route("/account/password", methods=["GET", "POST"])
@needs(Verb.KEEP_ACCOUNT)
def password() -> ResponseReturnValue:
    """Change one's password, which ends one's sessions elsewhere."""
    form = PasswordForm()
    if form.validate_on_submit() and knows_password(form):
        actor = current_actor()
        with changing(actor) as lent:
            set_password(lent, actor, str(hash_password(str(form.password.data))))
        stay(signed_in())
        return _back(gettext("Your password is changed; your sessions elsewhere have ended."))
    return render_template("accounts/password.html", form=form), 422 if form.errors else 200


@blueprint.post("/account/sessions")
@needs(Verb.KEEP_ACCOUNT)
def sessions() -> ResponseReturnValue:
    """End one's sessions elsewhere."""
    with transaction() as lent:
        end_sessions(lent, signed_in().id)
    stay(signed_in())
    return _back(gettext("Your sessions elsewhere have ended."))


@blueprint.route("/account/second-factor", methods=["GET", "POST"])
@needs(Verb.KEEP_ACCOUNT)
def second_factor() -> ResponseReturnValue:
    """Set up a second factor, or another one; its recovery codes are shown this once."""
    form = SecondFactorForm()
    secret = cookie.setdefault(_OFFERED, new_secret())
    if form.validate_on_submit() and knows_password(form):
        counter = matching(secret, str(form.code.data))
        if counter is not None:
            codes = new_recovery_codes()
            actor = current_actor()
            with changing(actor) as lent:
                add_second_factor(lent, actor, secret, counter, codes)
            del cookie[_OFFERED]
            return render_template("accounts/recovery_codes.html", codes=codes)
        form.code.errors = [gettext("This is not the code that the app shows now.")]
    page = render_template(
        "accounts/second_factor.html",
        form=form,
        picture=picture(secret, signed_in().email),
        written=written(secret),
    )
    return page, 422 if form.errors else 200


@blueprint.route("/account/second-factor/remove", methods=["GET", "POST"])
@needs(Verb.KEEP_ACCOUNT)
def no_second_factor() -> ResponseReturnValue:
    """Remove one's second factor."""
    form = CurrentPasswordForm()
    if form.validate_on_submit() and knows_password(form):
        actor = current_actor()
        with changing(actor) as lent:
            remove_second_factor(lent, actor)
        return _back(gettext("You sign in without a code from now on."))
    return render_template("accounts/no_second_factor.html", form=form), 422 if form.errors else 200


def knows_password(form: CurrentPasswordForm) -> bool:
    """Tell whether the password of the form is one's own; count the attempt, and say if not."""
    own = signed_in()
    if not may_try(own.email):
        form.current.errors = [too_often()]
        return False
    found = credentials_of(session(), own.id)
    hashed = found.password_hash if found else None
    if hashed is None or not verify_password(str(form.current.data), hashed):
        form.current.errors = [gettext("This is not your present password.")]
        return False
    with transaction() as lent:
        forget_attempts(lent, own.id)
    return True


def stay(own: Person) -> None:
    """Go on in this browser after one's sessions were ended."""
    with transaction() as lent:
        found = get_person(lent, own.id)
    if found is not None:
        login_user(User(found))


def _back(message: str) -> ResponseReturnValue:
    flash(message)
    return redirect(url_for("accounts.index"))
