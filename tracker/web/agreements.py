"""Agreements: their list and their records."""

from typing import Any

from flask import Blueprint, abort, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker.domain.vocabularies import AgreementStatus
from tracker.exports import agreements as exports
from tracker.forms.agreements import AgreementFilterForm
from tracker.queries.agreement_records import get_agreement
from tracker.queries.agreements import AgreementFilters, AgreementItem, list_agreements
from tracker.queries.choices import choices_of
from tracker.web.footnotes import Footnotes
from tracker.web.labels import choices
from tracker.web.languages import language
from tracker.web.lists import Listing, offered, read_filters, record_ids
from tracker.web.sessions import session

blueprint = Blueprint("agreements", __name__)

LISTING = Listing(
    "agreements.index", "agreements/index.html", ("newest", "oldest", "title", "reference")
)
RECORDS = ("official", "organization", "event")


@blueprint.get("/agreements", defaults={"data": False})
@blueprint.get("/agreements.json", defaults={"data": True})
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
    )


@blueprint.get("/agreements/<id:agreement_id>", defaults={"data": False})
@blueprint.get("/agreements/<id:agreement_id>.json", defaults={"data": True})
def record(agreement_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one agreement."""
    agreement = get_agreement(session(), agreement_id)
    if agreement is None:
        abort(404)
    if data:
        return jsonify(exports.record(agreement, _address(agreement.id), language()))
    return render_template(
        "agreements/record.html", agreement=agreement, footnotes=Footnotes(agreement.evidence)
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
    return exports.item(item, _address(item.id), language())


def _address(agreement_id: int) -> str:
    return url_for("agreements.record", agreement_id=agreement_id, data=False, _external=True)
