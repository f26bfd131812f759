"""Minerals: their list and their records."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.exports import minerals as exports
from tracker.forms.minerals import MineralFilterForm
from tracker.queries.choices import choices_of
from tracker.queries.mineral_records import MineralRecord, get_mineral
from tracker.queries.minerals import MINERALS, MineralItem
from tracker.web.auth import needs
from tracker.web.languages import language
from tracker.web.lists import Listing, offered, read_filters
from tracker.web.records import record_address, show_record
from tracker.web.sessions import session

blueprint = Blueprint("minerals", __name__)

LISTING = Listing("minerals.index", "minerals/index.html", ("name", "agreements", "lists"))


@blueprint.get("/minerals", defaults={"data": False})
@blueprint.get("/minerals.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of minerals."""
    form = read_filters(MineralFilterForm, _choices())
    return LISTING.show_from(MINERALS, form, _item_data, data=data)


@blueprint.get("/minerals.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    form = read_filters(MineralFilterForm, _choices())
    return LISTING.send_from(MINERALS, form)


@blueprint.get("/minerals/<code:code>", defaults={"data": False})
@blueprint.get("/minerals/<code:code>.json", defaults={"data": True})
@needs(Verb.READ)
def record(code: str, *, data: bool) -> ResponseReturnValue:
    """Show one mineral."""
    mineral = get_mineral(session(), code)
    return show_record("minerals/record.html", mineral, _record_data, data=data)


def _choices() -> dict[str, list[tuple[str, str]]]:
    found = choices_of(session(), "criticality_list")
    return {
        "criticality_list": offered(found["criticality_list"]),
        "sort": LISTING.sort_choices(),
    }


def _item_data(item: MineralItem) -> dict[str, Any]:
    return exports.item(item, record_address("minerals", item.code, full=True))


def _record_data(mineral: MineralRecord) -> dict[str, Any]:
    return exports.record(mineral, record_address("minerals", mineral.code, full=True), language())
