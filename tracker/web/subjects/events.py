"""Events: their list and their records."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.exports import events as exports
from tracker.forms.events import EventFilterForm, EventForm
from tracker.queries.subjects.event_record import EventRecord, get_event
from tracker.queries.subjects.events import EVENTS, EventItem
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.records import record_address, show_record
from tracker.web.site.sessions import session

blueprint = Blueprint("events", __name__)

LISTING = Listing(
    "events.index",
    "events/index.html",
    EventFilterForm,
    ("newest", "oldest", "title"),
    vocabularies={"kind": "event_kind", "country": "country"},
)

EDITING = Editing(
    "event",
    EventForm,
    _("Event"),
    address=lambda key: record_address("events", key),
    list_address=lambda: url_for("events.index", data=False),
)
EDITING.route(blueprint, "/events", "<id:key>")


@blueprint.get("/events", defaults={"data": False})
@blueprint.get("/events.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of events."""
    return LISTING.show_from(EVENTS, _item_data, data=data)


@blueprint.get("/events.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    return LISTING.send_from(EVENTS)


@blueprint.get("/events/choices.json")
@needs(Verb.READ)
def choices() -> ResponseReturnValue:
    """Tell what the filters offer, and how many events stand behind each choice."""
    return LISTING.send_choices_from(EVENTS)


@blueprint.get("/events/<id:event_id>", defaults={"data": False})
@blueprint.get("/events/<id:event_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(event_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one event."""
    event = get_event(session(), event_id)
    return show_record("events/record.html", event, _record_data, data=data)


def _item_data(item: EventItem) -> dict[str, Any]:
    return exports.item(item, record_address("events", item.id, full=True))


def _record_data(event: EventRecord) -> dict[str, Any]:
    return exports.record(event, record_address("events", event.id, full=True), language())
