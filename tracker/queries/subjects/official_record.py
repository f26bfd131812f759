"""One official: every spelling, the posts held, and the part in agreements and events."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.partial_dates import PartialDate
from tracker.models import (
    Agreement,
    AgreementOfficial,
    Country,
    EventParticipant,
    Official,
    OfficialName,
    Post,
    StatementSpeaker,
    Tenure,
)
from tracker.queries.parts.actors import (
    Actor,
    actor,
    country_actor,
    with_actors,
)
from tracker.queries.parts.capped import PARTS_SHOWN, RELATED, Capped
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.parts.participations import ParticipationPart, participations_where
from tracker.queries.parts.statements import StatementPart, made_by, statements_where
from tracker.queries.text import Bilingual, Span, partial_date, span


@dataclass(frozen=True)
class NamePart:
    """A spelling of the name."""

    subject: str
    text: str
    language: str | None
    script: str | None
    kind: str


@dataclass(frozen=True)
class TenurePart:
    """A post held for a time, and the country or organization that it belongs to."""

    subject: str
    post: Bilingual
    body: Actor | None
    held: Span


@dataclass(frozen=True)
class SigningPart:
    """The part in the making of an agreement."""

    subject: str
    agreement_id: int
    reference: str
    title: Bilingual
    dated_on: PartialDate | None
    post: Bilingual | None
    role: str


@dataclass(frozen=True)
class OfficialRecord:
    """An official with all his or her parts and their evidence."""

    id: int
    subject: str
    name: Bilingual
    country: Actor | None
    names: Capped[NamePart]
    tenures: Capped[TenurePart]
    agreements: Capped[SigningPart]
    events: Capped[ParticipationPart]
    statements: Capped[StatementPart]
    evidence: Evidence


def get_official(session: Session, official_id: int) -> OfficialRecord | None:
    """Fetch an official's record; None when there is none."""
    found = session.execute(
        select(Official, Country)
        .outerjoin(Country, Country.code == Official.country_code)
        .where(Official.id == official_id)
    ).one_or_none()
    if found is None:
        return None
    official, country = found
    agreements = _agreements(session, official_id)
    events = participations_where(session, EventParticipant.official_id == official_id)
    statements = statements_where(session, made_by(StatementSpeaker.official_id == official_id))
    return OfficialRecord(
        id=official.id,
        subject=f"official:{official.id}",
        name=Bilingual(official.name, official.name),
        country=country_actor(country) if country else None,
        names=_names(session, official_id),
        tenures=_tenures(session, official_id),
        agreements=agreements,
        events=events,
        statements=statements,
        evidence=evidence_of(
            session, "official_id", official_id, also=(*agreements, *events, *statements)
        ),
    )


def _names(session: Session, official_id: int) -> Capped[NamePart]:
    names = session.scalars(
        select(OfficialName)
        .where(OfficialName.official_id == official_id)
        .order_by(OfficialName.kind != "official", OfficialName.language, OfficialName.id)
        .limit(PARTS_SHOWN + 1)
    )
    return Capped.first(
        PARTS_SHOWN,
        (
            NamePart(
                subject=f"official_name:{name.id}",
                text=name.text,
                language=name.language,
                script=name.script,
                kind=name.kind,
            )
            for name in names
        ),
    )


def _tenures(session: Session, official_id: int) -> Capped[TenurePart]:
    statement = select(Tenure, Post.title_en, Post.title_fr).join(Post, Post.id == Tenure.post_id)
    rows = session.execute(
        with_actors(statement, Post)
        .where(Tenure.official_id == official_id)
        .order_by(func.lower(Tenure.held).desc().nulls_last(), Tenure.id)
        .limit(PARTS_SHOWN + 1)
    )
    return Capped.first(PARTS_SHOWN, (_tenure(row) for row in rows))


def _tenure(row: Any) -> TenurePart:  # noqa: ANN401 (a row of the select above)
    tenure: Tenure = row.Tenure
    return TenurePart(
        subject=f"tenure:{tenure.id}",
        post=Bilingual(row.title_en, row.title_fr),
        body=None if row.actor_name_en is None else actor(row),
        held=span(tenure.held, tenure.held_lower_precision, tenure.held_upper_precision),
    )


def _agreements(session: Session, official_id: int) -> Capped[SigningPart]:
    rows = session.execute(
        select(AgreementOfficial, Agreement, Post)
        .join(Agreement, Agreement.id == AgreementOfficial.agreement_id)
        .outerjoin(Post, Post.id == AgreementOfficial.post_id)
        .where(AgreementOfficial.official_id == official_id)
        .order_by(Agreement.dated_on.desc().nulls_last(), AgreementOfficial.id)
        .limit(RELATED + 1)
    )
    return Capped.first(
        RELATED,
        (
            SigningPart(
                subject=f"agreement_official:{part.id}",
                agreement_id=agreement.id,
                reference=agreement.reference,
                title=Bilingual(agreement.title_en, agreement.title_fr),
                dated_on=partial_date(agreement.dated_on, agreement.dated_on_precision),
                post=Bilingual(post.title_en, post.title_fr) if post else None,
                role=part.role,
            )
            for part, agreement, post in rows
        ),
    )
