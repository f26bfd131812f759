"""Organizations: their list and their records."""

from flask import Blueprint, url_for
from flask_babel import lazy_gettext as _

from tracker.exports import organizations as exports
from tracker.forms.organizations import OrganizationFilterForm
from tracker.queries.subjects.organizations import ORGANIZATIONS, get_organization
from tracker.web.editing.editing import Editing
from tracker.web.listing.lists import Listing
from tracker.web.site.languages import language
from tracker.web.site.records import RecordPage, record_address

blueprint = Blueprint("organizations", __name__)

LISTING = Listing(
    "organizations",
    ORGANIZATIONS,
    OrganizationFilterForm,
    lambda item: exports.item(item, record_address("organizations", item.id, full=True)),
    sorts=("name", "agreements"),
    counted="agreement_party",
)
LISTING.route(blueprint, "/organizations")

RECORD = RecordPage(
    "organizations",
    get_organization,
    lambda organization: exports.record(
        organization, record_address("organizations", organization.id, full=True), language()
    ),
)
RECORD.route(blueprint, "/organizations", "<id:organization_id>")

EDITING = Editing(
    "organization",
    _("Organization"),
    address=lambda key: record_address("organizations", key),
    list_address=lambda: url_for("organizations.index", data=False),
)
EDITING.route(blueprint, "/organizations", "<id:key>")
