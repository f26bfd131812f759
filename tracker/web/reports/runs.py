"""Runs that can be cancelled: the browser that starts one names it, and nobody else knows the name.

The name is one of 2**128, goes with the request and into no address, and counts for one account
alone. A request that cancels may reach another process than the one that runs the report: the
database ends it.
"""

import re
from http import HTTPStatus

from flask import Blueprint, Flask, current_app, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError

from tracker.domain.permissions import Verb
from tracker.reports.runner import cancel
from tracker.web.site.auth import needs, person

blueprint = Blueprint("report_runs", __name__)

_HEADER = "Tracker-Run"
_NAME = re.compile(r"[0-9a-f]{32}")


def init_app(app: Flask) -> None:
    """Take a name for the proof that a request is no forged one: who could forge it needs that."""
    app.extensions["csrf"].exempt(f"{__name__}.stop")


def run_named() -> str | None:
    """Return by what name the request wants its run to be known; None for no name."""
    return _of_visitor(request.headers.get(_HEADER, ""))


@blueprint.post("/reports/runs/<name>/cancel")
@needs(Verb.READ)
def stop(name: str) -> ResponseReturnValue:
    """End the visitor's run of this name, and tell nobody whether there was one."""
    run_id = _of_visitor(name)
    if run_id is None:
        raise CSRFError  # what stands for the token of a form is none
    cancel(current_app.extensions["database"].connect_app, run_id)
    return "", HTTPStatus.NO_CONTENT


def _of_visitor(name: str) -> str | None:
    if not _NAME.fullmatch(name):
        return None
    found = person()
    return f"{name} {found.id if found else 'visitor'}"
