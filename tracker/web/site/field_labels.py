"""What rows and their fields are called for people, by table and column."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from flask_babel import lazy_gettext as _

from tracker.domain.drafts import KEY
from tracker.domain.vocabularies import ReviewState
from tracker.forms.by_table import FORMS
from tracker.forms.fields import FieldLabel
from tracker.queries.lookup.record_names import referred
from tracker.web.site.labels import TABLE_LABELS


class _Known(NamedTuple):
    """What a column is called, and the vocabulary of its values: a closed one, or a name."""

    label: FieldLabel
    vocabulary: type[StrEnum] | str | None = None


def part_name(table: str) -> str:
    """Return what a table's rows are called."""
    return str(TABLE_LABELS.get(table, table.replace("_", " ")))


def field_name(table: str, column: str) -> str:
    """Return what a column is called, as its own form calls it."""
    columns = _columns(table)
    if column in columns:
        return str(columns[column].label)
    target = referred(table, column) if columns else None
    if target in TABLE_LABELS:
        return str(TABLE_LABELS[target])
    return column.replace("_", " ")


def closed_vocabulary(table: str, column: str) -> type[StrEnum] | None:
    """Return the closed vocabulary of a column's values, if it has one."""
    known = _columns(table).get(column)
    return known.vocabulary if known and isinstance(known.vocabulary, type) else None


@cache
def _columns(table: str) -> dict[str, _Known]:
    """Return what is known of a table's columns: from its form, and of those that no form has."""
    return _KEPT_BY_THE_DATABASE.get(table, {}) | dict(_in_form(table))


def _in_form(table: str) -> Iterator[tuple[str, _Known]]:
    """Yield each field of a table's form by the column that it fills, and lists of rows."""
    for field in FORMS[table]() if table in FORMS else ():
        if field.short_name != KEY:
            column = getattr(field, "column", None) or field.short_name
            yield column.rstrip("_"), _Known(field.label.text, getattr(field, "vocabulary", None))


_KEPT_BY_THE_DATABASE: dict[str, dict[str, _Known]] = {
    "agreement": {
        "signed_on": _Known(_("Date of signature")),
        "dated_on": _Known(_("Date of the text")),
        "review_state": _Known(_("Review"), ReviewState),
    },
    "citation": {"chosen_by": _Known(_("Chosen by"))},
    "document": {"retrieved_at": _Known(_("Retrieved"))},
    "passage": {"prefix": _Known(_("Words before")), "suffix": _Known(_("Words after"))},
    "review": {"state": _Known(_("Step"), ReviewState), "reason": _Known(_("Words"))},
}
"""What columns are called that no form has."""
