"""Sources: the filters of their list, the form of one with its passages, and that of its text."""

import json
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import Field, HiddenField, StringField, TextAreaField
from wtforms.validators import Length

from tracker.domain.vocabularies import DocumentClass
from tracker.forms.accounts import ShortForm
from tracker.forms.fields import (
    LONGEST_CODE,
    DateField,
    LongTextField,
    TextField,
    WordField,
    with_plain_line_ends,
)
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
    language = TextField(_("Language"), longest=LONGEST_CODE, hint=_("A code such as kk or fr"))


class DocumentForm(PartForm):
    """A source with the passages quoted from it; its full text has a form of its own."""

    url = TextField(_("Address"))
    publisher = TextField(_("Publisher"), required=True)
    title = TextField(_("Title, in its own language"))
    language = TextField(_("Language"), longest=LONGEST_CODE, hint=_("A code such as kk or fr"))
    class_ = WordField(_("Class"), DocumentClass, required=True)
    published_on = DateField(_("Published"))
    note = TextField(_("Remark for those who check it"))
    passages = Rows(PassageForm, _("Quoted passages"), _("Add a passage"))


class FullTextForm(ShortForm):
    """A source's full text: pasted, or a file; ``carried`` is that of a file sent before.

    ``seen`` is the digest that was recorded when the form was opened.
    """

    pasted = TextAreaField(_("Paste the text"))
    file = FileField(_("Or choose a file"), description=_("A text in UTF-8, kept as it is."))
    carried = HiddenField()
    seen = HiddenField()
    reason = StringField(_("Why this change (if it is not plain)"), validators=[Length(max=500)])

    def given(self) -> str | None:
        """Return the text; None, with what is wrong at its field, where there is none."""
        if self.file.data:
            text = _checked(self.file, _decoded(self.file.data.read()))
            self.carried.data = text and json.dumps(text)  # a browser forgets what was chosen
            return text
        if self.pasted.data:
            return _checked(self.pasted, with_plain_line_ends(self.pasted.data))
        text = _read(self.carried.data)
        if text is None:
            self.pasted.errors = [_("Paste a text, or choose a file.")]
        return text


def _decoded(content: bytes) -> str | None:
    """Return a file's text as it is, for line ends count for its digest; None where it is none."""
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _checked(field: Field, text: str | None) -> str | None:
    """Return the text; None, with what is wrong with it at its field, where it cannot be kept."""
    if text is None:
        field.errors = [_("This file is not a text in UTF-8.")]
    elif "\0" in text:
        field.errors = [_("This has a null character, which no text has.")]
    elif not text.strip():
        field.errors = [_("It is empty.")]
    else:
        return text
    return None


def _read(carried: str | None) -> str | None:
    """Read a text that the form carries; None where it is not as we wrote it."""
    try:
        text: Any = json.loads(carried or "null")
    except ValueError:
        return None
    return text if isinstance(text, str) and "\0" not in text and text.strip() else None
