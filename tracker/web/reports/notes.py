"""The notes of a report: each document once, with the words of it that rows rest on."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tracker.reports.sources import KEYS, CitedSource


@dataclass
class Quotation:
    """Words of a document, their language, and which records they speak of."""

    language: str | None
    records: set[str] = field(default_factory=set)


@dataclass
class DocumentNote:
    """One document: its number on the page, and its quotations by their words."""

    number: int
    document: str | None
    publisher: str
    url: str | None
    quotations: dict[str, Quotation] = field(default_factory=dict)


@dataclass(frozen=True)
class NoteMark:
    """A note that a row rests on, and the records of the row that it speaks of."""

    note: DocumentNote
    records: set[str]

    @property
    def quoted(self) -> bool:
        """Whether the document's words about these are quoted; cited as a whole is weaker."""
        quotations = self.note.quotations.values()
        return any(self.records & quotation.records for quotation in quotations)


class Notes:
    """The documents behind rows, numbered as they come."""

    def __init__(self, sources: Iterable[CitedSource]) -> None:
        """Take the sources of the rows."""
        self._notes: dict[tuple[str, str | None, str | None], DocumentNote] = {}
        self._by_citation = {
            source.citation_id: (self._note(source), _record(source)) for source in sources
        }

    @property
    def all(self) -> list[DocumentNote]:
        """All of them, by number."""
        return list(self._notes.values())

    def marks(self, citations: Iterable[int]) -> list[NoteMark]:
        """Return the marks of a row, by number."""
        found: dict[int, NoteMark] = {}
        for note, record in map(self._by_citation.__getitem__, citations):
            found.setdefault(note.number, NoteMark(note, set())).records.add(record)
        return [found[number] for number in sorted(found)]

    def _note(self, source: CitedSource) -> DocumentNote:
        key = (source.publisher, source.document, source.url)
        new = DocumentNote(len(self._notes) + 1, source.document, source.publisher, source.url)
        note = self._notes.setdefault(key, new)
        if source.quotation:
            new_words = Quotation(source.language)
            note.quotations.setdefault(source.quotation, new_words).records.add(_record(source))
        return note


def _record(source: CitedSource) -> str:
    """Return which record a source speaks of, as ``agreement_id-1``."""
    keys = ((name, getattr(source, name)) for name in KEYS)
    return next(f"{name}-{key}" for name, key in keys if key is not None)
