"""Organizations: their list and their records."""

from typing import Any

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.exports import organizations as exports
from tracker.forms.organizations import OrganizationFilterForm
from tracker.queries.choices import choices_of
from tracker.queries.organization_records import OrganizationRecord, get_organization
from tracker.queries.organizations import ORGANIZATIONS, OrganizationItem
from tracker.web.auth import needs
from tracker.web.languages import language
from tracker.web.lists import Listing, offered, read_filters
from tracker.web.records import record_address, show_record
from tracker.web.sessions import session

blueprint = Blueprint("organizations", __name__)

LISTING = Listing(
    "organizations.index", "organizations/index.html", ("name", "agreements"), "agreement_party"
)


@blueprint.get("/organizations", defaults={"data": False})
@blueprint.get("/organizations.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of organizations."""
    form = read_filters(OrganizationFilterForm, _choices())
    return LISTING.show_from(ORGANIZATIONS, form, _item_data, data=data)


@blueprint.get("/organizations.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    form = read_filters(OrganizationFilterForm, _choices())
    return LISTING.send_from(ORGANIZATIONS, form)


@blueprint.get("/organizations/<id:organization_id>", defaults={"data": False})
@blueprint.get("/organizations/<id:organization_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(organization_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one organization."""
    organization = get_organization(session(), organization_id)
    return show_record("organizations/record.html", organization, _record_data, data=data)


def _choices() -> dict[str, list[tuple[str, str]]]:
    found = choices_of(session(), "organization_kind", "country")
    return {
        "kind": offered(found["organization_kind"]),
        "country": offered(found["country"]),
        "sort": LISTING.sort_choices(),
    }


def _item_data(item: OrganizationItem) -> dict[str, Any]:
    return exports.item(item, record_address("organizations", item.id, full=True))


def _record_data(organization: OrganizationRecord) -> dict[str, Any]:
    return exports.record(
        organization, record_address("organizations", organization.id, full=True), language()
    )
