"""The forms of vocabularies: a word, and what the program reads from some of them."""

from flask_babel import lazy_gettext as _

from tracker.domain.vocabularies import AgreementStatus
from tracker.forms.fields import LONGEST_CODE, CheckField, NumberField, TextField, WordField
from tracker.forms.names import NameFields, other_names
from tracker.forms.records import PartForm


class TermForm(PartForm):
    """A word of a vocabulary."""

    code = TextField(
        _("Code"), longest=LONGEST_CODE, required=True, hint=_("As written in data and queries")
    )
    label_en = TextField(_("In English"), required=True)
    label_fr = TextField(_("In French"), required=True)
    position = NumberField(_("Place in lists"), required=True, hint=_("Smallest first"))


class AgreementFormForm(TermForm):
    """A form of instrument, and what else it is called."""

    other_names = other_names(NameFields)


class ActionKindForm(TermForm):
    """A kind of action, and what it does to an agreement."""

    status = WordField(_("Status that it leads to"), AgreementStatus)
    phase = NumberField(
        _("Phase"),
        required=True,
        largest=4,
        hint=_("1 before the text is made, 2 its making, 3 its effect, 4 its end"),
    )
    dates_text = CheckField(_("It is the making of the text"))
