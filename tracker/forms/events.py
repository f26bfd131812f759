"""The filters of the list of events."""

from flask_babel import lazy_gettext as _

from tracker.forms.filters import ChoiceField, FilterForm, YearField


class EventFilterForm(FilterForm):
    """What the list of events can be narrowed to."""

    kind = ChoiceField(_("Kind"))
    country = ChoiceField(_("Country"))
    year_from = YearField(_("From year"))
    year_to = YearField(_("To year"))
