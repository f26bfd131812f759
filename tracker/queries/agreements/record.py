"""One agreement with all its parts, for its record page."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, and_, func, select
from sqlalchemy.orm import Session

from tracker.domain.partial_dates import PartialDate
from tracker.domain.sums import Sum
from tracker.domain.vocabularies import SumBound
from tracker.models import (
    ActionKind,
    Agreement,
    AgreementAction,
    AgreementEvent,
    AgreementForm,
    AgreementOfficial,
    AgreementParty,
    AgreementScope,
    AgreementStandingSpan,
    Commitment,
    CommitmentUpdate,
    Country,
    Event,
    Mineral,
    Official,
    Organization,
    Post,
    Sector,
    ValueChainStage,
)
from tracker.queries.agreements.linked import BasisPart, RelationPart, linked_agreements
from tracker.queries.agreements.reviews import NEWEST_CHANGE, ReviewStep, steps_of
from tracker.queries.agreements.statuses import STATUS, holds
from tracker.queries.parts.actors import Actor, actor, actor_columns
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.text import Bilingual, partial_date


@dataclass(frozen=True)
class Standing:
    """Where a party stands by its own steps, and since when."""

    standing: str
    since: PartialDate | None


@dataclass(frozen=True)
class PartyPart:
    """A party. Each part's ``subject`` is the row that its evidence speaks of.

    ``standing`` is None where the party stands as the agreement does.
    """

    subject: str
    actor: Actor
    capacity: str
    legal_nature: str
    standing: Standing | None
    named_as: str | None


@dataclass(frozen=True)
class ActionPart:
    """A step in the agreement's life."""

    subject: str
    kind: str
    label: Bilingual
    party: Actor | None
    happened_on: PartialDate | None
    effective_on: PartialDate | None
    note: Bilingual | None


@dataclass(frozen=True)
class OfficialPart:
    """An official's part in the making."""

    subject: str
    official_id: int
    name: str
    country_code: str | None
    country: Bilingual | None
    post: Bilingual | None
    party: Actor | None
    role: str


@dataclass(frozen=True)
class ScopePart:
    """What is covered: a mineral or a sector, at a stage or at any."""

    subject: str
    mineral_code: str | None
    sector_code: str | None
    name: Bilingual
    stage: str | None
    stage_label: Bilingual | None


@dataclass(frozen=True)
class EventPart:
    """A tie to an event."""

    subject: str
    event_id: int
    title: Bilingual
    kind: str
    link: str
    starts_on: PartialDate | None


@dataclass(frozen=True)
class UpdatePart:
    """A dated report on a commitment."""

    subject: str
    happened_on: PartialDate | None
    status: str
    note: Bilingual | None


@dataclass(frozen=True)
class CommitmentPart:
    """An undertaking, with its reports."""

    subject: str
    what: Bilingual
    party: Actor | None
    sum: Sum | None
    due_on: PartialDate | None
    status: str
    updates: tuple[UpdatePart, ...]


@dataclass(frozen=True)
class AgreementRecord:
    """An agreement with all its parts and their evidence.

    ``newest_change`` is the database's newest when it was read: what the record holds is no newer.
    """

    id: int
    subject: str
    reference: str
    title: Bilingual
    form: str
    form_label: Bilingual
    summary: Bilingual | None
    place: Bilingual | None
    place_country_code: str | None
    status: str
    signed_on: PartialDate | None
    dated_on: PartialDate | None
    review_state: str
    parties: tuple[PartyPart, ...]
    actions: tuple[ActionPart, ...]
    officials: tuple[OfficialPart, ...]
    scope: tuple[ScopePart, ...]
    base: BasisPart | None
    relations: tuple[RelationPart, ...]
    based_on_it: tuple[BasisPart, ...]
    events: tuple[EventPart, ...]
    commitments: tuple[CommitmentPart, ...]
    reviews: tuple[ReviewStep, ...]
    newest_change: int
    evidence: Evidence


