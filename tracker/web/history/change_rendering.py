"""What a change did to a row, in words: each field with what it was before and after."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext

from tracker.domain.partial_dates import PartialDate
from tracker.domain.record_types import BY_TABLE
from tracker.domain.vocabularies import Precision, RelationKind
from tracker.queries.history.record_history import RowChange
from tracker.queries.lookup.record_names import RecordName, RowKey, referred
from tracker.queries.parts.evidence import CitationItem
from tracker.queries.text import Span
from tracker.web.site import labels
from tracker.web.site.field_labels import closed_vocabulary, field_name, part_name
from tracker.web.site.languages import language
from tracker.web.site.template_helpers import show_moment, show_partial_date, show_span

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
    vocabulary = closed_vocabulary(table, column)
    if vocabulary is RelationKind:
        return str(labels.RELATIONS[RelationKind(value)][0])
    known = {} if vocabulary is None else labels.LABELS[vocabulary]
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


_EVIDENCE = ("citation", "missing_value")
