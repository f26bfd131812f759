"""The filters of the list of minerals."""

from flask_babel import lazy_gettext as _

from tracker.forms.filters import FilterForm, RecordField


class MineralFilterForm(FilterForm):
    """What the list of minerals can be narrowed to."""

    criticality_list = RecordField(_("Criticality list"))
