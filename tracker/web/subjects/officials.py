"""Officials: their list and their records."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.exports import officials as exports
from tracker.forms.officials import OfficialFilterForm
from tracker.queries.subjects.official_record import get_official
from tracker.queries.subjects.officials import OFFICIALS
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.languages import language
from tracker.web.site.records import RecordPage, record_address

blueprint = Blueprint("officials", __name__)

LISTING = Listing(
    "officials",
    OFFICIALS,
    OfficialFilterForm,
    lambda item: exports.item(item, record_address("officials", item.id, full=True)),
    sorts=("name", "agreements"),
    counted="agreement_official",
)
LISTING.route(blueprint, "/officials")

RECORD = RecordPage(
    "officials",
    get_official,
    lambda official: exports.record(
        official, record_address("officials", official.id, full=True), language()
    ),
)
RECORD.route(blueprint, "/officials", "<id:official_id>")

EDITING = Editing(
    "official",
    _("Official"),
    address=lambda key: record_address("officials", key),
    list_address=lambda: url_for("officials.index", data=False),
)
EDITING.route(blueprint, "/officials", "<id:key>")
