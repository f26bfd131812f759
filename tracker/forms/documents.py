"""Sources: the filters of their list, and the form of one with its passages."""

from flask_babel import lazy_gettext as _

from tracker.domain.vocabularies import DocumentClass
from tracker.forms.fields import DateField, LongTextField, TextField, WordField
from tracker.forms.filters import ChoiceFilter, FilterForm
from tracker.forms.records import PartForm, Rows


class DocumentFilterForm(FilterForm):
    """What the list of sources can be narrowed to."""

    language = ChoiceFilter(_("Language"), "language", counted=True)


# No name that Python takes in a class.
setattr(DocumentFilterForm, "class", ChoiceFilter(_("Class"), DocumentClass, counted=True))


class PassageForm(PartForm):
    """Words quoted from the source."""

    exact = LongTextField(_("Exact words"), required=True)
    translation_en = LongTextField(_("In English"))
    translation_fr = LongTextField(_("In French"))
    language = TextField(_("Language"), hint=_("A code such as kk or fr"))


class DocumentForm(PartForm):
    """A source with the passages quoted from it."""

    url = TextField(_("Address"))
    publisher = TextField(_("Publisher"), required=True)
    title = TextField(_("Title, in its own language"))
    language = TextField(_("Language"), hint=_("A code such as kk or fr"))
    class_ = WordField(_("Class"), DocumentClass, required=True)
    published_on = DateField(_("Published"))
    note = TextField(_("Remark for those who check it"))
    text = LongTextField(_("Full text, where it may be kept"))
    passages = Rows(PassageForm, _("Quoted passages"), _("Add a passage"))
