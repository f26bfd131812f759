"""The full text of a document: attached, replaced or taken away, its quotations in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.domain import quotes
from tracker.domain.permissions import verb_to_edit
from tracker.domain.vocabularies import Door
from tracker.errors import TrackerError
from tracker.models import Document, Passage
from tracker.services.audit import Author, begin_change, require
from tracker.services.refusals import refusals_at


class AttachmentError(TrackerError):
    """The text is not the document's."""


class Fate(StrEnum):
    """What becomes of a quotation's place when its document gets another text."""

    KEPT = "kept"
    MOVED = "moved"
    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True)
class Placement:
    """A quotation, and its place in a text if it gets another one there."""

    passage_id: int
    exact: str
    language: str | None
    fate: Fate
    anchor: quotes.Anchor | None = None


def find_document(session: Session, document: str) -> Document:
    """Return the document by its id or its address; raise AttachmentError if there is none."""
    which = Document.id == int(document) if document.isdecimal() else Document.url == document
    found = session.scalar(select(Document).where(which))
    if found is None:
        raise AttachmentError(f"There is no document with the id or address {document!r}.")
    return found


def attach(session: Session, document: Document, text: str) -> int:
    """Keep the full text with its document; return how many of its quotations stand in it.

    Raises AttachmentError unless the text has the SHA-256 that the document states, if it
    states one, and holds every quotation at its place.
    """
    digest = quotes.sha256(text)
    if document.sha256 not in {None, digest}:
        raise AttachmentError(
            f"This is another text: its SHA-256 is {digest}, the document's {document.sha256}."
        )
    passages = _passages(session, document.id)
    strangers = [passage.exact for passage in passages if not _stands_in(passage, text)]
    if strangers:
        listed = "\n".join(f"  {exact[:70]}" for exact in strangers)
        raise AttachmentError(f"These quotations are not in the text at their place:\n{listed}")
    begin_change(session, Author("tracker attach"), Door.IMPORT)
    document.text, document.sha256 = text, digest
    session.flush()
    return len(passages)


def placements(session: Session, document_id: int, text: str) -> list[Placement]:
    """Say of each quotation of a document what would become of its place in a text."""
    return [_placement(passage, text) for passage in _passages(session, document_id)]


def replace_text(session: Session, actor: Author, document_id: int, text: str) -> None:
    """Keep a first text, or another one, and the places that the quotations have in it.

    Raises ``RefusedError`` where one of them does not stand in it.
    """
    require(actor, verb_to_edit("document"))
    placed = placements(session, document_id, text)
    with refusals_at():
        _write(session, document_id, text=None)  # so that places may move one by one
        for each in placed:
            if each.fate is not Fate.KEPT:
                moved = update(Passage).where(Passage.id == each.passage_id)
                session.execute(moved.values(**quotes.place_of(each.anchor)))
        _write(session, document_id, text=text, sha256=quotes.sha256(text))


def remove_text(session: Session, actor: Author, document_id: int) -> None:
    """Keep the text no longer; its digest and the places of its quotations stay."""
    require(actor, verb_to_edit("document"))
    with refusals_at():
        _write(session, document_id, text=None)


def _write(session: Session, document_id: int, **values: str | None) -> None:
    session.execute(update(Document).where(Document.id == document_id).values(values))


def _passages(session: Session, document_id: int) -> Sequence[Passage]:
    of_document = select(Passage).where(Passage.document_id == document_id)
    return session.scalars(of_document.order_by(Passage.start_offset, Passage.id)).all()


def _placement(passage: Passage, text: str) -> Placement:
    """Find a quotation by its place, else by its words in their context, else by its words."""
    told = (passage.id, passage.exact, passage.language)
    if passage.start_offset is not None and _stands_in(passage, text):
        return Placement(*told, Fate.KEPT)
    fate = Fate.FOUND if passage.start_offset is None else Fate.MOVED
    for prefix, suffix in ((passage.prefix or "", passage.suffix or ""), ("", "")):
        try:
            anchor = quotes.anchor(text, passage.exact, prefix=prefix, suffix=suffix)
        except quotes.QuoteError:
            continue
        return Placement(*told, fate, anchor)
    return Placement(*told, Fate.AMBIGUOUS if passage.exact in text else Fate.LOST)


def _stands_in(passage: Passage, text: str) -> bool:
    """Tell whether the words stand in the text: at their position if known, in their context."""
    before, after = passage.prefix or "", passage.suffix or ""
    if passage.start_offset is None:
        return before + passage.exact + after in text
    start = passage.start_offset
    return text.startswith(passage.exact + after, start) and text[:start].endswith(before)
