"""One mineral: its group, its trade codes, who calls it critical, which agreements cover it."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from tracker.models import AgreementScope, Mineral, MineralHs
from tracker.queries.agreements.conditions import of_minerals
from tracker.queries.agreements.items import AgreementItem, agreements_where
from tracker.queries.listing.counting import Total, capped_count, capped_total
from tracker.queries.parts.capped import Capped
from tracker.queries.parts.criticality import ListingPart, listings_of
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class MineralRef:
    """A mineral as another's record names it."""

    code: str
    name: Bilingual


@dataclass(frozen=True)
class HsPart:
    """A Harmonized System subheading under which the mineral is traded."""

    subject: str
    hs6: str
    description: Bilingual


@dataclass(frozen=True)
class MineralRecord:
    """A mineral with all its parts and their evidence."""

    code: str
    subject: str
    name: Bilingual
    symbol: str | None
    atomic_number: int | None
    group: MineralRef | None
    members: tuple[MineralRef, ...]
    hs: tuple[HsPart, ...]
    listings: tuple[ListingPart, ...]
    agreements: Capped[AgreementItem]
    total: Total
    evidence: Evidence


def get_mineral(session: Session, code: str) -> MineralRecord | None:
    """Fetch a mineral's record; None when there is none."""
    mineral = session.get(Mineral, code)
    if mineral is None:
        return None
    groups = _minerals(session, Mineral.code == mineral.group_code)
    listings = listings_of(session, code)
    members = _minerals(session, Mineral.group_code == code)
    codes = [code, *(member.code for member in members)]
    ties = select(AgreementScope.agreement_id).where(AgreementScope.mineral_code.in_(codes))
    return MineralRecord(
        code=mineral.code,
        subject=f"mineral:{mineral.code}",
        name=Bilingual(mineral.name_en, mineral.name_fr),
        symbol=mineral.symbol,
        atomic_number=mineral.atomic_number,
        group=groups[0] if groups else None,
        members=members,
        hs=_hs(session, code),
        listings=listings,
        agreements=agreements_where(session, of_minerals(codes)),
        total=capped_total(session.scalar(select(capped_count(ties.distinct()))) or 0),
        evidence=evidence_of(session, "mineral_code", code, also=listings),
    )


def _minerals(session: Session, condition: ColumnElement[bool]) -> tuple[MineralRef, ...]:
    minerals = session.scalars(
        select(Mineral).where(condition).order_by(func.fold(Mineral.name_en), Mineral.code)
    )
    return tuple(
        MineralRef(mineral.code, Bilingual(mineral.name_en, mineral.name_fr))
        for mineral in minerals
    )


def _hs(session: Session, code: str) -> tuple[HsPart, ...]:
    found = session.scalars(
        select(MineralHs).where(MineralHs.mineral_code == code).order_by(MineralHs.hs6)
    )
    return tuple(
        HsPart(
            subject=f"mineral_hs:{hs.id}",
            hs6=hs.hs6,
            description=Bilingual(hs.description_en, hs.description_fr or hs.description_en),
        )
        for hs in found
    )
