"""The words that the fields of a form offer: of closed vocabularies, of tables, of other rows."""

from collections.abc import Iterable
from enum import StrEnum

from flask_babel import gettext

from tracker.domain.text import fold
from tracker.domain.vocabularies import RelationKind
from tracker.forms.fields import SiblingField, WordField
from tracker.forms.records import PartForm
from tracker.queries.lookup.filter_options import choices_of
from tracker.queries.text import Bilingual
from tracker.web.site.labels import RELATIONS, choices
from tracker.web.site.languages import language
from tracker.web.site.sessions import session

LabelledWords = list[tuple[str, str]]


def offer(form: PartForm) -> None:
    """Set the choices of every field of a form that has some."""
    fields = [
        field
        for part in form.walk()
        for field in part.own_fields()
        if isinstance(field, WordField) and field.vocabulary
    ]
    tables = {
        field.vocabulary
        for field in fields
        if isinstance(field.vocabulary, str) and not isinstance(field, SiblingField)
    }
    found = choices_of(session(), sorted(tables))
    known: dict[object, LabelledWords] = {name: _named(values) for name, values in found.items()}
    for field in fields:
        if isinstance(field, SiblingField):
            words = _siblings(form, field)
        elif isinstance(field.vocabulary, str):
            words = known[field.vocabulary]
        else:
            words = known.setdefault(field.vocabulary, _closed(field.vocabulary))
        required = field.required and field.data
        field.offer(words, anything=None if required else _nothing(field))


def _named(values: Iterable[tuple[str, Bilingual]]) -> LabelledWords:
    """Return words in the visitor's language, in the order of their names."""
    named = [(value, name[language()]) for value, name in values]
    return sorted(named, key=lambda choice: fold(choice[1]))


def _nothing(field: WordField) -> str:
    return str(gettext("Choose…") if field.required else gettext("None"))


def _closed(vocabulary: type[StrEnum]) -> LabelledWords:
    if vocabulary is RelationKind:
        return [(kind.value, str(words[0])) for kind, words in RELATIONS.items()]
    return list(choices(vocabulary))


def _siblings(form: PartForm, field: SiblingField) -> LabelledWords:
    """Return the rows of another part by their keys, as they are called in the form."""
    named = [(str(row.key.data), row[field.naming]) for row in form.rows_of(str(field.vocabulary))]
    return [(key, getattr(name, "text", "") or gettext("not named yet")) for key, name in named]
