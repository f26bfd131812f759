"""The evidence of one record with all its parts: citations and reasons for missing values."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, defer

from tracker.domain.partial_dates import PartialDate
from tracker.models import Citation, Document, MissingValue, Passage
from tracker.queries.text import Bilingual, Translation, partial_date


class HasSubject(Protocol):
    """Something shown that evidence can speak of."""

    @property
    def subject(self) -> str:
        """The row that is shown, as ``table:key``."""


@dataclass(frozen=True)
class CitedDocument:
    """The document behind a citation."""

    id: int
    title: str | None
    publisher: str
    url: str | None
    language: str | None
    document_class: str
    published_on: PartialDate | None


@dataclass(frozen=True)
class CitationItem:
    """What one document says about one row: ``subject`` is ``table:key``, ``field`` its column.

    ``quote`` is None where the document is cited as a whole.
    """

    subject: str
    field: str | None
    stance: str
    stated_value: str | None
    note: Bilingual | None
    passage_id: int | None
    quote: str | None
    language: str | None
    translation: Translation | None
    document: CitedDocument
    chosen_at: dt.datetime | None
    chosen_by: str | None
    chosen_reason: str | None

    @property
    def part(self) -> str:
        """The table of the row that is spoken of."""
        return self.subject.partition(":")[0]


@dataclass(frozen=True)
class MissingItem:
    """Why a field, or a kind of part, is not filled."""

    subject: str
    field: str
    reason: str
    note: Bilingual | None


@dataclass(frozen=True)
class Evidence:
    """All evidence of one record, by the row and field that it speaks of."""

    citations: tuple[CitationItem, ...] = ()
    missing: tuple[MissingItem, ...] = ()
    _by_subject: dict[str, list[CitationItem]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_subject: dict[str, list[CitationItem]] = {}
        for citation in self.citations:
            by_subject.setdefault(citation.subject, []).append(citation)
        object.__setattr__(self, "_by_subject", by_subject)

    def of(self, subject: str, *fields: str) -> list[CitationItem]:
        """Return the citations of some fields of a row; of the row as a whole with no field.

        A citation of the whole row speaks for its fields where none is cited by itself.
        """
        found = self._by_subject.get(subject, [])
        if not fields:
            return found
        own = [citation for citation in found if citation.field in fields]
        return own or [citation for citation in found if citation.field is None]

    def missing_of(self, subject: str, *fields: str) -> MissingItem | None:
        """Return why a field, or one of several, is not filled, where a reason is given."""
        for item in self.missing:
            if item.subject == subject and item.field in fields:
                return item
        return None


def evidence_of(
    session: Session, root: str, key: int | str, also: Iterable[HasSubject] = ()
) -> Evidence:
    """Fetch the evidence for a root row and its parts, and for parts of other roots beside.

    ``root`` is the column of ``Citation`` and ``MissingValue`` that points at the root, such as
    ``agreement_id``.
    """
    subjects = [part.subject for part in also]

    def spoken_of(table: type[Citation] | type[MissingValue]) -> ColumnElement[bool]:
        return or_(getattr(table, root) == key, table.subject.in_(subjects))

    return Evidence(
        citations=tuple(citations_where(session, spoken_of(Citation))),
        missing=tuple(_missing_where(session, spoken_of(MissingValue))),
    )


def citations_where(session: Session, condition: ColumnElement[bool]) -> Iterable[CitationItem]:
    """Fetch the citations for which a condition holds, quoted before cited, oldest first."""
    rows = session.execute(
        select(Citation, Document, Passage)
        .join(Document, Document.id == Citation.document_id)
        .outerjoin(Passage, Passage.id == Citation.passage_id)
        .where(condition)
        .options(defer(Document.text))
        .order_by(Citation.passage_id.is_(None), Citation.id)
    )
    for citation, document, passage in rows:
        yield citation_item(citation, cited_document(document), passage)


def citation_item(
    citation: Citation, document: CitedDocument, passage: Passage | None
) -> CitationItem:
    """Describe a citation with the document and, where it is quoted, the words."""
    return CitationItem(
        subject=citation.subject,
        field=citation.field,
        stance=citation.stance,
        stated_value=citation.stated_value,
        note=Bilingual.of(citation.note_en, citation.note_fr),
        passage_id=citation.passage_id,
        quote=passage.exact if passage else None,
        language=(passage.language if passage else None) or document.language,
        translation=Translation.of(passage.translation_en, passage.translation_fr)
        if passage
        else None,
        document=document,
        chosen_at=citation.chosen_at,
        chosen_by=citation.chosen_by,
        chosen_reason=citation.chosen_reason,
    )


def cited_document(document: Document) -> CitedDocument:
    """Describe a document as a citation shows it."""
    return CitedDocument(
        id=document.id,
        title=document.title,
        publisher=document.publisher,
        url=document.url,
        language=document.language,
        document_class=document.class_,
        published_on=partial_date(document.published_on, document.published_on_precision),
    )


def _missing_where(session: Session, condition: ColumnElement[bool]) -> Iterable[MissingItem]:
    rows = session.scalars(select(MissingValue).where(condition).order_by(MissingValue.id))
    for row in rows:
        yield MissingItem(
            subject=row.subject,
            field=row.field,
            reason=row.reason,
            note=Bilingual.of(row.note_en, row.note_fr),
        )
