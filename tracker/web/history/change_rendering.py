"""What a change did to a row, in words: each field with what it was before and after."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from tracker.domain.partial_dates import PartialDate
from tracker.domain.record_types import BY_TABLE
from tracker.domain.vocabularies import AgreementStatus, Precision, RelationKind, ReviewState
from tracker.forms.records import CitationForm, MissingForm, PartForm
from tracker.queries.history.drafts import tables_of
from tracker.queries.history.record_history import RowChange
from tracker.queries.lookup.record_names import RecordName, RowKey, referred
from tracker.queries.parts.evidence import CitationItem
from tracker.queries.text import Span
from tracker.web.site import labels
from tracker.web.site.languages import language
from tracker.web.site.template_helpers import show_moment, show_partial_date, show_span
from tracker.web.subjects.editings import EDITINGS

Names = Mapping[RowKey, RecordName]
"""What rows that are pointed at are called."""

_MADE = frozenset(
    {"id", "subject", "sha256", "position", "start_offset", "end_offset"}
    | {"chosen_at", "decided_at", "reviewer_id"}  # the change's own moment and actor
)
"""Columns that follow from others, or that nobody reads."""


@dataclass(frozen=True)
class Difference:
    """One field of a row: its name, and its value before and after, for people."""

    name: str
    before: str
    after: str


def differences(row: RowChange, names: Names, root: str = "") -> list[Difference]:
    """Return what changed in a row, field by field; ``root`` is the column that ties it in."""
    shown = []
    for column in row.fields:
        if column in {*_MADE, root} or column.endswith("_precision") or _is_place(row, column):
            continue
        before, after = (_words(row.table, column, each, names) for each in (row.before, row.after))
        if before != after:
            shown.append(Difference(field_name(row.table, column), before, after))
    return shown


def row_name(row: RowChange, names: Names, root: str = "") -> str:
    """Return what a row is called: evidence with what it speaks of, others with whom they are of.

    Of a row that came or went, the fields tell that already.
    """
    said = [part_name(row.table)]
    content = row.after or row.before or {}
    if row.table in _EVIDENCE:
        said.append(part_name(_spoken_of(content)))
    elif row.before and row.after and row.table not in BY_TABLE:
        others = (each for each in content.items() if each[0] != root)
        pointed = ((referred(row.table, column) or "", str(value)) for column, value in others)
        whole = (each for each in pointed if each[0] in BY_TABLE)
        named = next((names[each] for each in whole if each in names), None)
        said += [named[language()]] if named else []
    return " · ".join(said)


def part_name(table: str) -> str:
    """Return what a table's rows are called."""
    return str(labels.TABLE_LABELS.get(table, table.replace("_", " ")))


def fact_names(citations: Iterable[CitationItem]) -> list[str]:
    """Return what citations speak of, each once: rows by what they are, or fields of them."""
    return list(dict.fromkeys(_fact_name(each.part, each.field) for each in citations))


def _fact_name(table: str, field: str | None) -> str:
    if field is None:
        return part_name(table)
    name = field_name(table, field)
    return name if table in BY_TABLE else f"{part_name(table)}, {name}"


def _spoken_of(evidence: Mapping[str, Any]) -> str:
    """Return the table of the row that evidence speaks of."""
    return str(evidence.get("subject", "")).partition(":")[0]


def _is_place(row: RowChange, column: str) -> bool:
    """Tell whether a column only says which row evidence is about."""
    if row.table not in _EVIDENCE or column in {"document_id", "passage_id"}:
        return False
    return referred(row.table, column) is not None


def _words(table: str, column: str, row: Mapping[str, Any] | None, names: Names) -> str:
    """Write a value of a row for people."""
    value = None if row is None else row.get(column)
    if row is None or value is None:
        return ""
    target = referred(table, column)
    if target:
        named = names.get((target, str(value)))
        return named[language()] if named else str(value)
    if f"{column}_precision" in row:
        precision = Precision(row[f"{column}_precision"])
        return show_partial_date(PartialDate(dt.date.fromisoformat(value), precision))
    if f"{column}_lower_precision" in row:
        return _span(column, row)
    return _plain(table, column, row)


