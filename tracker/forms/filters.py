"""Filters of a list, read from its address: unknown names and values are said, not ignored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask_babel import gettext, lazy_gettext
from flask_wtf.i18n import translations
from markupsafe import Markup, escape
from werkzeug.datastructures import MultiDict
from wtforms import Field, Form, IntegerField, StringField
from wtforms.form import BaseForm
from wtforms.validators import Length, NumberRange, Optional, ValidationError
from wtforms.widgets import HiddenInput, html_params

EARLIEST_YEAR, LATEST_YEAR = 1800, 2199

LONGEST_SEARCH = 200
"""How many letters may be searched for."""

CURSOR = "cursor"
"""The parameter that says where a page begins; no field, because nobody types it."""

EVERYTHING = "all"
"""The value of ``choices`` that asks for a page whose filters offer all there is."""

AS_OF = "as_of"
"""The parameter of every page that says at which moment it shows the database."""

Offered = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class WrongParameter:
    """A parameter that is wrong, as it was given, and why."""

    field: str
    value: str
    message: str


class Select:
    """A select's HTML, written in one go: WTForms' own takes a third of a list page's time."""

    validation_attrs = ("required", "disabled")

    def __call__(self, field: "ChoiceField", **attributes: Any) -> Markup:  # noqa: ANN401 (HTML's)
        """Write a field whose choices are ``(value, label)``."""
        more = f" {html_params(**attributes)}" if attributes else ""
        chosen = field.data or ""
        options = "".join(
            f'<option{" selected" if value == chosen else ""} value="{escape(value)}">'
            f"{escape(label)}</option>"
            for value, label in field.offered
        )
        # The names of fields are ours, and need no escaping.
        opening = f'<select id="{field.id}" name="{field.name}"{more}>'
        return Markup(f"{opening}{options}</select>")  # noqa: S704 (escaped above)


class Input:
    """An input's HTML, written in one go as a select's is."""

    def __init__(self, kind: str, **limits: int) -> None:
        """Take HTML's type of input, and the attributes that say what may be typed."""
        self._attributes = html_params(type=kind, **limits)

    def __call__(self, field: Field, **_: object) -> Markup:
        """Write a field of text or of a number."""
        value = escape(field.data or "")
        opening = f'<input id="{field.id}" name="{field.name}" {self._attributes}'
        return Markup(f'{opening} value="{value}">')  # noqa: S704 (escaped above)


class ChoiceField(StringField):
    """One of some choices, or none; the choices are ``(value, label)``."""

    widget = Select()

    def __init__(self, label: Any, **options: Any) -> None:  # noqa: ANN401 (WTForms' own)
        """Take the label and WTForms' options."""
        super().__init__(label, validators=[Optional()], **options)
        self.offered: list[tuple[str, str]] = []
        self._known: set[str] = set()

    def offer(self, choices: Offered, *, anything: str | None) -> None:
        """Set the choices, after one that narrows nothing where ``anything`` names it."""
        offered = list(choices)
        self.offered = offered if anything is None else [("", anything), *offered]
        self._known = {value for value, _ in offered}

    def pre_validate(self, form: BaseForm) -> None:  # noqa: ARG002 (WTForms' signature)
        """Refuse a value that is not among the choices."""
        if self.data and self.data not in self._known:
            raise ValidationError(gettext("%(value)s is not one of the choices.", value=self.data))


class ChoiceFilter(ChoiceField):
    """A filter by a value of a vocabulary: a closed one, or the name of one in the database.

    Where ``counted``, the list says beside each choice how many of its rows it would leave.
    """

    whole = True
    """Whether all choices are offered to whoever asks for them, or only the one that is chosen."""

    def __init__(
        self,
        label: Any,  # noqa: ANN401 (WTForms' own)
        vocabulary: type[StrEnum] | str,
        *,
        counted: bool = False,
        **options: Any,  # noqa: ANN401 (WTForms' own)
    ) -> None:
        """Take the label, the vocabulary and WTForms' options."""
        super().__init__(label, **options)
        self.vocabulary = vocabulary
        self.counted = counted


