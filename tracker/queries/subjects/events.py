"""Events: as their list shows them, and one with who took part, what was said and signed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, select, union_all
from sqlalchemy.orm import Session, aliased

from tracker.domain.partial_dates import PartialDate
from tracker.models import (
    Agreement,
    AgreementEvent,
    Country,
    Event,
    EventKind,
    EventParticipant,
    EventTopic,
    Sector,
    Statement,
)
from tracker.queries.listing.counting import Total, agreements_of, count_of
from tracker.queries.listing.lists import Condition, ListQuery, equals, in_both_languages
from tracker.queries.listing.paging import Order, SortKey, by_date, from_year, read_integer, to_year
from tracker.queries.listing.words import every_word, in_any
from tracker.queries.parts.actors import Actor, country_actor
from tracker.queries.parts.capped import PARTS_SHOWN, RELATED, Capped
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.parts.participations import (
    EventRef,
    ParticipationPart,
    event_ref,
    events_where,
    of_officials_from,
    participations_where,
)
from tracker.queries.parts.statements import StatementPart, statements_where
from tracker.queries.text import Bilingual, partial_date


@dataclass(frozen=True)
class EventItem:
    """An event with the number of agreements that are tied to it."""

    id: int
    title: Bilingual
    kind: str
    kind_label: Bilingual
    series: str | None
    ordinal: int | None
    place: Bilingual | None
    place_country_code: str | None
    starts_on: PartialDate | None
    ends_on: PartialDate | None
    agreements: Total


_AGREEMENTS = count_of(
    Event,
    select(AgreementEvent.agreement_id).where(AgreementEvent.event_id == Event.id).distinct(),
)
_DATE = by_date(Event.starts_on)
_ID = SortKey(Event.id, read_integer)


def _item(row: Row[Any]) -> EventItem:
    event: Event = row.Event
    return EventItem(
        id=event.id,
        title=Bilingual(event.title_en, event.title_fr),
        kind=event.kind,
        kind_label=Bilingual(row.kind_en, row.kind_fr),
        series=event.series,
        ordinal=event.ordinal,
        place=Bilingual.of(event.place_en, event.place_fr),
        place_country_code=event.place_country_code,
        starts_on=partial_date(event.starts_on, event.starts_on_precision),
        ends_on=partial_date(event.ends_on, event.ends_on_precision),
        agreements=agreements_of(row),
    )


def joined_by_country(code: str) -> ColumnElement[bool]:
    """Have a country, or an official who acts for it, among the participants."""
    found = union_all(
        *(
            select(EventParticipant.event_id).where(condition)
            for condition in (EventParticipant.country_code == code, of_officials_from(code))
        )
    )
    return Event.id.in_(found)


_mentions = in_any(Event.title_en, Event.title_fr, Event.place_en, Event.place_fr, Event.series)

EVENTS = ListQuery(
    table=Event,
    rows=select(
        Event,
        EventKind.label_en.label("kind_en"),
        EventKind.label_fr.label("kind_fr"),
        _AGREEMENTS.label("agreements"),
    ).join(EventKind, EventKind.code == Event.kind),
    conditions={
        "q": Condition(lambda q: every_word(q, _mentions)),
        "kind": equals(Event.kind),
        "country": Condition(joined_by_country),
        "year_from": Condition(lambda year: from_year(_DATE, year)),
        "year_to": Condition(lambda year: to_year(_DATE, year)),
    },
    orders={
        "newest": Order("newest", (_DATE, _ID), descending=True),
        "oldest": Order("oldest", (_DATE, _ID)),
        **in_both_languages("title", Event.title_en, Event.title_fr, _ID),
    },
    item=_item,
)


_PARENT = aliased(Event, name="parent_event")
_PARENT_KIND = aliased(EventKind, name="parent_kind")


@dataclass(frozen=True)
class TopicPart:
    """A sector that was spoken of."""

    subject: str
    code: str
    name: Bilingual


@dataclass(frozen=True)
class LinkedAgreement:
    """An agreement tied to the event."""

    subject: str
    agreement_id: int
    reference: str
    title: Bilingual
    dated_on: PartialDate | None
    link: str


@dataclass(frozen=True)
class EventRecord:
    """An event with all its parts and their evidence."""

    id: int
    subject: str
    title: Bilingual
    kind: str
    kind_label: Bilingual
    series: str | None
    ordinal: int | None
    place: Bilingual | None
    place_country: Actor | None
    starts_on: PartialDate | None
    ends_on: PartialDate | None
    parent: EventRef | None
    children: Capped[EventRef]
    participants: Capped[ParticipationPart]
    topics: tuple[TopicPart, ...]
    statements: Capped[StatementPart]
    agreements: Capped[LinkedAgreement]
    evidence: Evidence


def get_event(session: Session, event_id: int) -> EventRecord | None:
    """Fetch an event's record; None when there is none."""
    found = session.execute(
        select(Event, EventKind, Country, _PARENT, _PARENT_KIND)
        .join(EventKind, EventKind.code == Event.kind)
        .outerjoin(Country, Country.code == Event.place_country_code)
        .outerjoin(_PARENT, _PARENT.id == Event.parent_id)
        .outerjoin(_PARENT_KIND, _PARENT_KIND.code == _PARENT.kind)
        .where(Event.id == event_id)
    ).one_or_none()
    if found is None:
        return None
    event, kind, country, parent, parent_kind = found
    agreements = _agreements(session, event_id)
    return EventRecord(
        id=event.id,
        subject=f"event:{event.id}",
        title=Bilingual(event.title_en, event.title_fr),
        kind=event.kind,
        kind_label=Bilingual(kind.label_en, kind.label_fr),
        series=event.series,
        ordinal=event.ordinal,
        place=Bilingual.of(event.place_en, event.place_fr),
        place_country=country_actor(country) if country else None,
        starts_on=partial_date(event.starts_on, event.starts_on_precision),
        ends_on=partial_date(event.ends_on, event.ends_on_precision),
        parent=event_ref(parent, parent_kind) if parent else None,
        children=events_where(session, Event.parent_id == event_id, newest_first=False),
        participants=participations_where(
            session, EventParticipant.event_id == event_id, limit=PARTS_SHOWN
        ),
        topics=_topics(session, event_id),
        statements=statements_where(session, Statement.event_id == event_id, limit=PARTS_SHOWN),
        agreements=agreements,
        evidence=evidence_of(session, "event_id", event_id, also=agreements),
    )


