"""The fields that records are edited in. What is left empty is None; what is wrong is said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from flask_babel import get_locale, gettext
from markupsafe import Markup
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation
from wtforms.widgets import TextArea, TextInput

from tracker.domain.record_types import BY_KIND
from tracker.domain.sums import (
    AmbiguousSumError,
    Sum,
    UnknownCurrencyError,
    UnreadableSumError,
    read_currency,
    read_sum,
)
from tracker.domain.text import first_outside_xml
from tracker.domain.written_dates import AmbiguousDateError, UnreadableDateError, read_date
from tracker.forms.currencies import currencies
from tracker.forms.filters import ChoiceField

FieldLabel = Any  # a text, perhaps one that is translated when it is shown

LONGEST = 100_000
"""Characters that a field takes, where a form does not say otherwise."""

LONGEST_NAME = 500
"""Characters of a text by which records are told apart: an index holds so many in any script."""

LONGEST_CODE = 100
"""Characters of a code, such as that of a word or of a language."""


def with_plain_line_ends(text: str) -> str:
    """Return a text as browsers show it in a field: they have one way to end a line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class TypedField(StringField):
    """A field that one types into. ``column`` is what evidence calls it; None where it cannot."""

    def __init__(
        self,
        label: FieldLabel,
        *,
        required: bool = False,
        hint: FieldLabel = "",
        longest: int = LONGEST,
        column: str | None = "",
        **options: Any,  # noqa: ANN401 (WTForms' own)
    ) -> None:
        """Take the label, whether it must be filled, and a hint that stands beneath it."""
        super().__init__(label, description=hint, **options)
        self.required = required
        self.longest = longest
        self.untouched = False
        self.column = self.short_name if column == "" else column

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take what was typed, without the blanks around it."""
        typed = with_plain_line_ends(valuelist[0]).strip() if valuelist else ""
        self.data = self.read(typed) if typed else None

    def read(self, typed: str) -> Any:  # noqa: ANN401 (each field has its own)
        """Return the value of what was typed; raise ``ValueError`` with a message for people."""
        return typed

    def show(self, value: Any) -> str:  # noqa: ANN401 (each field has its own)
        """Write a value as it would be typed."""
        return str(value)

    def shown(self) -> str:
        """Return what stands in the field on a page."""
        return self._value()

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.show(self.data)

    def keep(self, stored: Any) -> None:  # noqa: ANN401 (each field has its own)
        """Hold ``stored`` as it is if the field was sent as a browser sends it back untouched."""
        shown = "" if stored is None else self.show(stored)
        sent = self.raw_data[0] if self.raw_data else shown
        self.untouched = with_plain_line_ends(sent) == with_plain_line_ends(shown)
        if self.untouched:
            self.data = stored
            self.process_errors = []

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 (WTForms' signature)
        """Refuse what no column holds, and nothing where something must stand."""
        if self.untouched:
            return
        raw = self.raw_data[0] if self.raw_data else ""
        _refuse_outside_xml(raw)
        length = len(with_plain_line_ends(raw).strip())
        if length > self.longest:
            raise StopValidation(
                gettext(
                    "At most %(most)s characters; this has %(length)s.",
                    most=self.longest,
                    length=length,
                )
            )
        if self.process_errors:
            raise StopValidation
        if self.required and self.data is None:
            raise StopValidation(gettext("Fill this in."))


def _refuse_outside_xml(typed: str) -> None:
    """Refuse characters that can stand in no feed and no workbook, PostgreSQL's null among them."""
    found = first_outside_xml(typed)
    if found is not None:
        character, place = found
        raise StopValidation(
            gettext(
                "Take out character %(place)s (U+%(code)s): it cannot be kept.",
                code=f"{ord(character):04X}",
                place=place,
            )
        )


