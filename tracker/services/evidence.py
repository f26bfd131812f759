"""Writing a row's evidence: what sources say of it, and why values are missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table, delete, func, insert, select, update
from sqlalchemy.orm import Session

from tracker.domain import quotes
from tracker.domain.drafts import CITATIONS, EVIDENCE_FIELDS, MISSING, Draft, by_key
from tracker.models import Citation, Document, MissingValue, Passage
from tracker.services.audit import Author
from tracker.services.refusals import refusals_at


@dataclass(frozen=True)
class EvidenceSubject:
    """The row that evidence speaks of: the columns that point at it, and where its draft stands."""

    columns: Mapping[str, int | str]
    path: tuple[str, ...]


def write_evidence(
    session: Session, actor: Author, subject: EvidenceSubject, current: Draft, desired: Draft
) -> None:
    """Write what differs between a row's evidence as it is and as it is wanted."""
    for name, model in ((CITATIONS, Citation), (MISSING, MissingValue)):
        table = cast("Table", model.__table__)
        was, now = by_key(current.get(name) or []), by_key(desired.get(name) or [])
        for key in was.keys() - now.keys():
            session.execute(delete(table).where(table.c.id == int(key)))
        for key, draft in now.items():
            if draft == was.get(key):
                continue
            with refusals_at(*subject.path, name, key):
                values = {field: draft[field] for field in EVIDENCE_FIELDS[name]}
                if name == CITATIONS:
                    values = _citation(session, actor, was.get(key) or {}, values)
                if key in was:
                    session.execute(update(table).where(table.c.id == int(key)).values(values))
                else:
                    session.execute(insert(table).values(**values, **subject.columns))


def _citation(session: Session, actor: Author, was: Draft, said: Draft) -> dict[str, Any]:
    """Return the columns of a citation; who gives the reason for a choice has chosen."""
    values = dict(said)
    quote, reason = values.pop("quote"), values.pop("chosen_reason")
    if (said["document_id"], quote) != (was.get("document_id"), was.get("quote")):
        values["passage_id"] = _passage(session, said["document_id"], quote)
    if reason != was.get("chosen_reason"):
        values |= {
            "chosen_reason": reason,
            "chosen_by": actor.name if reason else None,
            "chosen_at": func.now() if reason else None,
        }
    return values


def _passage(session: Session, document_id: int, quote: str | None) -> int | None:
    """Find the passage of a document with these words, or make it; its place too, if it is one."""
    if quote is None:
        return None
    digest = quotes.sha256(quote)
    found = session.scalar(
        select(Passage.id)
        .where(Passage.document_id == document_id, Passage.sha256 == digest)
        .order_by(Passage.start_offset.is_(None), Passage.id)
        .limit(1)
    )
    if found is not None:
        return found
    language, full_text = session.execute(
        select(Document.language, Document.text).where(Document.id == document_id)
    ).one()
    values = {"document_id": document_id, "exact": quote, "sha256": digest, "language": language}
    made = insert(Passage).values(**values, **_place(full_text, quote)).returning(Passage.id)
    return session.execute(made).scalar_one()


def _place(full_text: str | None, quote: str) -> dict[str, Any]:
    """Say where the words stand in the text, if it is held and they stand in it once.

    That they stand in it at all, the database sees to.
    """
    if full_text is None:
        return {}
    try:
        anchor = quotes.anchor(full_text, quote)
    except quotes.QuoteError:
        return {}
    return quotes.place_of(anchor)