def _topics(session: Session, event_id: int) -> tuple[TopicPart, ...]:
    rows = session.execute(
        select(EventTopic, Sector)
        .join(Sector, Sector.code == EventTopic.sector_code)
        .where(EventTopic.event_id == event_id)
        .order_by(Sector.position, EventTopic.id)
    )
    return tuple(
        TopicPart(
            subject=f"event_topic:{topic.id}",
            code=sector.code,
            name=Bilingual(sector.name_en, sector.name_fr),
        )
        for topic, sector in rows
    )


def _agreements(session: Session, event_id: int) -> Capped[LinkedAgreement]:
    rows = session.execute(
        select(AgreementEvent, Agreement)
        .join(Agreement, Agreement.id == AgreementEvent.agreement_id)
        .where(AgreementEvent.event_id == event_id)
        .order_by(Agreement.dated_on.desc().nulls_last(), AgreementEvent.id)
        .limit(RELATED + 1)
    )
    return Capped.first(
        RELATED,
        (
            LinkedAgreement(
                subject=f"agreement_event:{tie.id}",
                agreement_id=agreement.id,
                reference=agreement.reference,
                title=Bilingual(agreement.title_en, agreement.title_fr),
                dated_on=partial_date(agreement.dated_on, agreement.dated_on_precision),
                link=tie.link,
            )
            for tie, agreement in rows
        ),
    )
