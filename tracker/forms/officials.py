"""The filters of the list of officials."""

from flask_babel import lazy_gettext as _

from tracker.forms.filters import ChoiceField, FilterForm


class OfficialFilterForm(FilterForm):
    """What the list of officials can be narrowed to."""

    country = ChoiceField(_("Country"))
