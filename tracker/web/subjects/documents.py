"""Sources: their list and their records."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.domain.vocabularies import DocumentClass
from tracker.exports import documents as exports
from tracker.forms.documents import DocumentFilterForm, DocumentForm
from tracker.queries.subjects.document_record import DocumentRecord, get_document
from tracker.queries.subjects.documents import DOCUMENTS, DocumentItem
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.auth import needs
from tracker.web.site.languages import language_label
from tracker.web.site.records import record_address, show_record
from tracker.web.site.sessions import session

blueprint = Blueprint("sources", __name__)

LISTING = Listing(
    "sources.index",
    "sources/index.html",
    DocumentFilterForm,
    ("newest", "oldest", "title", "publisher", "citations"),
    "citation",
    vocabularies={"language": "language"},
    closed={"class": DocumentClass},
    names={"language": language_label},
)

EDITING = Editing(
    "document",
    DocumentForm,
    _("Source"),
    address=lambda key: record_address("sources", key),
    list_address=lambda: url_for("sources.index", data=False),
)
EDITING.route(blueprint, "/sources", "<id:key>")


@blueprint.get("/sources", defaults={"data": False})
@blueprint.get("/sources.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of sources."""
    return LISTING.show_from(DOCUMENTS, _item_data, data=data)


@blueprint.get("/sources.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    return LISTING.send_from(DOCUMENTS)


@blueprint.get("/sources/choices.json")
@needs(Verb.READ)
def choices() -> ResponseReturnValue:
    """Tell what the filters offer, and how many sources stand behind each choice."""
    return LISTING.send_choices_from(DOCUMENTS)


@blueprint.get("/sources/<id:document_id>", defaults={"data": False})
@blueprint.get("/sources/<id:document_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(document_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one source."""
    source = get_document(session(), document_id)
    return show_record("sources/record.html", source, _record_data, data=data)


def _item_data(item: DocumentItem) -> dict[str, Any]:
    return exports.item(item, record_address("sources", item.document.id, full=True))


def _record_data(source: DocumentRecord) -> dict[str, Any]:
    return exports.record(source, record_address("sources", source.id, full=True))