class _LineOrMore:
    """A line to type in; where the text has several, an area, as a line would lose its ends."""

    validation_attrs = ("required", "disabled")

    def __call__(self, field: TypedField, **attributes: Any) -> Markup:  # noqa: ANN401 (HTML's)
        """Write the field."""
        shown = with_plain_line_ends(field.shown())
        widget: TextInput | TextArea = TextArea() if "\n" in shown else TextInput()
        return widget(field, **attributes)


class TextField(TypedField):
    """A line of text."""

    widget = _LineOrMore()


class LongTextField(TypedField, TextAreaField):
    """A text of several lines."""


class NumberField(TypedField):
    """A whole number."""

    def __init__(self, label: FieldLabel, *, largest: int = 32767, **options: Any) -> None:  # noqa: ANN401
        """Take the largest number that it holds."""
        super().__init__(label, **options)
        self.largest = largest

    def read(self, typed: str) -> int:
        """Read digits."""
        if not (typed.isascii() and typed.isdecimal()) or int(typed) > self.largest:
            raise ValueError(gettext("Write a whole number, up to %(most)s.", most=self.largest))
        return int(typed)


class MoneyField(TypedField):
    """A sum of money, as people write them; ``told`` is all that its words say."""

    data: Any  # a Decimal, or None
    told: Sum | None = None

    @property
    def meant(self) -> Sum | None:
        """The sum as it is understood, from words or as it is stored."""
        return self.told or (None if self.data is None else Sum(self.data))

    def read(self, typed: str) -> Decimal:
        """Read a sum."""
        try:
            self.told = read_sum(typed, currencies(), str(get_locale()))
        except AmbiguousSumError as error:
            first, second = (f"{each.normalize():f}" for each in error.readings)
            raise ValueError(
                gettext("%(first)s or %(second)s? Write one of them.", first=first, second=second)
            ) from None
        except UnknownCurrencyError as error:
            raise ValueError(_no_currency(error)) from None
        except UnreadableSumError:
            raise ValueError(
                gettext("Write a sum such as 1500000, 12.50, 1.6 billion or up to US$ 500m.")
            ) from None
        return self.told.amount


class CurrencyField(TypedField):
    """A currency, by its code or a name or sign that means it alone."""

    def read(self, typed: str) -> str:
        """Read its code of ISO 4217."""
        try:
            return read_currency(typed, currencies())
        except UnknownCurrencyError as error:
            raise ValueError(_no_currency(error)) from None


def _no_currency(error: UnknownCurrencyError) -> str:
    said = str(error)[:100]
    return str(gettext("“%(said)s” is no currency, or several. Write its code: USD.", said=said))


class CheckField(BooleanField):
    """Yes or no."""

    required = False
    column = None


class DateField(TypedField):
    """A date known to the year, the month or the day, as people write it in either language."""

    def read(self, typed: str) -> Any:  # noqa: ANN401 (a PartialDate)
        """Read the date."""
        try:
            return read_date(typed)
        except AmbiguousDateError as error:
            first, second = error.readings
            raise ValueError(
                gettext("%(first)s or %(second)s? Write one of them.", first=first, second=second)
            ) from None
        except UnreadableDateError:
            raise ValueError(
                gettext("Write a date such as 2025, Nov 2025, 6 November 2025 or 2025-11-06.")
            ) from None


class WordField(ChoiceField):
    """A word of a vocabulary: a closed one, or the name of one in the database."""

    def __init__(  # noqa: PLR0913 (all but two by name)
        self,
        label: FieldLabel,
        vocabulary: type[StrEnum] | str,
        *,
        required: bool = False,
        default: str | None = None,
        hint: FieldLabel = "",
        column: str | None = None,
        **options: Any,  # noqa: ANN401 (WTForms' own)
    ) -> None:
        """Take the vocabulary, and the word that a new row begins with."""
        super().__init__(label, description=hint, default=default, **options)
        self.vocabulary = vocabulary
        self.required = required
        self.column = column or self.short_name

    def process_formdata(self, valuelist: Sequence[str]) -> None:
        """Take the word that was chosen; None for none."""
        if valuelist:  # else a new row, which begins with its default
            self.data = valuelist[0] or None

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse a word that is not among the choices, and none where one must be."""
        super().pre_validate(form)
        if self.required and self.data is None:
            raise StopValidation(gettext("Choose one."))


class SiblingField(WordField):
    """Another part of the same record, by its key: a row of ``part``, called by its ``naming``."""

    def __init__(self, label: FieldLabel, part: str, naming: str, **options: Any) -> None:  # noqa: ANN401
        """Take the part's name and the field that its rows are called by."""
        super().__init__(label, part, **options)
        self.naming = naming


