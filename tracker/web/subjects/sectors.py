"""Sectors: their list and their records."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.exports import sectors as exports
from tracker.forms.sectors import SectorFilterForm, SectorForm
from tracker.queries.subjects.sector_record import SectorRecord, get_sector
from tracker.queries.subjects.sectors import SECTORS, SectorItem
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.records import record_address, show_record
from tracker.web.site.sessions import session

blueprint = Blueprint("sectors", __name__)

LISTING = Listing(
    "sectors.index", "sectors/index.html", SectorFilterForm, ("position", "name", "agreements")
)


EDITING = Editing(
    "sector",
    SectorForm,
    _("Sector"),
    address=lambda key: record_address("sectors", key),
    list_address=lambda: url_for("sectors.index", data=False),
)
EDITING.route(blueprint, "/sectors", "<code:key>")


@blueprint.get("/sectors", defaults={"data": False})
@blueprint.get("/sectors.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of sectors."""
    return LISTING.show_from(SECTORS, _item_data, data=data)


@blueprint.get("/sectors.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    return LISTING.send_from(SECTORS)


@blueprint.get("/sectors/<code:code>", defaults={"data": False})
@blueprint.get("/sectors/<code:code>.json", defaults={"data": True})
@needs(Verb.READ)
def record(code: str, *, data: bool) -> ResponseReturnValue:
    """Show one sector."""
    sector = get_sector(session(), code)
    return show_record("sectors/record.html", sector, _record_data, data=data)


def _item_data(item: SectorItem) -> dict[str, Any]:
    return exports.item(item, record_address("sectors", item.code, full=True))


def _record_data(sector: SectorRecord) -> dict[str, Any]:
    return exports.record(sector, record_address("sectors", sector.code, full=True), language())
