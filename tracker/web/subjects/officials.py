"""Officials: their list and their records."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.exports import officials as exports
from tracker.forms.officials import OfficialFilterForm, OfficialForm
from tracker.queries.subjects.official_record import OfficialRecord, get_official
from tracker.queries.subjects.officials import OFFICIALS, OfficialItem
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.records import record_address, show_record
from tracker.web.site.sessions import session

blueprint = Blueprint("officials", __name__)

LISTING = Listing(
    "officials.index",
    "officials/index.html",
    OfficialFilterForm,
    ("name", "agreements"),
    "agreement_official",
    vocabularies={"country": "country"},
)

EDITING = Editing(
    "official",
    OfficialForm,
    _("Official"),
    address=lambda key: record_address("officials", key),
    list_address=lambda: url_for("officials.index", data=False),
)
EDITING.route(blueprint, "/officials", "<id:key>")


@blueprint.get("/officials", defaults={"data": False})
@blueprint.get("/officials.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of officials."""
    return LISTING.show_from(OFFICIALS, _item_data, data=data)


@blueprint.get("/officials.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    return LISTING.send_from(OFFICIALS)


@blueprint.get("/officials/choices.json")
@needs(Verb.READ)
def choices() -> ResponseReturnValue:
    """Tell what the filters offer, and how many officials stand behind each choice."""
    return LISTING.send_choices_from(OFFICIALS)


@blueprint.get("/officials/<id:official_id>", defaults={"data": False})
@blueprint.get("/officials/<id:official_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(official_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one official."""
    official = get_official(session(), official_id)
    return show_record("officials/record.html", official, _record_data, data=data)


def _item_data(item: OfficialItem) -> dict[str, Any]:
    return exports.item(item, record_address("officials", item.id, full=True))


def _record_data(official: OfficialRecord) -> dict[str, Any]:
    return exports.record(official, record_address("officials", official.id, full=True), language())
