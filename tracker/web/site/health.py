"""Whether the site and its database answer, for those who watch over it."""

from flask import Blueprint, current_app
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.web.site.auth import needs

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
@needs(Verb.ENTER)
def health() -> ResponseReturnValue:
    """Answer 200 when the database does, 503 otherwise."""
    if current_app.extensions["database"].answers():
        return {"status": "ok"}
    return {"status": "the database does not answer"}, 503
