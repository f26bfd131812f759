"""Agreements: their list and their records."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.exports import agreements as exports
from tracker.forms.agreements import AgreementFilterForm
from tracker.queries.agreements.lists import AGREEMENTS
from tracker.queries.agreements.record import get_agreement
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.languages import language
from tracker.web.site.records import RecordPage, record_address

blueprint = Blueprint("agreements", __name__)

LISTING = Listing(
    "agreements",
    AGREEMENTS,
    AgreementFilterForm,
    lambda item: exports.item(item, record_address("agreements", item.id, full=True), language()),
    sorts=("newest", "oldest", "title", "reference"),
)
LISTING.route(blueprint, "/agreements")

RECORD = RecordPage(
    "agreements",
    get_agreement,
    lambda agreement: exports.record(
        agreement, record_address("agreements", agreement.id, full=True), language()
    ),
)
RECORD.route(blueprint, "/agreements", "<id:agreement_id>")

EDITING = Editing(
    "agreement",
    _("Agreement"),
    address=lambda key: record_address("agreements", key),
    list_address=lambda: url_for("agreements.index", data=False),
)
EDITING.route(blueprint, "/agreements", "<id:key>")
