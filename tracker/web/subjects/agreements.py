"""Agreements: their list and their records."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.domain.vocabularies import AgreementStatus, ReviewState
from tracker.exports import agreements as exports
from tracker.forms.agreements import AgreementFilterForm, AgreementRecordForm
from tracker.forms.filters import FilterForm
from tracker.queries.agreements.facets import agreement_facets
from tracker.queries.agreements.lists import (
    AgreementFilters,
    AgreementItem,
    list_agreements,
    whole_list,
)
from tracker.queries.agreements.record import AgreementRecord, get_agreement
from tracker.web.editing.editing import Editing
from tracker.web.listing.csv_download import send_csv
from tracker.web.listing.lists import Listing
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.records import record_address, show_record
from tracker.web.site.sessions import session

blueprint = Blueprint("agreements", __name__)

LISTING = Listing(
    "agreements.index",
    "agreements/index.html",
    AgreementFilterForm,
    ("newest", "oldest", "title", "reference"),
    vocabularies={name: name for name in ("country", "mineral", "sector", "form")},
    records=("official", "organization", "event"),
    closed={"status": AgreementStatus, "review_state": ReviewState},
)

EDITING = Editing(
    "agreement",
    AgreementRecordForm,
    _("Agreement"),
    address=lambda key: record_address("agreements", key),
    list_address=lambda: url_for("agreements.index", data=False),
)
EDITING.route(blueprint, "/agreements", "<id:key>")


@blueprint.get("/agreements", defaults={"data": False})
@blueprint.get("/agreements.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of agreements."""
    form = LISTING.read()
    order, filters = LISTING.order(form), _filters(form)
    return LISTING.show(
        form,
        lambda cursor: list_agreements(session(), filters, order, cursor),
        _item_data,
        data=data,
    )


@blueprint.get("/agreements.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    form = LISTING.read()
    return send_csv(LISTING.name, whole_list(session(), _filters(form), LISTING.order(form)))


@blueprint.get("/agreements/choices.json")
@needs(Verb.READ)
def choices() -> ResponseReturnValue:
    """Tell what the filters offer, and how many agreements stand behind each choice."""
    return LISTING.send_choices(lambda form: agreement_facets(session(), _filters(form)))


@blueprint.get("/agreements/<id:agreement_id>", defaults={"data": False})
@blueprint.get("/agreements/<id:agreement_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(agreement_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one agreement."""
    return show_agreement(agreement_id, data=data)


def show_agreement(agreement_id: int, *, data: bool, **more: object) -> ResponseReturnValue:
    """Answer with an agreement; ``more`` is what its page says of what somebody did there."""
    return show_record(
        "agreements/record.html",
        get_agreement(session(), agreement_id),
        _record_data,
        data=data,
        endpoint="agreements.record",
        **more,
    )


def _filters(form: FilterForm) -> AgreementFilters:
    return AgreementFilters(**form.filters(), past=as_of() is not None)


def _item_data(item: AgreementItem) -> dict[str, Any]:
    return exports.item(item, record_address("agreements", item.id, full=True), language())


def _record_data(agreement: AgreementRecord) -> dict[str, Any]:
    address = record_address("agreements", agreement.id, full=True)
    return exports.record(agreement, address, language())
