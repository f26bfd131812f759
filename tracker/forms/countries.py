"""Countries: the filters of their list, and the form of one."""

from flask_babel import lazy_gettext as _

from tracker.forms.fields import LONGEST_CODE, DateField, TextField
from tracker.forms.filters import FilterForm
from tracker.forms.names import other_names
from tracker.forms.records import SourcedForm


class CountryFilterForm(FilterForm):
    """What the list of countries can be narrowed to: words alone."""


class CountryForm(SourcedForm):
    """A country."""

    code = TextField(
        _("Two-letter code"), longest=LONGEST_CODE, required=True, hint=_("ISO 3166 alpha-2, or XK")
    )
    alpha3 = TextField(
        _("Three-letter code"), longest=LONGEST_CODE, required=True, hint=_("ISO 3166-1 alpha-3")
    )
    name_en = TextField(_("Name in English"), required=True)
    name_fr = TextField(_("Name in French"), required=True)
    region_en = TextField(_("Region in English"))
    region_fr = TextField(_("Region in French"))
    existed_start = DateField(
        _("Existed since"), column="existed", hint=_("Leave empty unless it matters.")
    )
    existed_end = DateField(_("Existed until"), column=None)
    note_en = TextField(_("Remark in English"))
    note_fr = TextField(_("Remark in French"))
    other_names = other_names()
