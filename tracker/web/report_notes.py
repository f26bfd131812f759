"""The footnotes of a printed report: each document once, with the words of it that rows rest on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tracker.reports.sources import Source


@dataclass
class Note:
    """One document: its number on the page, and quotations with their languages."""

    number: int
    document: str | None
    publisher: str
    url: str | None
    quotations: dict[str, str | None] = field(default_factory=dict)


class Notes:
    """The documents behind rows, numbered as they come."""

    def __init__(self, sources: Iterable[Source]) -> None:
        """Take the sources of the rows."""
        self._notes: dict[tuple[str, str | None, str | None], Note] = {}
        self._by_citation = {source.citation_id: self._note(source) for source in sources}

    @property
    def all(self) -> list[Note]:
        """All of them, by number."""
        return list(self._notes.values())

    def marks(self, citations: Iterable[int]) -> list[int]:
        """Return the numbers of the documents behind a row."""
        return sorted({self._by_citation[number].number for number in citations})

    def _note(self, source: Source) -> Note:
        key = (source.publisher, source.document, source.url)
        new = Note(len(self._notes) + 1, source.document, source.publisher, source.url)
        note = self._notes.setdefault(key, new)
        if source.quotation:
            note.quotations[source.quotation] = source.language
        return note
