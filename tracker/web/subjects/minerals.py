"""Minerals: their list and their records."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.exports import minerals as exports
from tracker.forms.minerals import MineralFilterForm, MineralForm
from tracker.queries.subjects.mineral_record import MineralRecord, get_mineral
from tracker.queries.subjects.minerals import MINERALS, MineralItem
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.records import record_address, show_record
from tracker.web.site.sessions import session

blueprint = Blueprint("minerals", __name__)

LISTING = Listing(
    "minerals.index",
    "minerals/index.html",
    MineralFilterForm,
    ("name", "agreements", "lists"),
    vocabularies={"criticality_list": "criticality_list"},
)

EDITING = Editing(
    "mineral",
    MineralForm,
    _("Mineral"),
    address=lambda key: record_address("minerals", key),
    list_address=lambda: url_for("minerals.index", data=False),
)
EDITING.route(blueprint, "/minerals", "<code:key>")


@blueprint.get("/minerals", defaults={"data": False})
@blueprint.get("/minerals.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of minerals."""
    return LISTING.show_from(MINERALS, _item_data, data=data)


@blueprint.get("/minerals.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    return LISTING.send_from(MINERALS)


@blueprint.get("/minerals/choices.json")
@needs(Verb.READ)
def choices() -> ResponseReturnValue:
    """Tell what the filters offer, and how many minerals stand behind each choice."""
    return LISTING.send_choices_from(MINERALS)


@blueprint.get("/minerals/<code:code>", defaults={"data": False})
@blueprint.get("/minerals/<code:code>.json", defaults={"data": True})
@needs(Verb.READ)
def record(code: str, *, data: bool) -> ResponseReturnValue:
    """Show one mineral."""
    mineral = get_mineral(session(), code)
    return show_record("minerals/record.html", mineral, _record_data, data=data)


def _item_data(item: MineralItem) -> dict[str, Any]:
    return exports.item(item, record_address("minerals", item.code, full=True))


def _record_data(mineral: MineralRecord) -> dict[str, Any]:
    return exports.record(mineral, record_address("minerals", mineral.code, full=True), language())