@dataclass(frozen=True)
class RecordChoice:
    """A record that can be chosen: ``token`` is ``kind:key``, ``detail`` tells it from others."""

    token: str
    name: str
    detail: str = ""
    aliases: tuple[str, ...] = ()

    def is_called(self, text: str) -> bool:
        """Tell whether a text is the record's name, as the field shows it."""
        return _one_line(text) in {_one_line(name) for name in (self.name, *self.aliases)}


def _one_line(text: str) -> str:
    """Return a name as a field of one line shows it, without the blanks around it."""
    return text.replace("\r", "").replace("\n", "").strip()


class RecordField(TypedField):
    """Another record, chosen by its name: a text for people, and beside it what it stands for.

    ``kinds`` are the kinds of record that can be chosen. With one kind the data is the record's
    key, with several ``kind:key``. ``resolve`` is called before validation.
    """

    def __init__(self, label: FieldLabel, *kinds: str, **options: Any) -> None:  # noqa: ANN401
        """Take the kinds."""
        super().__init__(label, **options)
        self.data: Any
        self.kinds = kinds
        self.token: str | None = None
        self.text = ""
        self.options: list[RecordChoice] = []
        if len(kinds) > 1:
            self.column = None

    def process(self, formdata: Any, *data: Any, **options: Any) -> None:  # noqa: ANN401
        """Take the text beside the token."""
        super().process(formdata, *data, **options)
        given = formdata is not None and self.name in formdata
        if given or (formdata is not None and self.text_name in formdata):
            self.token = formdata.get(self.name) or None
            if self.token and self.token.partition(":")[0] not in self.kinds:
                self.token = None
            self.text = formdata.get(self.text_name, "").strip()
        elif self.data is not None:
            self.token = str(self.data) if len(self.kinds) > 1 else f"{self.kinds[0]}:{self.data}"

    @property
    def text_name(self) -> str:
        """The name of the input that holds the text."""
        return f"{self.name}-text"

    def resolve(
        self, known: RecordChoice | None, found: Iterable[RecordChoice], *, exact: bool
    ) -> None:
        """Say what the token and the text stand for.

        ``known`` is the token's record; ``found`` are the records that the text names where it is
        not the token's name: ``exact`` if they are called so, else merely near to it.
        """
        options = list(found)
        called = known is not None and (not self.text or known.is_called(self.text))
        if called or known in options:
            self._choose(known)
        elif exact and len(options) == 1:
            self._choose(options[0])
        else:
            self._choose(None)
            self.options = options

    def _choose(self, choice: RecordChoice | None) -> None:
        self.token = choice.token if choice else None
        if choice:
            self.text = choice.name
        kind, _, key = (self.token or "").partition(":")
        if self.token is None:
            self.data = None
        elif len(self.kinds) > 1:
            self.data = self.token
        else:
            self.data = key if BY_KIND[kind].is_coded else int(key)

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse a text that names nothing, or several records."""
        if self.text and self.token is None:
            _refuse_outside_xml(self.text)
            if self.options:
                raise StopValidation(gettext("Which of these do you mean?"))
            raise StopValidation(gettext("Nothing is called %(text)s.", text=self.text[:100]))
        super().pre_validate(form)
