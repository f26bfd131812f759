"""Sources: their list and their records."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.exports import documents as exports
from tracker.forms.documents import DocumentFilterForm
from tracker.queries.subjects.documents import DOCUMENTS, get_document
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.records import RecordPage, record_address
from tracker.web.subjects import document_text

blueprint = Blueprint("sources", __name__)

LISTING = Listing(
    "sources",
    DOCUMENTS,
    DocumentFilterForm,
    lambda item: exports.item(item, record_address("sources", item.document.id, full=True)),
    sorts=("newest", "oldest", "title", "publisher", "citations"),
    counted="citation",
)
LISTING.route(blueprint, "/sources")

RECORD = RecordPage(
    "sources",
    get_document,
    lambda document: exports.record(document, record_address("sources", document.id, full=True)),
)
RECORD.route(blueprint, "/sources", "<id:document_id>")

EDITING = Editing(
    "document",
    _("Source"),
    address=lambda key: record_address("sources", key),
    list_address=lambda: url_for("sources.index", data=False),
)
EDITING.route(blueprint, "/sources", "<id:key>")
document_text.route(blueprint)