def get_agreement(session: Session, agreement_id: int) -> AgreementRecord | None:
    """Fetch an agreement's record; None when there is none."""
    found = session.execute(
        select(Agreement, AgreementForm, STATUS, NEWEST_CHANGE)
        .join(AgreementForm, AgreementForm.code == Agreement.form)
        .where(Agreement.id == agreement_id)
    ).one_or_none()
    if found is None:
        return None
    agreement, form, status, newest_change = found
    parties = _parties(session, agreement_id)
    linked = linked_agreements(session, agreement_id)
    return AgreementRecord(
        id=agreement.id,
        subject=f"agreement:{agreement.id}",
        reference=agreement.reference,
        title=Bilingual(agreement.title_en, agreement.title_fr),
        form=agreement.form,
        form_label=Bilingual(form.label_en, form.label_fr),
        summary=Bilingual.of(agreement.summary_en, agreement.summary_fr),
        place=Bilingual.of(agreement.place_en, agreement.place_fr),
        place_country_code=agreement.place_country_code,
        status=status,
        signed_on=partial_date(agreement.signed_on, agreement.signed_on_precision),
        dated_on=partial_date(agreement.dated_on, agreement.dated_on_precision),
        review_state=agreement.review_state,
        parties=tuple(parties.values()),
        actions=_actions(session, agreement_id, parties),
        officials=_officials(session, agreement_id, parties),
        scope=_scope(session, agreement_id),
        base=linked.base,
        relations=linked.relations,
        based_on_it=linked.based_on_it,
        events=_events(session, agreement_id),
        commitments=_commitments(session, agreement_id, parties),
        reviews=steps_of(session, agreement_id),
        newest_change=newest_change,
        evidence=evidence_of(session, "agreement_id", agreement_id),
    )


Parties = dict[int, PartyPart]


def _actor_of(parties: Parties, party_id: int | None) -> Actor | None:
    return None if party_id is None else parties[party_id].actor


def _parties(session: Session, agreement_id: int) -> Parties:
    rows = session.execute(
        select(
            AgreementParty.id,
            AgreementParty.capacity,
            AgreementParty.legal_nature,
            AgreementParty.named_as,
            AgreementStandingSpan.standing,
            func.lower(AgreementStandingSpan.valid).label("since"),
            AgreementStandingSpan.valid_lower_precision,
            *actor_columns(),
        )
        .outerjoin(Country, Country.code == AgreementParty.country_code)
        .outerjoin(Organization, Organization.id == AgreementParty.organization_id)
        .outerjoin(
            AgreementStandingSpan,
            and_(
                AgreementStandingSpan.agreement_id == AgreementParty.agreement_id,
                AgreementStandingSpan.party_id == AgreementParty.id,
                holds(AgreementStandingSpan),
            ),
        )
        .where(AgreementParty.agreement_id == agreement_id)
        .order_by(AgreementParty.position, AgreementParty.id)
    )
    return {
        row.id: PartyPart(
            subject=f"agreement_party:{row.id}",
            actor=actor(row),
            capacity=row.capacity,
            legal_nature=row.legal_nature,
            standing=_standing(row),
            named_as=row.named_as,
        )
        for row in rows
    }


def _standing(row: Row[Any]) -> Standing | None:
    if row.standing is None:
        return None
    return Standing(row.standing, partial_date(row.since, row.valid_lower_precision))


def _actions(session: Session, agreement_id: int, parties: Parties) -> tuple[ActionPart, ...]:
    rows = session.execute(
        select(AgreementAction, ActionKind)
        .join(ActionKind, ActionKind.code == AgreementAction.kind)
        .where(AgreementAction.agreement_id == agreement_id)
        .order_by(
            AgreementAction.happened_on.asc().nulls_last(),
            ActionKind.phase,
            ActionKind.position,
            AgreementAction.id,
        )
    )
    return tuple(
        ActionPart(
            subject=f"agreement_action:{action.id}",
            kind=action.kind,
            label=Bilingual(kind.label_en, kind.label_fr),
            party=_actor_of(parties, action.party_id),
            happened_on=partial_date(action.happened_on, action.happened_on_precision),
            effective_on=partial_date(action.effective_on, action.effective_on_precision),
            note=Bilingual.of(action.note_en, action.note_fr),
        )
        for action, kind in rows
    )


