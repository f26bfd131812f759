"""A reader who has a document's full text attaches it, so that quotations can be read in it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain import quotes
from tracker.domain.vocabularies import Door
from tracker.errors import TrackerError
from tracker.models import Document, Passage
from tracker.services.audit import Author, begin_change


class AttachmentError(TrackerError):
    """The text is not the document's."""


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
    passages = session.scalars(select(Passage).where(Passage.document_id == document.id)).all()
    strangers = [passage.exact for passage in passages if not _stands_in(passage, text)]
    if strangers:
        listed = "\n".join(f"  {exact[:70]}" for exact in strangers)
        raise AttachmentError(f"These quotations are not in the text at their place:\n{listed}")
    begin_change(session, Author("tracker attach"), Door.IMPORT)
    document.text, document.sha256 = text, digest
    session.flush()
    return len(passages)


def _stands_in(passage: Passage, text: str) -> bool:
    """Tell whether the words stand in the text: at their position if known, in their context."""
    before, after = passage.prefix or "", passage.suffix or ""
    if passage.start_offset is None:
        return before + passage.exact + after in text
    start = passage.start_offset
    return text.startswith(passage.exact + after, start) and text[:start].endswith(before)
