"""Saves that wait for others: whether they can go through, and how often that was tried."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.queries.history.writing import somebody_writes
from tracker.web.site.auth import needs
from tracker.web.site.sessions import session

blueprint = Blueprint("writing", __name__)


@blueprint.get("/writing.json")
@needs(Verb.KEEP_ACCOUNT)
def tell() -> ResponseReturnValue:
    """Tell whether others write just now."""
    return {"writing": somebody_writes(session())}


def tries() -> int:
    """Return how often the form that was sent has been sent again by itself."""
    given = request.form.get("tries", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 3 else 0  # noqa: PLR2004 (digits)
