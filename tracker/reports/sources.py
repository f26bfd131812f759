"""The sources behind a result: citations of the agreements, events and officials in its rows."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from tracker.reports.runner import Runner

KEYS = ("agreement_id", "event_id", "official_id")
"""The columns by which a row of a result has sources."""

_CITATIONS = """
    SELECT
        agreement_id, event_id, official_id, subject, field, stance, stated_value, quotation,
        language, translation_en, translation_fr, document, publisher, url, published_on,
        published_on_precision, chosen_by, chosen_reason
    FROM citations
    WHERE agreement_id = ANY ((:'agreement_id')::bigint[])
        OR event_id = ANY ((:'event_id')::bigint[])
        OR official_id = ANY ((:'official_id')::bigint[])
    ORDER BY agreement_id, event_id, official_id, citation_id
"""


@dataclass(frozen=True)
class Source:
    """What one document says about one row of a result, or about a part of what it stands for."""

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
    """Yield the citations of the rows with these keys, each once, as of the result's moment."""
    values = {name: _array(keys.get(name, ())) for name in KEYS}
    with runner.run(_CITATIONS, values, as_of=as_of) as result:
        for row in result:
            yield Source(*row)


def _array(numbers: Collection[int]) -> str:
    return "{" + ",".join(str(int(number)) for number in sorted(numbers)) + "}"
