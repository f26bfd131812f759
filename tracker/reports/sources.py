"""The sources behind a result: citations of the agreements, events and officials in its rows."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.reports.result import Column, Result
from tracker.reports.runner import Limits, ReportError

KEYS = ("agreement_id", "event_id", "official_id")
"""The columns by which a row of a result has sources."""

_WHOLE_NUMBERS = {"int2", "int4", "int8"}

_CITATIONS = """
    SELECT
        citation_id, agreement_id, event_id, official_id, subject, field, stance, stated_value,
        quotation, language, translation_en, translation_fr, document, publisher, url, published_on,
        published_on_precision, chosen_by, chosen_reason
    FROM {schema}.citations
    WHERE agreement_id = ANY ($1) OR event_id = ANY ($2) OR official_id = ANY ($3)
    ORDER BY agreement_id, event_id, official_id, citation_id
"""

_REFERENCES = """
    SELECT agreement_id, event_id, official_id, citation_id
    FROM {schema}.citations
    WHERE agreement_id = ANY (%s) OR event_id = ANY (%s) OR official_id = ANY (%s)
    ORDER BY citation_id
"""

LIMITS = Limits(seconds=300, rows=1_000_000, letters=100_000_000_000)
"""What an export may take, and the sources at its end: as many rows as a workbook holds.

It keeps a few rows at a time, so that their texts may be long.
"""


@dataclass(frozen=True)
class CitedSource:
    """What one document says about one row of a result, or about a part of what it stands for."""

    citation_id: int
    agreement_id: int | None
    event_id: int | None
    official_id: int | None
    subject: str
    field: str | None
    stance: str
    stated_value: str | None
    quotation: str | None
    language: str | None
    translation_en: str | None
    translation_fr: str | None
    document: str | None
    publisher: str
    url: str | None
    published_on: dt.date | None
    published_on_precision: str | None
    chosen_by: str | None
    chosen_reason: str | None


def key_places(columns: Sequence[Column]) -> dict[str, int]:
    """Return in which columns of a result the keys of records stand, the first of each name."""
    names = [column.name for column in columns]
    return {
        name: names.index(name)
        for name in KEYS
        if name in names and columns[names.index(name)].type in _WHOLE_NUMBERS
    }


def sources_of(
    result: Result, keys: Mapping[str, Collection[int]], schema: str
) -> Iterator[CitedSource]:
    """Yield the citations of the rows with these keys, each once, as the result's rows see them.

    Raises ReportError where there are more than an export can hold.
    """
    owners = [sorted(keys.get(name, ())) for name in KEYS]
    with result.beside(_CITATIONS.format(schema=schema), owners, LIMITS.rows) as found:
        for row in found:
            yield CitedSource(*row)
        if found.truncated:
            raise ReportError(f"The rows have more than {found.count} sources. Narrow the report.")


class References:
    """Finds the citations of rows, a batch at a time."""

    def __init__(self, result: Result, places: Mapping[str, int], schema: str) -> None:
        """Take a result, in which columns the keys stand, and where citations are found."""
        self._places = [places.get(name) for name in KEYS]
        self._result = result
        self._sql = _REFERENCES.format(schema=schema)

    def of(self, rows: Sequence[Sequence[Any]]) -> list[list[int]]:
        """Return the numbers of each row's citations, by one query for them all."""
        keys = [self._keys(place, rows) for place in self._places]
        found: dict[tuple[int, int], list[int]] = {}
        for *owners, citation_id in self._result.look_up(self._sql, keys):
            for kind, owner in enumerate(owners):
                if owner is not None:
                    found.setdefault((kind, owner), []).append(citation_id)
        return [self._of_row(row, found) for row in rows]

    def _of_row(self, row: Sequence[Any], found: Mapping[tuple[int, int], list[int]]) -> list[int]:
        return sorted(
            {
                citation_id
                for kind, place in enumerate(self._places)
                if place is not None
                for citation_id in found.get((kind, row[place]), ())
            }
        )

    def _keys(self, place: int | None, rows: Sequence[Sequence[Any]]) -> list[int]:
        if place is None:
            return []
        return sorted({row[place] for row in rows if row[place] is not None})