class RecordFilter(ChoiceFilter):
    """A filter by a record of a kind, by its id; there are too many to offer, unless ``whole``."""

    def __init__(self, label: Any, kind: str, *, whole: bool = False, **options: Any) -> None:  # noqa: ANN401 (WTForms' own)
        """Take the label, the kind of record and WTForms' options."""
        super().__init__(label, kind, **options)
        self.whole = whole


class YearField(IntegerField):
    """A year, or none."""

    widget = Input("number", min=EARLIEST_YEAR, max=LATEST_YEAR)

    def __init__(self, label: Any, **options: Any) -> None:  # noqa: ANN401 (WTForms' own)
        """Take the label and WTForms' options."""
        limits = NumberRange(EARLIEST_YEAR, LATEST_YEAR)
        super().__init__(label, validators=[Optional(), limits], **options)


class FilterForm(Form):
    """A list's filters and its order. Subclasses add fields named like the filters."""

    class Meta:
        """Messages in the visitor's language."""

        def get_translations(self, form: Form) -> Any:  # noqa: ANN401, ARG002 (WTForms' signature)
            """Return Flask-Babel's translations."""
            return translations

    q = StringField(
        lazy_gettext("Search"),
        validators=[Optional(), Length(max=LONGEST_SEARCH)],
        widget=Input("search", maxlength=LONGEST_SEARCH),
    )
    sort = ChoiceField(lazy_gettext("Sort by"))
    choices = ChoiceField("", widget=HiddenInput())

    def problems(self, given: MultiDict[str, str]) -> list[WrongParameter]:
        """Validate, and tell of each parameter that is unknown or has a wrong value."""
        self.validate()
        unknown = [name for name in given if name not in self and name not in {CURSOR, AS_OF}]
        repeated = [name for name in given if name not in unknown and len(given.getlist(name)) > 1]
        return [
            *(
                WrongParameter(name, given[name], gettext("This list has no such filter."))
                for name in unknown
            ),
            *(
                WrongParameter(name, given[name], gettext("Give this filter once only."))
                for name in repeated
            ),
            *(
                WrongParameter(name, given.get(name, ""), str(field.errors[0]))
                for name, field in self._fields.items()
                if field.errors
            ),
        ]

    def filters(self) -> dict[str, Any]:
        """Return the filters that narrow the list, by name."""
        return {
            name: int(field.data) if isinstance(field, RecordFilter) else field.data
            for name, field in self._fields.items()
            if name not in _SHOWING and field.data not in {None, ""}
        }

    def fields_shown(self) -> list[Field]:
        """Return the filters, in their order; of those that offer nothing by themselves the set."""
        return [
            field
            for name, field in self._fields.items()
            if name not in _SHOWING and (getattr(field, "whole", True) or field.data)
        ]

    def choice_filters(self) -> dict[str, ChoiceFilter]:
        """Return the filters by a value of a vocabulary or by a record, by name."""
        return {
            name: field for name, field in self._fields.items() if isinstance(field, ChoiceFilter)
        }

    def counted(self) -> list[str]:
        """Return the names of the filters whose choices are counted."""
        return [name for name, field in self.choice_filters().items() if field.counted]

    def chosen(self) -> dict[str, str | int]:
        """Return what is chosen of filters that offer choices; no record has an id that is none."""
        return {
            name: _id(field.data) if isinstance(field, RecordFilter) else field.data
            for name, field in self.choice_filters().items()
            if field.data
        }


_SHOWING = {"sort", "choices"}
"""The fields that say how a list is shown; the others narrow it."""

_LARGEST_ID = 2**63 - 1


def _id(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else 0
    return number if number <= _LARGEST_ID else 0


def offer_all(form: FilterForm, choices: Mapping[str, Offered], anything: str) -> None:
    """Set the choices of the fields named. A list is always in some order: the first, if none."""
    for name, offered in choices.items():
        field = form[name]
        if isinstance(field, ChoiceField):
            field.offer(offered, anything=None if name == "sort" else anything)
