"""Events: their list and their records."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.exports import events as exports
from tracker.forms.events import EventFilterForm
from tracker.queries.subjects.events import EVENTS, get_event
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.languages import language
from tracker.web.site.records import RecordPage, record_address

blueprint = Blueprint("events", __name__)

LISTING = Listing(
    "events",
    EVENTS,
    EventFilterForm,
    lambda item: exports.item(item, record_address("events", item.id, full=True)),
    sorts=("newest", "oldest", "title"),
)
LISTING.route(blueprint, "/events")

RECORD = RecordPage(
    "events",
    get_event,
    lambda event: exports.record(event, record_address("events", event.id, full=True), language()),
)
RECORD.route(blueprint, "/events", "<id:event_id>")

EDITING = Editing(
    "event",
    _("Event"),
    address=lambda key: record_address("events", key),
    list_address=lambda: url_for("events.index", data=False),
)
EDITING.route(blueprint, "/events", "<id:key>")
