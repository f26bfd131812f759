"""The filters of the list of organizations."""

from flask_babel import lazy_gettext as _

from tracker.forms.filters import ChoiceField, FilterForm


class OrganizationFilterForm(FilterForm):
    """What the list of organizations can be narrowed to."""

    kind = ChoiceField(_("Kind"))
    country = ChoiceField(_("Country"))
