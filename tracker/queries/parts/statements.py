"""What was said at events, with everybody who said it."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from tracker.models import Event, EventKind, Sector, Statement, StatementSpeaker
from tracker.queries.parts.actors import Actor, person, with_people
from tracker.queries.parts.capped import RELATED, Capped
from tracker.queries.parts.participations import NEWEST_FIRST, EventRef, event_ref
from tracker.queries.text import Bilingual

_ORDER = (*NEWEST_FIRST, Statement.position, Statement.id)
_STATEMENTS = with_people(
    select(
        Statement,
        Event,
        EventKind,
        Sector.name_en.label("sector_en"),
        Sector.name_fr.label("sector_fr"),
        StatementSpeaker.id.label("speaker_id"),
    )
    .join(Event, Event.id == Statement.event_id)
    .join(EventKind, EventKind.code == Event.kind)
    .outerjoin(Sector, Sector.code == Statement.sector_code)
    .outerjoin(StatementSpeaker, StatementSpeaker.statement_id == Statement.id),
    StatementSpeaker,
).order_by(*_ORDER, StatementSpeaker.id)


@dataclass(frozen=True)
class StatementPart:
    """A statement, in our words, with its speakers."""

    subject: str
    event: EventRef
    kind: str
    text: Bilingual
    sector_code: str | None
    sector: Bilingual | None
    speakers: tuple[Actor, ...]


def statements_where(
    session: Session, condition: ColumnElement[bool], limit: int = RELATED
) -> Capped[StatementPart]:
    """Fetch statements for which a condition on ``Statement`` holds, the newest event's first."""
    found = (
        select(Statement.id)
        .join(Event, Event.id == Statement.event_id)
        .where(condition)
        .order_by(*_ORDER)
        .limit(limit + 1)
    )
    rows = session.execute(_STATEMENTS.where(Statement.id.in_(found)))
    return Capped.first(
        limit, (_statement(list(same)) for _, same in groupby(rows, lambda row: row.Statement.id))
    )


def made_by(speaker: ColumnElement[bool]) -> ColumnElement[bool]:
    """Have a speaker for whom a condition on ``StatementSpeaker`` holds."""
    return Statement.id.in_(select(StatementSpeaker.statement_id).where(speaker))


def _statement(rows: list[Any]) -> StatementPart:
    """Join the rows of one statement, one for each speaker."""
    first = rows[0]
    return StatementPart(
        subject=f"statement:{first.Statement.id}",
        event=event_ref(first.Event, first.EventKind),
        kind=first.Statement.kind,
        text=Bilingual(first.Statement.text_en, first.Statement.text_fr),
        sector_code=first.Statement.sector_code,
        sector=Bilingual.of(first.sector_en, first.sector_fr),
        speakers=tuple(person(row) for row in rows if row.speaker_id is not None),
    )
