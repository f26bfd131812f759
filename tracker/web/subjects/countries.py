"""Countries: their list and their records."""

from typing import Any

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.exports import countries as exports
from tracker.forms.countries import CountryFilterForm, CountryForm
from tracker.queries.subjects.countries import COUNTRIES, CountryItem
from tracker.queries.subjects.country_record import CountryRecord, get_country
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.records import record_address, show_record
from tracker.web.site.sessions import session

blueprint = Blueprint("countries", __name__)

LISTING = Listing(
    "countries.index", "countries/index.html", CountryFilterForm, ("agreements", "name")
)

EDITING = Editing(
    "country",
    CountryForm,
    _("Country"),
    address=lambda key: record_address("countries", key),
    list_address=lambda: url_for("countries.index", data=False),
)
EDITING.route(blueprint, "/countries", "<country:key>")


@blueprint.get("/countries", defaults={"data": False})
@blueprint.get("/countries.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of countries."""
    return LISTING.show_from(COUNTRIES, _item_data, data=data)


@blueprint.get("/countries.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    return LISTING.send_from(COUNTRIES)


@blueprint.get("/countries/<country:code>", defaults={"data": False})
@blueprint.get("/countries/<country:code>.json", defaults={"data": True})
@needs(Verb.READ)
def record(code: str, *, data: bool) -> ResponseReturnValue:
    """Show one country."""
    country = get_country(session(), code.upper())
    if country is not None and country.code != code:
        return redirect(record_address("countries", country.code, data=data), 301)
    return show_record("countries/record.html", country, _record_data, data=data)


def _item_data(item: CountryItem) -> dict[str, Any]:
    return exports.item(item, record_address("countries", item.code, full=True))


def _record_data(country: CountryRecord) -> dict[str, Any]:
    return exports.record(country, record_address("countries", country.code, full=True), language())
