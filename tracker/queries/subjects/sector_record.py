"""One sector: its place in the tree, the agreements that cover it, where it was spoken of."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from tracker.models import AgreementScope, Event, EventTopic, Sector
from tracker.queries.agreements.conditions import of_sectors
from tracker.queries.agreements.items import AgreementItem, agreements_where
from tracker.queries.listing.counting import Total, capped_count, capped_total
from tracker.queries.parts.capped import Capped
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.parts.participations import EventRef, events_where
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class SectorRef:
    """A sector as another's record names it."""

    code: str
    name: Bilingual


@dataclass(frozen=True)
class SectorRecord:
    """A sector with what is tied to it."""

    code: str
    subject: str
    name: Bilingual
    parent: SectorRef | None
    children: tuple[SectorRef, ...]
    agreements: Capped[AgreementItem]
    total: Total
    events: Capped[EventRef]
    evidence: Evidence


def get_sector(session: Session, code: str) -> SectorRecord | None:
    """Fetch a sector's record; None when there is none."""
    sector = session.get(Sector, code)
    if sector is None:
        return None
    parents = _sectors(session, Sector.code == sector.parent_code)
    children = _sectors(session, Sector.parent_code == code)
    codes = [code, *(child.code for child in children)]
    ties = select(AgreementScope.agreement_id).where(AgreementScope.sector_code.in_(codes))
    spoken_of = exists().where(EventTopic.event_id == Event.id, EventTopic.sector_code == code)
    return SectorRecord(
        code=sector.code,
        subject=f"sector:{sector.code}",
        name=Bilingual(sector.name_en, sector.name_fr),
        parent=parents[0] if parents else None,
        children=children,
        agreements=agreements_where(session, of_sectors(codes)),
        total=capped_total(session.scalar(select(capped_count(ties.distinct()))) or 0),
        events=events_where(session, spoken_of, newest_first=True),
        evidence=evidence_of(session, "sector_code", code),
    )


def _sectors(session: Session, condition: ColumnElement[bool]) -> tuple[SectorRef, ...]:
    sectors = session.scalars(
        select(Sector).where(condition).order_by(Sector.position, Sector.code)
    )
    return tuple(
        SectorRef(sector.code, Bilingual(sector.name_en, sector.name_fr)) for sector in sectors
    )
