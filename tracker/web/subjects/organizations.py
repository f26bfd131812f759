"""Organizations: their list and their records."""

from typing import Any

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.exports import organizations as exports
from tracker.forms.organizations import OrganizationFilterForm, OrganizationForm
from tracker.queries.subjects.organization_record import OrganizationRecord, get_organization
from tracker.queries.subjects.organizations import ORGANIZATIONS, OrganizationItem
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.records import record_address, show_record
from tracker.web.site.sessions import session

blueprint = Blueprint("organizations", __name__)

LISTING = Listing(
    "organizations.index",
    "organizations/index.html",
    OrganizationFilterForm,
    ("name", "agreements"),
    "agreement_party",
    vocabularies={"kind": "organization_kind", "country": "country"},
)


EDITING = Editing(
    "organization",
    OrganizationForm,
    _("Organization"),
    address=lambda key: record_address("organizations", key),
    list_address=lambda: url_for("organizations.index", data=False),
)
EDITING.route(blueprint, "/organizations", "<id:key>")


@blueprint.get("/organizations", defaults={"data": False})
@blueprint.get("/organizations.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the list of organizations."""
    return LISTING.show_from(ORGANIZATIONS, _item_data, data=data)


@blueprint.get("/organizations.csv")
@needs(Verb.READ)
def table() -> ResponseReturnValue:
    """Send the whole list as CSV."""
    return LISTING.send_from(ORGANIZATIONS)


@blueprint.get("/organizations/choices.json")
@needs(Verb.READ)
def choices() -> ResponseReturnValue:
    """Tell what the filters offer, and how many organizations stand behind each choice."""
    return LISTING.send_choices_from(ORGANIZATIONS)


@blueprint.get("/organizations/<id:organization_id>", defaults={"data": False})
@blueprint.get("/organizations/<id:organization_id>.json", defaults={"data": True})
@needs(Verb.READ)
def record(organization_id: int, *, data: bool) -> ResponseReturnValue:
    """Show one organization."""
    organization = get_organization(session(), organization_id)
    return show_record("organizations/record.html", organization, _record_data, data=data)


def _item_data(item: OrganizationItem) -> dict[str, Any]:
    return exports.item(item, record_address("organizations", item.id, full=True))


def _record_data(organization: OrganizationRecord) -> dict[str, Any]:
    return exports.record(
        organization, record_address("organizations", organization.id, full=True), language()
    )
