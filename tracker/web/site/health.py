"""Whether the site lives and whether it can serve, for those who watch over it."""

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.queries.history.writing import writers_waiting
from tracker.web.site.auth import needs
from tracker.web.site.errors import Away, headers_of
from tracker.web.site.sessions import session

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
@needs(Verb.ENTER)
def health() -> ResponseReturnValue:
    """Answer 200: this process lives. Starting it anew would bring no database back."""
    return {"status": "ok"}


@blueprint.get("/ready")
@needs(Verb.ENTER)
def ready() -> ResponseReturnValue:
    """Answer 200 when a page could be shown, 503 otherwise; and say how many wait to write."""
    if not current_app.extensions["database"].answers():
        return {"status": "the database does not answer"}, 503, headers_of(Away())
    return {"status": "ok", "writers_waiting": writers_waiting(session())}