def _officials(session: Session, agreement_id: int, parties: Parties) -> tuple[OfficialPart, ...]:
    rows = session.execute(
        select(AgreementOfficial, Official, Post, Country)
        .join(Official, Official.id == AgreementOfficial.official_id)
        .outerjoin(Post, Post.id == AgreementOfficial.post_id)
        .outerjoin(Country, Country.code == Official.country_code)
        .where(AgreementOfficial.agreement_id == agreement_id)
        .order_by(AgreementOfficial.position, AgreementOfficial.id)
    )
    return tuple(
        OfficialPart(
            subject=f"agreement_official:{part.id}",
            official_id=official.id,
            name=official.name,
            country_code=official.country_code,
            country=Bilingual(country.name_en, country.name_fr) if country else None,
            post=Bilingual(post.title_en, post.title_fr) if post else None,
            party=_actor_of(parties, part.party_id),
            role=part.role,
        )
        for part, official, post, country in rows
    )


def _scope(session: Session, agreement_id: int) -> tuple[ScopePart, ...]:
    rows = session.execute(
        select(AgreementScope, Mineral, Sector, ValueChainStage)
        .outerjoin(Mineral, Mineral.code == AgreementScope.mineral_code)
        .outerjoin(Sector, Sector.code == AgreementScope.sector_code)
        .outerjoin(ValueChainStage, ValueChainStage.code == AgreementScope.stage)
        .where(AgreementScope.agreement_id == agreement_id)
        .order_by(AgreementScope.position, AgreementScope.id)
    )
    return tuple(
        ScopePart(
            subject=f"agreement_scope:{part.id}",
            mineral_code=part.mineral_code,
            sector_code=part.sector_code,
            name=Bilingual((mineral or sector).name_en, (mineral or sector).name_fr),
            stage=part.stage,
            stage_label=Bilingual(stage.label_en, stage.label_fr) if stage else None,
        )
        for part, mineral, sector, stage in rows
    )


def _events(session: Session, agreement_id: int) -> tuple[EventPart, ...]:
    rows = session.execute(
        select(AgreementEvent, Event)
        .join(Event, Event.id == AgreementEvent.event_id)
        .where(AgreementEvent.agreement_id == agreement_id)
        .order_by(Event.starts_on.asc().nulls_last(), Event.id)
    )
    return tuple(
        EventPart(
            subject=f"agreement_event:{part.id}",
            event_id=event.id,
            title=Bilingual(event.title_en, event.title_fr),
            kind=event.kind,
            link=part.link,
            starts_on=partial_date(event.starts_on, event.starts_on_precision),
        )
        for part, event in rows
    )


def _commitments(
    session: Session, agreement_id: int, parties: Parties
) -> tuple[CommitmentPart, ...]:
    updates: dict[int, tuple[UpdatePart, ...]] = {}
    for update in session.scalars(
        select(CommitmentUpdate)
        .where(CommitmentUpdate.agreement_id == agreement_id)
        .order_by(CommitmentUpdate.happened_on.asc().nulls_last(), CommitmentUpdate.id)
    ):
        part = UpdatePart(
            subject=f"commitment_update:{update.id}",
            happened_on=partial_date(update.happened_on, update.happened_on_precision),
            status=update.status,
            note=Bilingual.of(update.note_en, update.note_fr),
        )
        updates[update.commitment_id] = (*updates.get(update.commitment_id, ()), part)
    commitments = session.scalars(
        select(Commitment)
        .where(Commitment.agreement_id == agreement_id)
        .order_by(Commitment.position, Commitment.id)
    )
    return tuple(
        CommitmentPart(
            subject=f"commitment:{commitment.id}",
            what=Bilingual(commitment.what_en, commitment.what_fr),
            party=_actor_of(parties, commitment.party_id),
            sum=_sum(commitment),
            due_on=partial_date(commitment.due_on, commitment.due_on_precision),
            status=commitment.status,
            updates=updates.get(commitment.id, ()),
        )
        for commitment in commitments
    )


def _sum(commitment: Commitment) -> Sum | None:
    if commitment.amount is None:
        return None
    bound = SumBound(commitment.amount_bound)
    return Sum(commitment.amount, commitment.amount_to, bound, commitment.currency)
