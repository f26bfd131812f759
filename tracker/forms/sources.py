"""The filters of the list of sources."""

from flask_babel import lazy_gettext as _

from tracker.forms.filters import ChoiceField, FilterForm


class SourceFilterForm(FilterForm):
    """What the list of sources can be narrowed to."""

    language = ChoiceField(_("Language"))


setattr(SourceFilterForm, "class", ChoiceField(_("Class")))  # no name that Python takes in a class
