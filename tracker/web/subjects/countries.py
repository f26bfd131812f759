"""Countries: their list and their records."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.exports import countries as exports
from tracker.forms.countries import CountryFilterForm
from tracker.queries.subjects.countries import COUNTRIES
from tracker.queries.subjects.country_record import get_country
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.records import RecordPage, record_address
from tracker.web.site.sessions import session

blueprint = Blueprint("countries", __name__)

LISTING = Listing(
    "countries",
    COUNTRIES,
    CountryFilterForm,
    lambda item: exports.item(item, record_address("countries", item.code, full=True)),
    sorts=("agreements", "name"),
)
LISTING.route(blueprint, "/countries")

RECORD = RecordPage(
    "countries",
    get_country,
    lambda country: exports.record(
        country, record_address("countries", country.code, full=True), language()
    ),
)


@blueprint.get("/countries/<country:code>", defaults={"data": False})
@blueprint.get("/countries/<country:code>.json", defaults={"data": True})
@needs(Verb.READ)
def record(code: str, *, data: bool) -> ResponseReturnValue:
    """Show one country, or lead to it where its code is written in small letters."""
    if code.isupper():
        return RECORD.show(code, data=data)
    if get_country(session(), code.upper()) is None:
        abort(404)
    return redirect(record_address("countries", code.upper(), data=data), 301)


EDITING = Editing(
    "country",
    _("Country"),
    address=lambda key: record_address("countries", key),
    list_address=lambda: url_for("countries.index", data=False),
)
EDITING.route(blueprint, "/countries", "<country:key>")
