"""Passkeys: one's own, made and removed on one's account, and used to sign in."""

from base64 import b64decode, b64encode

from flask import Blueprint, Response, abort, flash, redirect, render_template, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from webauthn.helpers.structs import AuthenticationCredential

from tracker.domain.permissions import Verb
from tracker.forms.accounts import CurrentPasswordForm, NewPasskeyForm, PasskeyForm, SignInForm
from tracker.queries.accounts.passkeys import (
    KeptPasskey,
    PasskeyInUse,
    get_passkey,
    passkey_handle,
    passkeys_of,
)
from tracker.services.passkeys import (
    add_passkey,
    new_challenge,
    remove_passkey,
    use_challenge,
    use_passkey,
)
from tracker.web.accounts.own_account import knows_password, stay
from tracker.web.accounts.redirects import go_on
from tracker.web.accounts.relying_party import (
    PasskeyPlace,
    made_passkey,
    options_to_make,
    options_to_use,
    passkey_place,
    read_use,
    sign_count,
)
from tracker.web.accounts.sign_in import let_in, may_try, too_often
from tracker.web.site.auth import (
    changing,
    current_actor,
    needs,
    signed_in,
)
from tracker.web.site.sessions import session, transaction

blueprint = Blueprint("passkeys", __name__)
blueprint.add_app_template_global(passkey_place)

_CHALLENGE = "challenge"  # in the cookie: what this browser's passkey is to sign
_NAME = "passkey"  # in the cookie: what the passkey being made will be called


@blueprint.route("/account/passkeys/add", methods=["GET", "POST"])
@needs(Verb.KEEP_ACCOUNT)
def add() -> ResponseReturnValue:
    """Ask for a name and the password, then have the browser make a passkey."""
    place = _here()
    form = NewPasskeyForm()
    if not (form.validate_on_submit() and knows_password(form)):
        return render_template("passkeys/add.html", form=form), 422 if form.errors else 200
    own = signed_in()
    cookie[_NAME] = form.name.data
    known = passkeys_of(session(), own.id)
    options = options_to_make(place, own, passkey_handle(session(), own.id), known, _begin())
    return render_template(
        "passkeys/make.html", form=PasskeyForm(formdata=None), name=form.name.data, options=options
    )


@blueprint.post("/account/passkeys")
@needs(Verb.KEEP_ACCOUNT)
def make() -> ResponseReturnValue:
    """Keep a passkey that the browser made."""
    form = PasskeyForm()
    name = cookie.pop(_NAME, None)
    challenge = _end()
    if name and challenge and form.validate() and _added(name, str(form.answer.data), challenge):
        return _back(gettext("The passkey “%(name)s” lets you in from now on.", name=name))
    return _back(gettext("The passkey was not added. Try again."))


@blueprint.route("/account/passkeys/<id:passkey_id>/remove", methods=["GET", "POST"])
@needs(Verb.KEEP_ACCOUNT)
def remove(passkey_id: int) -> ResponseReturnValue:
    """Remove a passkey of one's own, which ends one's sessions elsewhere."""
    passkey = _own(passkey_id)
    form = CurrentPasswordForm()
    if form.validate_on_submit() and knows_password(form):
        actor = current_actor()
        with changing(actor) as lent:
            remove_passkey(lent, actor, passkey_id)
        stay(signed_in())
        return _back(
            gettext(
                "The passkey “%(name)s” lets nobody in any more; your sessions elsewhere have"
                " ended.",
                name=passkey.name,
            )
        )
    page = render_template("passkeys/remove.html", form=form, passkey=passkey)
    return page, 422 if form.errors else 200


@blueprint.post("/sign-in/passkey/challenge")
@needs(Verb.ENTER)
def challenge() -> ResponseReturnValue:
    """Tell a browser what a passkey is to sign, whosever it is."""
    return Response(options_to_use(_here(), _begin()), mimetype="application/json")


@blueprint.post("/sign-in/passkey")
@needs(Verb.ENTER)
def enter() -> ResponseReturnValue:
    """Let in whoever has a passkey and unlocked it, which stands for both factors."""
    form = PasskeyForm()
    used = read_use(str(form.answer.data)) if form.validate() else None
    kept = get_passkey(session(), used.raw_id) if used else None
    challenge = _end()
    if kept and not may_try(kept.email):
        return _sign_in_page(form, too_often()), 429
    if used and kept and challenge and _signed(used, kept, challenge):
        let_in(kept.account_id)
        return go_on(form.next.data)
    return _sign_in_page(form, gettext("This passkey does not let you in.")), 403


def _here() -> PasskeyPlace:
    """Return where passkeys work, if that is where the visitor is; nobody else is offered any."""
    place = passkey_place()
    return place if place and place.here else abort(404)


def _begin() -> bytes:
    """Return a challenge for this browser alone."""
    with transaction() as lent:
        challenge = new_challenge(lent)
    cookie[_CHALLENGE] = b64encode(challenge).decode()
    return challenge


def _end() -> bytes | None:
    """Return the challenge of this browser, if it is still good, and use it up."""
    challenge = b64decode(cookie.pop(_CHALLENGE, ""))
    with transaction() as lent:
        return challenge if use_challenge(lent, challenge) else None


def _added(name: str, answer: str, challenge: bytes) -> bool:
    made = made_passkey(_here(), answer, challenge)
    actor = current_actor()
    with changing(actor) as lent:
        return made is not None and add_passkey(lent, actor, name, made)


def _signed(used: AuthenticationCredential, kept: PasskeyInUse, challenge: bytes) -> bool:
    count = sign_count(_here(), used, kept, challenge)
    with transaction() as lent:
        return count is not None and use_passkey(lent, kept.id, count)


def _own(passkey_id: int) -> KeptPasskey:
    found = (each for each in passkeys_of(session(), signed_in().id) if each.id == passkey_id)
    return next(found, None) or abort(404)


def _sign_in_page(form: PasskeyForm, problem: str) -> str:
    page = SignInForm(formdata=None, next=form.next.data)
    page.form_errors.append(problem)
    return render_template("sign_in/index.html", form=page)


def _back(message: str) -> ResponseReturnValue:
    flash(message)
    return redirect(url_for("accounts.index"))
