"""The sources behind a result: citations of the agreements, events and officials in its rows."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.reports.runner import Limits, ReportError, Result, Runner

KEYS = ("agreement_id", "event_id", "official_id")
"""The columns by which a row of a result has sources."""

_CITATIONS = """
    SELECT
        citation_id, agreement_id, event_id, official_id, subject, field, stance, stated_value,
        quotation, language, translation_en, translation_fr, document, publisher, url, published_on,
        published_on_precision, chosen_by, chosen_reason
    FROM citations
    WHERE agreement_id = ANY ((:'agreement_id')::bigint[])
        OR event_id = ANY ((:'event_id')::bigint[])
        OR official_id = ANY ((:'official_id')::bigint[])
    ORDER BY agreement_id, event_id, official_id, citation_id
"""

_REFERENCES = """
    SELECT agreement_id, event_id, official_id, citation_id, coalesce(url, publisher)
    FROM {schema}.citations
    WHERE agreement_id = ANY (%s) OR event_id = ANY (%s) OR official_id = ANY (%s)
    ORDER BY citation_id
"""

LIMITS = Limits(seconds=300, rows=1_000_000)
"""What an export may take, and the sources at its end: as many rows as a workbook holds."""


@dataclass(frozen=True, order=True)
class Reference:
    """A citation by its number, and where its document can be read."""

    citation_id: int
    address: str


@dataclass(frozen=True)
class Source:
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


def sources_of(
    runner: Runner, keys: Mapping[str, Collection[int]], *, as_of: dt.datetime | None = None
) -> Iterator[Source]:
    """Yield the citations of the rows with these keys, each once, as of the result's moment.

    Raises ReportError where there are more than an export can hold.
    """
    values = {name: _array(keys.get(name, ())) for name in KEYS}
    with runner.run(_CITATIONS, values, as_of=as_of, limits=LIMITS) as result:
        for row in result:
            yield Source(*row)
        if result.truncated:
            raise ReportError(f"The rows have more than {result.count} sources. Narrow the report.")


class References:
    """Finds the citations of rows, a batch at a time."""

    def __init__(self, result: Result, names: Sequence[str], *, past: bool) -> None:
        """Take a result, its columns, and whether it is of the past."""
        self._places = [names.index(name) if name in names else None for name in KEYS]
        self._result = result
        self._sql = _REFERENCES.format(schema="report_as_of" if past else "report")

    def of(self, rows: Sequence[Sequence[Any]]) -> list[list[Reference]]:
        """Return the citations of each row, by one query for them all."""
        keys = [self._keys(place, rows) for place in self._places]
        found: dict[tuple[int, int], list[Reference]] = {}
        for *owners, citation_id, address in self._result.look_up(self._sql, keys):
            reference = Reference(citation_id, address)
            for kind, owner in enumerate(owners):
                if owner is not None:
                    found.setdefault((kind, owner), []).append(reference)
        return [self._of_row(row, found) for row in rows]

    def _of_row(
        self, row: Sequence[Any], found: Mapping[tuple[int, int], list[Reference]]
    ) -> list[Reference]:
        every = {
            reference
            for kind, place in enumerate(self._places)
            if place is not None
            for reference in found.get((kind, row[place]), ())
        }
        return sorted(every)

    def _keys(self, place: int | None, rows: Sequence[Sequence[Any]]) -> list[int]:
        if place is None:
            return []
        return sorted({row[place] for row in rows if isinstance(row[place], int)})


def _array(numbers: Collection[int]) -> str:
    return "{" + ",".join(str(int(number)) for number in sorted(numbers)) + "}"
