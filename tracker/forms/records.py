"""What the forms of all records share: rows of parts, and the evidence beneath each row."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from flask_wtf.i18n import translations
from wtforms import Field, FieldList, Form, FormField, HiddenField

from tracker.domain.drafts import EVIDENCE, KEY, Draft, by_key
from tracker.domain.vocabularies import MissingReason, Stance
from tracker.forms.fields import (
    LONGEST_NAME,
    FieldLabel,
    LongTextField,
    RecordField,
    TextField,
    TypedField,
    WordField,
)

WHOLE_ROW = _("All of it")

ACTOR = {"country_code": _("Country"), "organization_id": _("Organization")}
PERSON = {**ACTOR, "official_id": _("Official")}
"""What evidence calls a field that holds one of several kinds of record: a column for each."""


class Rows(FieldList):  # type: ignore[type-arg] # generic in its stubs alone
    """The rows of a part, each in a form of its own.

    ``adds`` is what the button says that adds one; rows of a part that is ``ordered`` can be moved.
    """

    def __init__(
        self,
        form: type["PartForm"],
        label: FieldLabel,
        adds: FieldLabel,
        *,
        ordered: bool = False,
        **options: Any,  # noqa: ANN401 (WTForms' own)
    ) -> None:
        """Take the form of one row."""
        super().__init__(FormField(form), label, **options)
        self.adds = adds
        self.ordered = ordered

    @property
    def rows(self) -> list["PartForm"]:
        """The forms of the rows."""
        return [entry.form for entry in self.entries]


class PartForm(Form):
    """One row of a record, known by its key."""

    class Meta:
        """Messages in the visitor's language."""

        def get_translations(self, form: Form) -> Any:  # noqa: ANN401, ARG002 (WTForms' signature)
            """Return Flask-Babel's translations."""
            return translations

    key = HiddenField()

    def own_fields(self) -> list[Field]:
        """Return the fields that people fill, without those that hold rows."""
        return [
            field
            for name, field in self._fields.items()
            if name != KEY and not isinstance(field, Rows)
        ]

    def parts(self) -> list[Rows]:
        """Return the lists of rows, without the evidence."""
        return [
            field
            for name, field in self._fields.items()
            if isinstance(field, Rows) and name not in EVIDENCE
        ]

    def walk(self) -> Iterator["PartForm"]:
        """Yield this form and those of all rows beneath it."""
        yield self
        for field in self._fields.values():
            if isinstance(field, Rows):
                for row in field.rows:
                    yield from row.walk()

    def rows_of(self, part: str) -> list["PartForm"]:
        """Return the forms of a part's rows; none of what is no part."""
        field = self._fields.get(part)
        return field.rows if isinstance(field, Rows) else []

    def keep(self, seen: Draft) -> None:
        """Have each field that nobody touched hold what it held when the form was opened.

        ``seen`` is the record or the row as it was then.
        """
        for field in self.own_fields():
            if isinstance(field, TypedField) and field.short_name in seen:
                field.keep(seen[field.short_name])
        for name, field in self._fields.items():
            if isinstance(field, Rows):
                rows = by_key(seen.get(name) or [])
                for row in field.rows:
                    row.keep(rows.get(row[KEY].data or "", {}))

    def draft(self) -> Draft:
        """Return what the form says."""
        return dict(self.data)


class CitationForm(PartForm):
    """What one source says of a row."""

    field = WordField(_("Of which value"), "")
    document_id = RecordField(_("Source"), "source", required=True)
    quote = LongTextField(
        _("Its exact words"), hint=_("In their own language. Leave empty to cite it as a whole.")
    )
    stance = WordField(_("What it does"), Stance, required=True, default=Stance.SUPPORTS)
    stated_value = TextField(_("The value as it states it"), longest=LONGEST_NAME)
    note_en = TextField(_("Remark in English"))
    note_fr = TextField(_("Remark in French"))
    chosen_reason = TextField(_("Chosen among those that differ, because"))


class MissingForm(PartForm):
    """Why one value of a row is not there."""

    field = WordField(_("Which value"), "", required=True)
    reason = WordField(_("Why it is missing"), MissingReason, required=True)
    note_en = TextField(_("Remark in English"))
    note_fr = TextField(_("Remark in French"))


class SourcedForm(PartForm):
    """A row that evidence can speak of."""

    ALSO: ClassVar[dict[str, FieldLabel]] = {}
    """What evidence can speak of beside the form's own fields."""

    citations = Rows(CitationForm, _("Sources"), _("Add a source"))
    missing = Rows(MissingForm, _("Missing values"), _("Say why a value is missing"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (WTForms' own)
        """Offer the row's fields to its evidence."""
        super().__init__(*args, **kwargs)
        columns: dict[str, FieldLabel] = {
            column: field.label.text
            for field in self.own_fields()
            if (column := getattr(field, "column", None))
        }
        columns |= {part.short_name: part.label.text for part in self.parts()} | self.ALSO
        for row in (*self.citations.rows, *self.missing.rows):
            _offer_columns(row["field"], columns)


def _offer_columns(field: Any, columns: Mapping[str, FieldLabel]) -> None:  # noqa: ANN401 (a WordField)
    """Offer what evidence can speak of, and what it speaks of already."""
    offered = {column: str(label) for column, label in columns.items()}
    if field.data:
        offered.setdefault(field.data, field.data)
    field.offer(offered.items(), anything=None if field.required else str(WHOLE_ROW))