def _plain(table: str, column: str, row: Mapping[str, Any]) -> str:
    """Write a value that stands for itself: words of closed vocabularies by their labels."""
    value = row[column]
    if isinstance(value, bool):
        return str(gettext("yes") if value else gettext("no"))
    if column == "retrieved_at":
        return show_moment(dt.datetime.fromisoformat(value))
    if table in _EVIDENCE and column == "field":
        return field_name(_spoken_of(row), value)
    vocabulary = _fields(table).get(column, (None, None))[1]
    if vocabulary is RelationKind:
        return str(labels.RELATIONS[RelationKind(value)][0])
    known = labels.LABELS.get(vocabulary, {}) if isinstance(vocabulary, type) else {}
    return str(known.get(value, value))


def _span(column: str, row: Mapping[str, Any]) -> str:
    """Write a range of days, each end at its precision."""
    lower, upper = row[column].strip("[]()").split(",")
    start = end = None
    if lower:
        precision = Precision(row[f"{column}_lower_precision"])
        start = PartialDate.containing(dt.date.fromisoformat(lower), precision)
    if upper:
        last = dt.date.fromisoformat(upper) - dt.timedelta(days=1)
        end = PartialDate.containing(last, Precision(row[f"{column}_upper_precision"]))
    return show_span(Span(start, end))


def field_name(table: str, column: str) -> str:
    """Return what a column is called, as its own form calls it."""
    known, _vocabulary = _fields(table).get(column, (None, None))
    if known is not None:
        return str(known)
    target = referred(table, column) if _fields(table) else None
    if target in labels.TABLE_LABELS:
        return str(labels.TABLE_LABELS[target])
    return column.replace("_", " ")


_EVIDENCE = ("citation", "missing_value")


@cache
def _fields(table: str) -> dict[str, tuple[Any, Any]]:
    """Return the label of each column of a table, and its vocabulary, as its form has them."""
    found = {column: told for (of, column), told in _KEPT_BY_THE_DATABASE.items() if of == table}
    form = _forms().get(table)
    for name, field in () if form is None else _attributes(form):
        arguments = getattr(field, "args", ())
        if arguments and isinstance(arguments[0], type):  # rows of a part
            found[name] = (arguments[1], None)
        elif arguments:
            column = field.kwargs.get("column") or name.rstrip("_")
            found[column] = (arguments[0], arguments[1] if len(arguments) > 1 else None)
    return found


def _attributes(form: type[PartForm]) -> Iterator[tuple[str, Any]]:
    for own in reversed(form.__mro__):
        yield from vars(own).items()


@cache
def _forms() -> dict[str, type[PartForm]]:
    """Return the form of the rows of each table that some record consists of."""
    forms: dict[str, type[PartForm]] = {"citation": CitationForm, "missing_value": MissingForm}
    for editing in EDITINGS.values():
        for path, table in tables_of(editing.record).items():
            form: Any = editing.form
            for part in path:
                (form, *_labels) = getattr(form, part).args
            forms[table] = form
    return forms


_KEPT_BY_THE_DATABASE: dict[tuple[str, str], tuple[LazyString, type[StrEnum] | None]] = {
    ("agreement", "status"): (_("Status"), AgreementStatus),
    ("agreement", "signed_on"): (_("Date of signature"), None),
    ("agreement", "dated_on"): (_("Date of the text"), None),
    ("agreement", "review_state"): (_("Review"), ReviewState),
    ("citation", "chosen_by"): (_("Chosen by"), None),
    ("document", "retrieved_at"): (_("Retrieved"), None),
    ("organization_member", "valid"): (_("Time"), None),
    ("passage", "prefix"): (_("Words before"), None),
    ("passage", "suffix"): (_("Words after"), None),
    ("review", "state"): (_("Step"), ReviewState),
    ("review", "reason"): (_("Words"), None),
    ("tenure", "held"): (_("Time"), None),
}
"""What columns are called that no form has, and their vocabularies."""
