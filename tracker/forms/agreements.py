"""The filters of the list of agreements."""

from flask_babel import lazy_gettext as _

from tracker.forms.filters import ChoiceField, FilterForm, RecordField, YearField


class AgreementFilterForm(FilterForm):
    """What the list of agreements can be narrowed to."""

    country = ChoiceField(_("Country"))
    mineral = ChoiceField(_("Mineral"))
    sector = ChoiceField(_("Sector"))
    form = ChoiceField(_("Form"))
    status = ChoiceField(_("Status"))
    year_from = YearField(_("From year"))
    year_to = YearField(_("To year"))
    official = RecordField(_("Official"))
    organization = RecordField(_("Organization"))
    event = RecordField(_("Event"))
