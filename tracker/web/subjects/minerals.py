"""Minerals: their list and their records."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.exports import minerals as exports
from tracker.forms.minerals import MineralFilterForm
from tracker.queries.subjects.minerals import MINERALS, get_mineral
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.languages import language
from tracker.web.site.records import RecordPage, record_address

blueprint = Blueprint("minerals", __name__)

LISTING = Listing(
    "minerals",
    MINERALS,
    MineralFilterForm,
    lambda item: exports.item(item, record_address("minerals", item.code, full=True)),
    sorts=("name", "agreements", "lists"),
)
LISTING.route(blueprint, "/minerals")

RECORD = RecordPage(
    "minerals",
    get_mineral,
    lambda mineral: exports.record(
        mineral, record_address("minerals", mineral.code, full=True), language()
    ),
)
RECORD.route(blueprint, "/minerals", "<code:code>")

EDITING = Editing(
    "mineral",
    _("Mineral"),
    address=lambda key: record_address("minerals", key),
    list_address=lambda: url_for("minerals.index", data=False),
)
EDITING.route(blueprint, "/minerals", "<code:key>")
