"""Events: their list and their records."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.exports import events as exports
from tracker.forms.events import EventFilterForm
from tracker.queries.choices import choices_of
from tracker.queries.event_records import EventRecord, get_event
from tracker.queries.events import EVENTS, EventItem
from tracker.web.auth import needs
from tracker.web.languages import language
from tracker.web.lists import Listing, offered, read_filters
from tracker.web.records import record_address, show_record
from tracker.web.sessions import session

blueprint = Blueprint("events", __name__)

LISTING = Listing("events.index", "events/index.html", ("newest", "oldest", "title"))


@blueprint.get("/events", defaults={"data": False})
@blueprint.get("/events.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of events."""
    form = read_filters(EventFilterForm, _choices())
    return LISTING.show_from(EVENTS, form, _item_data, data=data)


@blueprint.get("/events.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    form = read_filters(EventFilterForm, _choices())
    return LISTING.send_from(EVENTS, form)


@blueprint.get("/events/<id:event_id>", defaults={"data": False})
@blueprint.get("/events/<id:event_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(event_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one event."""
    event = get_event(session(), event_id)
    return show_record("events/record.html", event, _record_data, data=data)


def _choices() -> dict[str, list[tuple[str, str]]]:
    found = choices_of(session(), "event_kind", "country")
    return {
        "kind": offered(found["event_kind"]),
        "country": offered(found["country"]),
        "sort": LISTING.sort_choices(),
    }


def _item_data(item: EventItem) -> dict[str, Any]:
    return exports.item(item, record_address("events", item.id, full=True))


def _record_data(event: EventRecord) -> dict[str, Any]:
    return exports.record(event, record_address("events", event.id, full=True), language())
