"""Sources: as their list shows them, and one with its passages and every record that cites it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session, defer

from tracker.domain.quotes import Stretch, stretches
from tracker.models import Citation, Document, Passage
from tracker.queries.listing.counting import count_of
from tracker.queries.listing.lists import (
    Condition,
    ListQuery,
    equals,
    in_both_languages,
    most_first,
)
from tracker.queries.listing.paging import Order, SortKey, by_date, read_integer
from tracker.queries.listing.words import every_word, in_any
from tracker.queries.lookup.cited_records import RecordRef, records_of
from tracker.queries.parts.capped import PARTS_SHOWN, Capped
from tracker.queries.parts.evidence import (
    CitationItem,
    CitedDocument,
    citation_item,
    cited_document,
)
from tracker.queries.text import Translation


@dataclass(frozen=True)
class DocumentItem:
    """A document with the number of citations from it, and how many of them are quoted."""

    document: CitedDocument
    citations: int
    quoted: int


_CITATIONS = select(Citation.id).where(Citation.document_id == Document.id)
_CITED = count_of(Document, _CITATIONS)
_QUOTED = count_of(Document, _CITATIONS.where(Citation.passage_id.is_not(None)))
_DATE = by_date(Document.published_on)
_ID = SortKey(Document.id, read_integer)
_TITLE = func.coalesce(Document.title, Document.url)


def _item(row: Row[Any]) -> DocumentItem:
    return DocumentItem(
        document=cited_document(row.Document), citations=row.citations, quoted=row.quoted
    )


_mentions = in_any(Document.title, Document.publisher, Document.url)

DOCUMENTS = ListQuery(
    table=Document,
    rows=select(
        Document,
        _CITED.label("citations"),
        _QUOTED.label("quoted"),
    ).options(defer(Document.text)),
    conditions={
        "q": Condition(lambda q: every_word(q, _mentions)),
        "class": equals(Document.class_),
        "language": equals(Document.language),
    },
    orders={
        "newest": Order("newest", (_DATE, _ID), descending=True),
        "oldest": Order("oldest", (_DATE, _ID)),
        **in_both_languages("publisher", Document.publisher, Document.publisher, _ID),
        **in_both_languages("title", _TITLE, _TITLE, _ID),
        **most_first("citations", _CITED, _ID),
    },
    item=_item,
    left_out=frozenset({"text", "retrieved_at"}),
)


@dataclass(frozen=True)
class Attested:
    """A record, and what the same words say of it."""

    record: RecordRef | None
    citations: tuple[CitationItem, ...]


@dataclass(frozen=True)
class PassageItem:
    """Words quoted from the document, and the records they are quoted for."""

    id: int
    exact: str
    language: str | None
    translation: Translation | None
    start: int | None
    end: int | None
    attests: tuple[Attested, ...]


@dataclass(frozen=True)
class DocumentCitation:
    """A citation from the document, and the record that it speaks of."""

    citation: CitationItem
    record: RecordRef | None


@dataclass(frozen=True)
class DocumentRecord:
    """A document with its passages and the citations from it.

    ``attests`` is what it is cited for as a whole. ``text`` is empty where the full text is not
    held; else it is the whole text in stretches, each with the ids of the passages that it
    belongs to.
    """

    id: int
    document: CitedDocument
    retrieved_at: dt.datetime | None
    sha256: str | None
    note: str | None
    passages: Capped[PassageItem]
    citations: Capped[DocumentCitation]
    attests: tuple[Attested, ...]
    text: tuple[Stretch, ...]


def get_document(session: Session, document_id: int) -> DocumentRecord | None:
    """Fetch a source's record; None when there is none."""
    document = session.get(Document, document_id)
    if document is None:
        return None
    citations = _citations(session, document)
    attested = _attested(citations)
    passages = _passages(session, document, attested)
    places = [
        (passage.id, passage.start, passage.end)
        for passage in passages
        if passage.start is not None and passage.end is not None
    ]
    return DocumentRecord(
        id=document.id,
        document=cited_document(document),
        retrieved_at=document.retrieved_at,
        sha256=document.sha256,
        note=document.note,
        passages=passages,
        citations=citations,
        attests=attested.get(None, ()),
        text=tuple(stretches(document.text or "", places)),
    )


def _attested(citations: Capped[DocumentCitation]) -> dict[int | None, tuple[Attested, ...]]:
    """Return what each passage is cited for, record by record; by None, what the whole is."""
    found: dict[int | None, dict[RecordRef | None, list[CitationItem]]] = {}
    for each in citations:
        of_passage = found.setdefault(each.citation.passage_id, {})
        of_passage.setdefault(each.record, []).append(each.citation)
    return {
        passage_id: tuple(Attested(record, tuple(of)) for record, of in of_passage.items())
        for passage_id, of_passage in found.items()
    }


def _passages(
    session: Session, document: Document, attested: Mapping[int | None, tuple[Attested, ...]]
) -> Capped[PassageItem]:
    passages = session.scalars(
        select(Passage)
        .where(Passage.document_id == document.id)
        .order_by(Passage.start_offset.asc().nulls_last(), Passage.id)
        .limit(PARTS_SHOWN + 1)
    )
    return Capped.first(
        PARTS_SHOWN,
        (
            PassageItem(
                id=passage.id,
                exact=passage.exact,
                language=passage.language or document.language,
                translation=Translation.of(passage.translation_en, passage.translation_fr),
                start=passage.start_offset,
                end=passage.end_offset,
                attests=attested.get(passage.id, ()),
            )
            for passage in passages
        ),
    )


def _citations(session: Session, document: Document) -> Capped[DocumentCitation]:
    rows = session.execute(
        select(Citation, Passage)
        .outerjoin(Passage, Passage.id == Citation.passage_id)
        .where(Citation.document_id == document.id)
        .order_by(Passage.start_offset.asc().nulls_last(), Citation.passage_id, Citation.id)
        .limit(PARTS_SHOWN + 1)
    ).all()
    cited = cited_document(document)
    records = records_of(session, [citation for citation, _ in rows])
    return Capped.first(
        PARTS_SHOWN,
        (
            DocumentCitation(citation_item(citation, cited, passage), records.get(citation.id))
            for citation, passage in rows
        ),
    )
