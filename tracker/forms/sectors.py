"""Sectors: the filters of their list, and the form of one."""

from flask_babel import lazy_gettext as _

from tracker.forms.fields import LONGEST_CODE, NumberField, RecordField, TextField
from tracker.forms.filters import FilterForm
from tracker.forms.names import other_names
from tracker.forms.records import SourcedForm


class SectorFilterForm(FilterForm):
    """What the list of sectors can be narrowed to: words alone."""


class SectorForm(SourcedForm):
    """A sector."""

    code = TextField(
        _("Code"), longest=LONGEST_CODE, required=True, hint=_("As written in data and queries")
    )
    name_en = TextField(_("Name in English"), required=True)
    name_fr = TextField(_("Name in French"), required=True)
    parent_code = RecordField(_("Part of"), "sector")
    position = NumberField(_("Place in lists"), hint=_("Smallest first"))
    other_names = other_names()
