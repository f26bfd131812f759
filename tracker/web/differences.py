"""What a change did to a row, in words: each field with what it was before and after."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask_babel import gettext

from tracker.domain.partial_dates import PartialDate
from tracker.domain.vocabularies import Precision
from tracker.forms.records import CitationForm, MissingForm, PartForm
from tracker.queries.history import RowChange
from tracker.queries.naming import Named, Reference, referred
from tracker.queries.text import Span
from tracker.web import labels
from tracker.web.languages import language
from tracker.web.presenting import show_partial_date, show_span

Names = Mapping[Reference, Named]
"""What rows that are pointed at are called."""

_MADE = frozenset({"id", "subject", "sha256", "position", "start_offset", "end_offset"})
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
            shown.append(Difference(_field_name(row.table, column), before, after))
    return shown


def _is_place(row: RowChange, column: str) -> bool:
    """Tell whether a column only says which part of the record evidence is about."""
    return row.table in _EVIDENCE and column.removesuffix("_id") in labels.PARTS


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
    return _plain(table, column, value)


def _plain(table: str, column: str, value: Any) -> str:  # noqa: ANN401 (whatever a column holds)
    """Write a value that stands for itself: words of closed vocabularies by their labels."""
    if isinstance(value, bool):
        return str(gettext("yes") if value else gettext("no"))
    vocabulary = _fields(of_evidence=table in _EVIDENCE).get(column, (None, None))[1]
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


def _field_name(table: str, column: str) -> str:
    known, _ = _fields(of_evidence=table in _EVIDENCE).get(column, (None, None))
    if known is not None:
        return str(known)
    target = referred(table, column)
    if target in labels.PARTS:
        return str(labels.PARTS[target])
    return column.replace("_", " ")


_EVIDENCE = ("citation", "missing_value")
"""Tables whose fields go by the same names as others' and mean something else."""


@cache
def _fields(*, of_evidence: bool) -> dict[str, tuple[Any, Any]]:
    """Return the label of each field that some form has, and its vocabulary, by column."""
    found: dict[str, tuple[Any, Any]] = {}
    waiting: list[type[PartForm]] = [PartForm]
    while waiting:
        form = waiting.pop()
        waiting += form.__subclasses__()
        for name, field in vars(form).items():
            arguments = getattr(field, "args", ())
            if arguments and (form in (CitationForm, MissingForm)) == of_evidence:
                column = field.kwargs.get("column") or name
                vocabulary = arguments[1] if len(arguments) > 1 else None
                found.setdefault(column, (arguments[0], vocabulary))
    return found
