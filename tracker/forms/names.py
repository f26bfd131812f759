"""The rows of other names in the forms of countries, minerals, organizations, sectors and terms."""

from typing import Any

from flask_babel import lazy_gettext as _

from tracker.domain.vocabularies import OtherNameKind
from tracker.forms.fields import LONGEST_CODE, LONGEST_NAME, DateField, TextField, WordField
from tracker.forms.records import PartForm, Rows, SourcedForm


class NameFields(PartForm):
    """What is said of another name."""

    text = TextField(_("Name as written"), required=True, longest=LONGEST_NAME)
    kind = WordField(_("Kind"), OtherNameKind, required=True)
    language = TextField(_("Language"), longest=LONGEST_CODE, hint=_("A code such as kk or fr"))
    script = TextField(_("Script"), longest=LONGEST_CODE, hint=_("A code such as Cyrl or Latn"))
    used_start = DateField(_("In use since"), column="used")
    used_end = DateField(_("Until"), column=None)


class OtherNameForm(NameFields, SourcedForm):
    """Another name, with its sources."""


def other_names(form: type[PartForm] = OtherNameForm) -> Any:  # noqa: ANN401 (an unbound field)
    """Make the rows of other names; those of a vocabulary's word have no sources."""
    return Rows(form, _("Other names"), _("Add a name"))
