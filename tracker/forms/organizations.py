"""Organizations: the filters of their list, and the form of one."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from tracker.forms.fields import LONGEST_NAME, DateField, RecordField, TextField, WordField
from tracker.forms.filters import ChoiceFilter, FilterForm
from tracker.forms.names import other_names
from tracker.forms.records import Rows, SourcedForm


class OrganizationFilterForm(FilterForm):
    """What the list of organizations can be narrowed to."""

    kind = ChoiceFilter(_("Kind"), "organization_kind", counted=True)
    country = ChoiceFilter(_("Country"), "country", counted=True)


class MemberForm(SourcedForm):
    """A membership."""

    ALSO: ClassVar = {"country_code": _("Country"), "member_organization_id": _("Organization")}

    who = RecordField(_("Member"), "country", "organization", required=True)
    valid_start = DateField(_("Since"), column="valid")
    valid_end = DateField(_("Until"), column=None)


class OrganizationForm(SourcedForm):
    """An organization with its members."""

    name_en = TextField(_("Name in English"), longest=LONGEST_NAME, required=True)
    name_fr = TextField(_("Name in French"), required=True)
    acronym = TextField(_("Short name"), longest=LONGEST_NAME, hint=_("Such as EU or C5+1"))
    kind = WordField(_("Kind"), "organization_kind", required=True)
    country_code = RecordField(
        _("Country"), "country", hint=_("Leave empty for an international body.")
    )
    parent_id = RecordField(_("Part of"), "organization")
    other_names = other_names()
    members = Rows(MemberForm, _("Members"), _("Add a member"))
