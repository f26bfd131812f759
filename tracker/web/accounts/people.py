"""The people who use the site, for administrators: add, change, disable, and let in again."""

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.permissions import Role, Verb
from tracker.forms.accounts import EmptyForm, NewPersonForm, PersonForm
from tracker.queries.accounts.passkeys import passkeys_of
from tracker.queries.accounts.people import Person, get_person, list_people
from tracker.services.accounts import (
    EmailTakenError,
    LastAdministratorError,
    add_account,
    change_account,
    set_active,
)
from tracker.services.passkeys import remove_passkeys_of
from tracker.services.sign_in import make_link
from tracker.web.accounts.expired_forms import preserve_submission
from tracker.web.site.auth import changing, current_actor, needs
from tracker.web.site.labels import ROLES
from tracker.web.site.sessions import session

blueprint = Blueprint("people", __name__)


@blueprint.get("/people")
@needs(Verb.MANAGE_PEOPLE)
def index() -> ResponseReturnValue:
    """List everybody who has an account."""
    return render_template("people/index.html", people=list_people(session()))


@blueprint.route("/people/add", methods=["GET", "POST"])
@needs(Verb.MANAGE_PEOPLE)
@preserve_submission()
def add() -> ResponseReturnValue:
    """Add a person; show the one-time link to pass on."""
    form = NewPersonForm()
    form.roles.choices = _roles()
    if form.validate_on_submit():
        actor = current_actor()
        try:
            with changing(actor) as lent:
                account_id, token = add_account(
                    lent, actor, str(form.email.data), str(form.name.data), _chosen(form)
                )
        except EmailTakenError:
            form.email.errors = [gettext("There is an account with this e-mail address already.")]
        else:
            return _show_link(_known(account_id), token)
    return render_template("people/add.html", form=form), 422 if form.errors else 200


@blueprint.route("/people/<id:account_id>", methods=["GET", "POST"])
@needs(Verb.MANAGE_PEOPLE)
@preserve_submission()
def record(account_id: int) -> ResponseReturnValue:
    """Show one person, and change the name and the roles."""
    found = _known(account_id)
    form = PersonForm(name=found.name, roles=list(found.roles))
    form.roles.choices = _roles()
    if form.validate_on_submit():
        actor = current_actor()
        try:
            with changing(actor) as lent:
                change_account(lent, actor, account_id, str(form.name.data), _chosen(form))
        except LastAdministratorError:
            form.roles.errors = [_last()]
        else:
            return _back(gettext("%(name)s is changed.", name=str(form.name.data)))
    page = render_template(
        "people/record.html",
        form=form,
        person=found,
        passkeys=passkeys_of(session(), account_id),
        button=EmptyForm(formdata=None),
    )
    return page, 422 if form.errors else 200


@blueprint.post("/people/<id:account_id>/link")
@needs(Verb.MANAGE_PEOPLE)
def link(account_id: int) -> ResponseReturnValue:
    """Make a one-time link for a person, to pass on."""
    found = _known(account_id)
    actor = current_actor()
    with changing(actor) as lent:
        token = make_link(lent, actor, account_id)
    return _show_link(found, token)


@blueprint.post("/people/<id:account_id>/passkeys")
@needs(Verb.MANAGE_PEOPLE)
def no_passkeys(account_id: int) -> ResponseReturnValue:
    """Remove a person's passkeys, which ends the person's sessions."""
    found = _known(account_id)
    actor = current_actor()
    with changing(actor) as lent:
        remove_passkeys_of(lent, actor, account_id)
    return _back(gettext("No passkey lets %(name)s in any more.", name=found.name))


@blueprint.post("/people/<id:account_id>/disable")
@needs(Verb.MANAGE_PEOPLE)
def disable(account_id: int) -> ResponseReturnValue:
    """Disable an account, which ends its sessions."""
    found = _known(account_id)
    actor = current_actor()
    try:
        with changing(actor) as lent:
            set_active(lent, actor, account_id, active=False)
    except LastAdministratorError:
        return _back(_last())
    return _back(gettext("%(name)s can no longer sign in.", name=found.name))


@blueprint.post("/people/<id:account_id>/enable")
@needs(Verb.MANAGE_PEOPLE)
def enable(account_id: int) -> ResponseReturnValue:
    """Enable an account again."""
    found = _known(account_id)
    actor = current_actor()
    with changing(actor) as lent:
        set_active(lent, actor, account_id, active=True)
    return _back(gettext("%(name)s can sign in again.", name=found.name))


def _known(account_id: int) -> Person:
    return get_person(session(), account_id) or abort(404)


def _roles() -> list[tuple[str, str]]:
    return [(role.value, str(ROLES[role])) for role in Role]


def _chosen(form: PersonForm) -> list[Role]:
    return [Role(code) for code in form.roles.data or ()]


def _show_link(found: Person, token: str) -> ResponseReturnValue:
    site = current_app.config["SITE_URL"] or request.host_url.rstrip("/")
    path = url_for("sign_in.link", token=token)
    return render_template("people/link.html", person=found, address=f"{site}{path}")


def _last() -> str:
    return str(gettext("This is the last active administrator, and has to stay one."))


def _back(message: str) -> ResponseReturnValue:
    flash(message)
    return redirect(url_for("people.index"))
