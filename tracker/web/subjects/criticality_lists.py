"""Criticality lists: their forms. They are shown as a filter of the minerals."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.web.editing.editing import Editing

blueprint = Blueprint("criticality_lists", __name__)

EDITING = Editing(
    "criticality_list",
    _("Criticality list"),
    address=lambda key: url_for("minerals.index", data=False, criticality_list=key),
    list_address=lambda: url_for("minerals.index", data=False),
)
EDITING.route(blueprint, "/criticality-lists", "<id:key>")
