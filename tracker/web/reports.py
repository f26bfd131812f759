"""Reports: for now what they can ask, the data dictionary."""

from dataclasses import asdict

from flask import Blueprint, current_app, jsonify, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.reports.dictionary import get_dictionary
from tracker.reports.runner import Runner
from tracker.web.auth import needs

blueprint = Blueprint("reports", __name__)


@blueprint.get("/reports/dictionary", defaults={"data": False})
@blueprint.get("/reports/dictionary.json", defaults={"data": True})
@needs(Verb.READ)
def dictionary(*, data: bool) -> ResponseReturnValue:
    """Show what each report view and column means."""
    views = get_dictionary(Runner(current_app.extensions["database"].connect_reader))
    if data:
        return jsonify(views=[asdict(view) for view in views])
    return render_template("reports/dictionary.html", views=views)
