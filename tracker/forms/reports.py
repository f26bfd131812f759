"""The form of a report's parameters, as the address has them: a field for each, typed."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext
from flask_wtf.i18n import translations
from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError
from wtforms.widgets import DateInput, NumberInput

from tracker.forms.filters import AS_OF, ChoiceField, Offered, WrongParameter

_LARGEST = 2**31 - 1
_LONGEST = 1000  # characters of a text


@dataclass(frozen=True)
class Asked:
    """A parameter that a form asks for; ``kind`` is its type, such as ``date``."""

    name: str
    label: str
    kind: str
    default: str = ""
    optional: bool = False
    choices: Offered = field(default_factory=list)


class ReportForm(Form):
    """A report's parameters. Make it with ``report_form``."""

    class Meta:
        """Messages in the visitor's language."""

        def get_translations(self, form: Form) -> Any:  # noqa: ANN401, ARG002 (WTForms' signature)
            """Return Flask-Babel's translations."""
            return translations

    def values(self) -> dict[str, str]:
        """Return what stands in each field."""
        return {name: given.data or "" for name, given in self._fields.items()}

    def problems(self, given: MultiDict[str, str]) -> list[WrongParameter]:
        """Validate, and tell of each parameter that is unknown, repeated or has a wrong value."""
        self.validate()
        return [
            *self.unknown_parameters(given),
            *(
                WrongParameter(name, each.data or "", str(each.errors[0]))
                for name, each in self._fields.items()
                if each.errors
            ),
        ]

    def unknown_parameters(self, given: MultiDict[str, str]) -> list[WrongParameter]:
        """Tell of each parameter that the report does not have, or that stands there twice."""
        unknown = gettext("This report has no such parameter.")
        twice = gettext("Give this parameter once only.")
        return [
            WrongParameter(name, given[name], unknown if name not in self else twice)
            for name in given
            if name != AS_OF and (name not in self or len(given.getlist(name)) > 1)
        ]


class _TypedField(StringField):
    """A parameter that one types."""

    def __init__(self, asked: Asked, **options: Any) -> None:  # noqa: ANN401 (WTForms' own)
        super().__init__(asked.label, default=asked.default, **options)
        self._optional = asked.optional

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 (WTForms' signature)
        """Refuse nothing where something must stand, and what the type does not have."""
        typed = (self.data or "").strip()
        if not typed and not self._optional:
            raise ValidationError(gettext("Fill this in."))
        if len(typed) > _LONGEST:
            raise ValidationError(gettext("This is too long."))
        if typed:
            self.check(typed)

    def check(self, typed: str) -> None:
        """Take any text."""


class _NumberField(_TypedField):
    """A whole number."""

    def check(self, typed: str) -> None:
        """Refuse what is none."""
        if not (typed.isascii() and typed.isdecimal() and int(typed) <= _LARGEST):
            raise ValidationError(gettext("Write a whole number, up to %(most)s.", most=_LARGEST))


class _DateField(_TypedField):
    """A day."""

    def check(self, typed: str) -> None:
        """Refuse what is none."""
        try:
            dt.date.fromisoformat(typed)
        except ValueError:
            message = gettext("This is not a date such as 2026-01-31.")
            raise ValidationError(message) from None


class _OneOfField(ChoiceField):
    """One of some choices; none where it may be left open."""

    def __init__(self, asked: Asked, **options: Any) -> None:  # noqa: ANN401 (WTForms' own)
        super().__init__(asked.label, default=asked.default, **options)
        self._optional = asked.optional
        self.offer(asked.choices, anything=gettext("Any") if asked.optional else None)

    def pre_validate(self, form: BaseForm) -> None:
        """Refuse what is no choice, and none where one must be."""
        super().pre_validate(form)
        if not self.data and not self._optional:
            raise ValidationError(gettext("Choose one."))


def report_form(parameters: Iterable[Asked], given: MultiDict[str, str]) -> ReportForm:
    """Return the form for some parameters with what the address gives; else their defaults."""
    fields = {asked.name: _field(asked) for asked in parameters}
    return type("_Form", (ReportForm,), fields)(given)  # type: ignore[no-any-return]


def _field(asked: Asked) -> Any:  # noqa: ANN401 (a field that WTForms has yet to bind)
    match asked.kind:
        case "choice":
            return _OneOfField(asked)
        case "integer":
            widget = NumberInput(min=0, max=_LARGEST, step=1)
            return _NumberField(asked, widget=widget)
        case "date":
            return _DateField(asked, widget=DateInput())
        case _:
            return _TypedField(asked)
