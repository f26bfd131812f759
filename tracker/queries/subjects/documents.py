"""Sources as their list shows them: documents, with how much is cited from each."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import defer

from tracker.models import Citation, Document
from tracker.queries.listing.counting import count_of
from tracker.queries.listing.lists import (
    Condition,
    ListQuery,
    equals,
    in_both_languages,
    most_first,
)
from tracker.queries.listing.paging import (
    Order,
    SortKey,
    by_date,
    read_integer,
)
from tracker.queries.listing.words import every_word, in_any
from tracker.queries.parts.evidence import CitedDocument, cited_document


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
