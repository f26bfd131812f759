"""The first page."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.queries.home import get_overview
from tracker.web.sessions import session

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def index() -> ResponseReturnValue:
    """Show how much there is, and what came last."""
    return render_template("home.html", overview=get_overview(session()))
