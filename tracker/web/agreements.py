"""Agreements: their list and their records."""

from typing import Any

from flask import Blueprint, jsonify, url_for
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.domain.vocabularies import AgreementStatus
from tracker.exports import agreements as exports
from tracker.forms.agreements import AgreementFilterForm
from tracker.queries.agreement_records import AgreementRecord, get_agreement
from tracker.queries.agreements import (
    AgreementFilters,
    AgreementItem,
    list_agreements,
    whole_list,
)
from tracker.queries.choices import choices_of
from tracker.queries.facets import agreement_facets
from tracker.web.auth import needs
from tracker.web.labels import choices
from tracker.web.languages import language
from tracker.web.lists import Listing, offered, read_filters, record_ids
from tracker.web.presenting import counted
from tracker.web.records import record_address, show_record
from tracker.web.sessions import session
from tracker.web.tables import send_csv

blueprint = Blueprint("agreements", __name__)

LISTING = Listing(
    "agreements.index", "agreements/index.html", ("newest", "oldest", "title", "reference")
)
RECORDS = ("official", "organization", "event")


@blueprint.get("/agreements", defaults={"data": False})
@blueprint.get("/agreements.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of agreements."""
    form = read_filters(AgreementFilterForm, _choices())
    order = LISTING.order(form)
    filters = AgreementFilters(**form.filters())
    return LISTING.show(
        form,
        lambda cursor: list_agreements(session(), filters, order, cursor),
        _item_data,
        data=data,
        counts_address=url_for("agreements.choice_counts", **form.filters()),
    )


@blueprint.get("/agreements.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    form = read_filters(AgreementFilterForm, _choices())
    filters = AgreementFilters(**form.filters())
    return send_csv(LISTING.name, whole_list(session(), filters, LISTING.order(form)))


@blueprint.get("/agreements/choices.json")
@needs(Verb.READ)
def choice_counts() -> ResponseReturnValue:
    """Tell how many agreements stand behind each choice of the filters."""
    form = read_filters(AgreementFilterForm, _choices())
    facets = agreement_facets(session(), AgreementFilters(**form.filters()))
    return jsonify(
        {
            name: {value: counted(total) for value, total in totals.items()}
            for name, totals in facets.items()
        }
    )


@blueprint.get("/agreements/<id:agreement_id>", defaults={"data": False})
@blueprint.get("/agreements/<id:agreement_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(agreement_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one agreement."""
    return show_record(
        "agreements/record.html", get_agreement(session(), agreement_id), _record_data, data=data
    )


def _choices() -> dict[str, list[tuple[str, str]]]:
    found = choices_of(
        session(), "country", "mineral", "sector", "form", records=record_ids(RECORDS)
    )
    return {
        **{name: offered(values) for name, values in found.items()},
        "status": choices(AgreementStatus),
        "sort": LISTING.sort_choices(),
    }


def _item_data(item: AgreementItem) -> dict[str, Any]:
    return exports.item(item, record_address("agreements", item.id, full=True), language())


def _record_data(agreement: AgreementRecord) -> dict[str, Any]:
    address = record_address("agreements", agreement.id, full=True)
    return exports.record(agreement, address, language())
