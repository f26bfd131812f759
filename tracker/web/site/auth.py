"""Who asks, and whether they may: each view says what it needs, and nothing else is answered."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar, cast

from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import AnonymousUserMixin
from flask_security import RoleMixin, Security, UserDatastore, UserMixin, current_user
from flask_wtf import CSRFProtect
from werkzeug.exceptions import Forbidden, Unauthorized

from tracker.domain.permissions import Verb, visitor_verbs
from tracker.domain.vocabularies import Door
from tracker.queries.accounts.people import Person, get_by_session_key
from tracker.services.audit import Author, begin_change
from tracker.services.refusals import refusals_at
from tracker.web.site.errors import wants_data
from tracker.web.site.sessions import session, transaction

if TYPE_CHECKING:
    from tracker.db.engine import Session

View = TypeVar("View", bound=Callable[..., object])

csrf = CSRFProtect()

_NEEDS = "tracker_needs"


class User(UserMixin):
    """A person as Flask-Security knows them."""

    fs_uniquifier = ""

    def __init__(self, person: Person) -> None:
        """Wrap a person."""
        self.person = person
        self.fs_uniquifier = person.session_key
        self.active = True
        self.roles: list[RoleMixin] = []  # what people may do is ours to tell


class _People(UserDatastore):
    """Where Flask-Security finds people. It writes nothing: services do."""

    def __init__(self) -> None:
        super().__init__(User, RoleMixin)

    def find_user(self, case_insensitive: bool = False, **given: Any) -> User | None:  # noqa: ANN401, ARG002, FBT001, FBT002 (its signature)
        found = get_by_session_key(session(), given["fs_uniquifier"])
        return None if found is None else User(found)


def init_app(app: Flask) -> None:
    """Answer nobody who may not have what an address gives, and take no forged request."""
    csrf.init_app(app)
    # Its sessions and its hashing; the pages are our own.
    security = Security(app, _People(), register_blueprint=False)
    security.principal.skip_static = True  # a file needs nobody looked up
    # Nobody signs in with a token, which it would look for in whatever JSON is sent.
    app.login_manager.request_loader(None)  # type: ignore[attr-defined]
    app.before_request(_check)
    app.after_request(_keep_private)
    app.jinja_env.globals.update(may=may, person_signed_in=person)
    needs(Verb.ENTER)(app.view_functions["static"])


def needs(verb: Verb) -> Callable[[View], View]:
    """Say what a visitor must be allowed to do for this view; put it next to the function."""

    def declare(view: View) -> View:
        setattr(view, _NEEDS, verb)
        return view

    return declare


def needed(endpoint: str) -> Verb:
    """Return what a view said that it needs; a view that says nothing is a mistake of ours."""
    verb: Verb = getattr(current_app.view_functions[endpoint], _NEEDS)
    return verb


def forget_person() -> None:
    """Have the rest of this request be nobody's: who has signed in cannot be looked up."""
    g._login_user = AnonymousUserMixin()  # noqa: SLF001 (where Flask-Login looks first)


def person() -> Person | None:
    """Return who has signed in, if anybody has."""
    return cast("User", current_user).person if current_user.is_authenticated else None


def signed_in() -> Person:
    """Return who has signed in; 401 where nobody has."""
    return person() or abort(Unauthorized.code)


def may(verb: str) -> bool:
    """Tell whether whoever asks may do something; for templates too: ``may("edit")``."""
    if verb in visitor_verbs(public_read=current_app.config["PUBLIC_READ"]):
        return True
    found = person()
    return found is not None and verb in found.verbs


def actor_of(found: Person) -> Author:
    """Return a person as services take who changes something."""
    return Author(found.name, found.id, found.verbs)


def current_actor() -> Author:
    """Return who has signed in, to hand to a service; 401 where nobody has."""
    return actor_of(signed_in())


@contextmanager
def changing(actor: Author, reason: str | None = None) -> "Iterator[Session]":
    """Lend a session in which somebody changes the database through a form of the site.

    All is kept, unless an error leaves the block: then nothing is. Raises ``BusyError`` where
    others write for too long, and ``RefusedError`` for whatever else the database does not take.
    """
    with refusals_at(), transaction() as lent:
        begin_change(lent, actor, Door.FORM, reason)
        yield lent


def _check() -> ResponseReturnValue | None:
    if request.endpoint is None or may(needed(request.endpoint)):
        return None
    if person() is not None:
        abort(Forbidden.code)
    if wants_data() or request.method not in {"GET", "HEAD"}:
        abort(Unauthorized.code)
    return redirect(url_for("sign_in.enter", next=request.full_path.removesuffix("?")))


def _keep_private(response: Response) -> Response:
    """Let no cache keep what is shown to somebody who has signed in."""
    if "_login_user" in g and person() is not None:
        response.headers["Cache-Control"] = "private, no-store"
    return response
