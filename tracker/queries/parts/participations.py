"""Who took part in which events, read from either side."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, any_, func, select, union
from sqlalchemy.orm import Session

from tracker.domain.partial_dates import PartialDate
from tracker.models import Event, EventKind, EventParticipant, Official, Post
from tracker.queries.listing.paging import by_date
from tracker.queries.parts.actors import Actor, person, with_people
from tracker.queries.parts.capped import RELATED, Capped
from tracker.queries.text import Bilingual, partial_date


@dataclass(frozen=True)
class EventRef:
    """An event as other records name it."""

    id: int
    title: Bilingual
    kind: str
    kind_label: Bilingual
    starts_on: PartialDate | None


@dataclass(frozen=True)
class ParticipationPart:
    """A country, organization or official at an event, with the post held then and the role."""

    subject: str
    event: EventRef
    who: Actor
    post: Bilingual | None
    role: str


IN_TIME = (Event.starts_on.asc().nulls_last(), Event.id)
"""The order of events in time, those without a date last."""

NEWEST_FIRST = (by_date(Event.starts_on).column.desc(), Event.id.desc())
"""The order of events from the newest, those without a date last."""

_ORDER = (*NEWEST_FIRST, EventParticipant.position, EventParticipant.id)
_PARTICIPATIONS = with_people(
    select(EventParticipant, Event, EventKind, Post.title_en, Post.title_fr)
    .join(Event, Event.id == EventParticipant.event_id)
    .join(EventKind, EventKind.code == Event.kind)
    .outerjoin(Post, Post.id == EventParticipant.post_id),
    EventParticipant,
).order_by(*_ORDER)


def event_ref(event: Event, kind: EventKind) -> EventRef:
    """Describe an event as other records name it."""
    return EventRef(
        id=event.id,
        title=Bilingual(event.title_en, event.title_fr),
        kind=event.kind,
        kind_label=Bilingual(kind.label_en, kind.label_fr),
        starts_on=partial_date(event.starts_on, event.starts_on_precision),
    )


def events_where(
    session: Session, condition: ColumnElement[bool], *, newest_first: bool
) -> Capped[EventRef]:
    """Fetch events for which a condition holds, those shown newest first or in time."""
    rows = session.execute(
        select(Event, EventKind)
        .join(EventKind, EventKind.code == Event.kind)
        .where(condition)
        .order_by(*(NEWEST_FIRST if newest_first else IN_TIME))
        .limit(RELATED + 1)
    )
    return Capped.first(RELATED, (event_ref(event, kind) for event, kind in rows))


def participations_where(
    session: Session, *conditions: ColumnElement[bool], limit: int = RELATED
) -> Capped[ParticipationPart]:
    """Fetch participations for which a condition holds, newest first, each event's in their order.

    A condition may speak of ``EventParticipant`` and ``Post``. Each is looked for by itself: by its
    own index, and no further than what is shown.
    """
    found = union(
        *(
            select(
                select(EventParticipant.id)
                .join(Event, Event.id == EventParticipant.event_id)
                .outerjoin(Post, Post.id == EventParticipant.post_id)
                .where(condition)
                .order_by(*_ORDER)
                .limit(limit + 1)
                .subquery()
            )
            for condition in conditions
        )
    )
    # Found before the names of who took part are joined: a plan for all at once takes longer to
    # make than to run. As an array, as in ``of_officials_from``.
    newest = (
        select(EventParticipant.id)
        .join(Event, Event.id == EventParticipant.event_id)
        .where(EventParticipant.id.in_(found))
        .order_by(*_ORDER)
        .limit(limit + 1)
    )
    rows = session.execute(
        _PARTICIPATIONS.where(
            EventParticipant.id == any_(func.array(newest.scalar_subquery())),
        )
    )
    return Capped.first(limit, (_participation(row) for row in rows))


def of_officials_from(country_code: str) -> ColumnElement[bool]:
    """Be of an official of a country.

    As an array they are fetched whole and first; the planner would go through all events instead.
    """
    officials = select(Official.id).where(Official.country_code == country_code)
    return EventParticipant.official_id == any_(func.array(officials.scalar_subquery()))


def _participation(row: Any) -> ParticipationPart:  # noqa: ANN401 (a row of the select above)
    participant: EventParticipant = row.EventParticipant
    return ParticipationPart(
        subject=f"event_participant:{participant.id}",
        event=event_ref(row.Event, row.EventKind),
        who=person(row),
        post=Bilingual.of(row.title_en, row.title_fr),
        role=participant.role,
    )
