"""Who asks, and whether they may: each view says what it needs, and nothing else is answered."""

from collections.abc import Callable
from typing import TypeVar

from flask import Flask, abort, current_app, request
from werkzeug.exceptions import Forbidden, Unauthorized

from tracker.domain.permissions import Verb, visitor_verbs
from tracker.services.changing import Actor

View = TypeVar("View", bound=Callable[..., object])

_NEEDS = "tracker_needs"


def init_app(app: Flask) -> None:
    """Answer nobody who may not have what an address gives."""
    app.before_request(_check)
    app.jinja_env.globals["may"] = may
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


def may(verb: str) -> bool:
    """Tell whether whoever asks may do something; for templates too: ``may("edit")``."""
    actor = signed_in()
    return Verb(verb) in (visitor_verbs(public_read=True) if actor is None else actor.verbs)


def signed_in() -> Actor | None:
    """Return who has signed in, if anybody has."""
    return None


def current_actor() -> Actor:
    """Return who has signed in, to hand to a service; 401 where nobody has."""
    return signed_in() or abort(Unauthorized.code)


def _check() -> None:
    if request.endpoint is None or may(needed(request.endpoint)):
        return
    abort(Unauthorized.code if signed_in() is None else Forbidden.code)
