"""One source: what it is, the passages quoted from it, and every record that cites it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from tracker.domain.quotes import Stretch, stretches
from tracker.models import (
    Agreement,
    Citation,
    Country,
    CriticalityList,
    CriticalityListing,
    Document,
    Event,
    Mineral,
    Official,
    Organization,
    Passage,
    Post,
    Sector,
)
from tracker.queries.evidence import CitationItem, CitedDocument, citation_item, cited_document
from tracker.queries.shown import PARTS, Shown
from tracker.queries.text import Bilingual, Translation


@dataclass(frozen=True)
class PassageItem:
    """Words quoted from the document."""

    id: int
    exact: str
    language: str | None
    translation: Translation | None
    start: int | None
    end: int | None


@dataclass(frozen=True)
class RecordRef:
    """The record on whose page a citation is found: ``subject`` is the name of its list."""

    subject: str
    key: int | str
    name: Bilingual


@dataclass(frozen=True)
class SourceCitation:
    """A citation from the document, and the record that it speaks of."""

    citation: CitationItem
    record: RecordRef | None


@dataclass(frozen=True)
class SourceRecord:
    """A document with its passages and the citations from it.

    ``text`` is empty where the full text is not held; else it is the whole text in stretches, each
    with the ids of the passages that it belongs to.
    """

    id: int
    document: CitedDocument
    retrieved_at: dt.datetime | None
    sha256: str | None
    note: str | None
    passages: Shown[PassageItem]
    citations: Shown[SourceCitation]
    text: tuple[Stretch, ...]


def get_source(session: Session, document_id: int) -> SourceRecord | None:
    """Fetch a source's record; None when there is none."""
    document = session.get(Document, document_id)
    if document is None:
        return None
    passages = _passages(session, document)
    places = [
        (passage.id, passage.start, passage.end)
        for passage in passages
        if passage.start is not None and passage.end is not None
    ]
    return SourceRecord(
        id=document.id,
        document=cited_document(document),
        retrieved_at=document.retrieved_at,
        sha256=document.sha256,
        note=document.note,
        passages=passages,
        citations=_citations(session, document),
        text=tuple(stretches(document.text or "", places)),
    )


def _passages(session: Session, document: Document) -> Shown[PassageItem]:
    passages = session.scalars(
        select(Passage)
        .where(Passage.document_id == document.id)
        .order_by(Passage.start_offset.asc().nulls_last(), Passage.id)
        .limit(PARTS + 1)
    )
    return Shown.first(
        PARTS,
        (
            PassageItem(
                id=passage.id,
                exact=passage.exact,
                language=passage.language or document.language,
                translation=Translation.of(passage.translation_en, passage.translation_fr),
                start=passage.start_offset,
                end=passage.end_offset,
            )
            for passage in passages
        ),
    )


_LISTED = aliased(Mineral, name="listed_mineral")
_BODY = aliased(Organization, name="body")
_STATE = aliased(Country, name="state")

_RECORDS = (
    ("agreements", Agreement.id, Agreement.title_en, Agreement.title_fr),
    ("events", Event.id, Event.title_en, Event.title_fr),
    ("organizations", Organization.id, Organization.name_en, Organization.name_fr),
    ("officials", Official.id, Official.name, Official.name),
    ("countries", Country.code, Country.name_en, Country.name_fr),
    ("sectors", Sector.code, Sector.name_en, Sector.name_fr),
    ("minerals", Mineral.code, Mineral.name_en, Mineral.name_fr),
    # An entry of a list is on the page of its mineral, a list and a post on that of their body.
    ("minerals", _LISTED.code, _LISTED.name_en, _LISTED.name_fr),
    ("organizations", _BODY.id, _BODY.name_en, _BODY.name_fr),
    ("countries", _STATE.code, _STATE.name_en, _STATE.name_fr),
)
"""Where a citation's subject may be found, in the order of choice: list, key, name."""


def _citations(session: Session, document: Document) -> Shown[SourceCitation]:
    columns = [
        column.label(f"{part}_{number}")
        for number, (_, *found) in enumerate(_RECORDS)
        for part, column in zip(("key", "en", "fr"), found, strict=True)
    ]
    rows = session.execute(
        select(Citation, Passage, *columns)
        .outerjoin(Passage, Passage.id == Citation.passage_id)
        .outerjoin(Agreement, Agreement.id == Citation.agreement_id)
        .outerjoin(Event, Event.id == Citation.event_id)
        .outerjoin(Organization, Organization.id == Citation.organization_id)
        .outerjoin(Official, Official.id == Citation.official_id)
        .outerjoin(Country, Country.code == Citation.country_code)
        .outerjoin(Sector, Sector.code == Citation.sector_code)
        .outerjoin(Mineral, Mineral.code == Citation.mineral_code)
        .outerjoin(CriticalityListing, CriticalityListing.id == Citation.criticality_listing_id)
        .outerjoin(_LISTED, _LISTED.code == CriticalityListing.mineral_code)
        .outerjoin(CriticalityList, CriticalityList.id == Citation.criticality_list_id)
        .outerjoin(Post, Post.id == Citation.post_id)
        .outerjoin(_BODY, _BODY.id.in_([Post.organization_id, CriticalityList.organization_id]))
        .outerjoin(_STATE, _STATE.code.in_([Post.country_code, CriticalityList.country_code]))
        .where(Citation.document_id == document.id)
        .order_by(Passage.start_offset.asc().nulls_last(), Citation.passage_id, Citation.id)
        .limit(PARTS + 1)
    )
    cited = cited_document(document)
    return Shown.first(
        PARTS,
        (
            SourceCitation(citation_item(row.Citation, cited, row.Passage), _record(row))
            for row in rows
        ),
    )


def _record(row: Any) -> RecordRef | None:  # noqa: ANN401 (a row of the select above)
    """Return the first record that the row has found; a post may belong to none."""
    for number, (subject, *_) in enumerate(_RECORDS):
        key, en, fr = (getattr(row, f"{part}_{number}") for part in ("key", "en", "fr"))
        if key is not None:
            return RecordRef(subject, key, Bilingual(en, fr))
    return None
