"""Sources: their list and their records."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.domain.text import fold
from tracker.domain.vocabularies import DocumentClass
from tracker.exports import sources as exports
from tracker.forms.sources import SourceFilterForm
from tracker.queries.choices import choices_of
from tracker.queries.source_records import SourceRecord, get_source
from tracker.queries.sources import SOURCES, SourceItem
from tracker.web.auth import needs
from tracker.web.labels import choices
from tracker.web.languages import language_label
from tracker.web.lists import Listing, read_filters
from tracker.web.records import record_address, show_record
from tracker.web.sessions import session

blueprint = Blueprint("sources", __name__)

LISTING = Listing(
    "sources.index",
    "sources/index.html",
    ("newest", "oldest", "title", "publisher", "citations"),
    "citation",
)


@blueprint.get("/sources", defaults={"data": False})
@blueprint.get("/sources.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of sources."""
    form = read_filters(SourceFilterForm, _choices())
    return LISTING.show_from(SOURCES, form, _item_data, data=data)


@blueprint.get("/sources.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    form = read_filters(SourceFilterForm, _choices())
    return LISTING.send_from(SOURCES, form)


@blueprint.get("/sources/<id:document_id>", defaults={"data": False})
@blueprint.get("/sources/<id:document_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(document_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one source."""
    source = get_source(session(), document_id)
    return show_record("sources/record.html", source, _record_data, data=data)


def _choices() -> dict[str, list[tuple[str, str]]]:
    languages = (code for code, _ in choices_of(session(), "language")["language"])
    named = [(code, language_label(code)) for code in languages]
    return {
        "class": choices(DocumentClass),
        "language": sorted(named, key=lambda choice: fold(choice[1])),
        "sort": LISTING.sort_choices(),
    }


def _item_data(item: SourceItem) -> dict[str, Any]:
    return exports.item(item, record_address("sources", item.document.id, full=True))


def _record_data(source: SourceRecord) -> dict[str, Any]:
    return exports.record(source, record_address("sources", source.id, full=True))
