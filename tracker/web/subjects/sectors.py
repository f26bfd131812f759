"""Sectors: their list and their records."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.exports import sectors as exports
from tracker.forms.sectors import SectorFilterForm
from tracker.queries.subjects.sectors import SECTORS, get_sector
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.languages import language
from tracker.web.site.records import RecordPage, record_address

blueprint = Blueprint("sectors", __name__)

LISTING = Listing(
    "sectors",
    SECTORS,
    SectorFilterForm,
    lambda item: exports.item(item, record_address("sectors", item.code, full=True)),
    sorts=("position", "name", "agreements"),
)
LISTING.route(blueprint, "/sectors")

RECORD = RecordPage(
    "sectors",
    get_sector,
    lambda sector: exports.record(
        sector, record_address("sectors", sector.code, full=True), language()
    ),
)
RECORD.route(blueprint, "/sectors", "<code:code>")

EDITING = Editing(
    "sector",
    _("Sector"),
    address=lambda key: record_address("sectors", key),
    list_address=lambda: url_for("sectors.index", data=False),
)
EDITING.route(blueprint, "/sectors", "<code:key>")
