"""The sources of a record page, numbered in the order in which its values call for them."""

from dataclasses import dataclass

from tracker.queries.parts.evidence import (
    CitationItem,
    CitedDocument,
    Evidence,
    MissingItem,
)
from tracker.queries.text import Translation


@dataclass(frozen=True)
class Footnote:
    """One entry of the notes: a quotation, or a document cited as a whole."""

    number: int
    document: CitedDocument
    passage_id: int | None
    quote: str | None
    language: str | None
    translation: Translation | None


@dataclass(frozen=True)
class FootnoteMark:
    """A reference from a value to a note, with what this citation says of this value."""

    note: Footnote
    citation: CitationItem
    first: bool
    """Whether the page calls for the note here first; the note leads back to this place."""

    @property
    def quoted(self) -> bool:
        """Whether the source's words are quoted; cited as a whole is weaker."""
        return self.note.quote is not None


class Footnotes:
    """The notes of one page, collected while its values are shown."""

    def __init__(self, evidence: Evidence) -> None:
        """Take the record's evidence."""
        self._evidence = evidence
        self._notes: dict[tuple[int, int | None], Footnote] = {}

    @property
    def notes(self) -> list[Footnote]:
        """The notes called for so far, in order."""
        return list(self._notes.values())

    def marks(self, subject: str, *fields: str) -> list[FootnoteMark]:
        """Return the references for a row, or for some of its fields, and note their sources."""
        return [self._mark(citation) for citation in self._evidence.of(subject, *fields)]

    def missing(self, subject: str, *fields: str) -> MissingItem | None:
        """Return why a field is not filled, where a reason is given."""
        return self._evidence.missing_of(subject, *fields)

    def _mark(self, citation: CitationItem) -> FootnoteMark:
        key = (citation.document.id, citation.passage_id)
        first = key not in self._notes
        if first:
            self._notes[key] = Footnote(
                number=len(self._notes) + 1,
                document=citation.document,
                passage_id=citation.passage_id,
                quote=citation.quote,
                language=citation.language,
                translation=citation.translation,
            )
        return FootnoteMark(self._notes[key], citation, first)
