"""Events as their list shows them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, select, union_all

from tracker.domain.partial_dates import PartialDate
from tracker.models import AgreementEvent, Event, EventKind, EventParticipant
from tracker.queries.listing.counting import Total, agreements_of, count_of
from tracker.queries.listing.lists import Condition, ListQuery, equals, in_both_languages
from tracker.queries.listing.paging import (
    Order,
    SortKey,
    by_date,
    from_year,
    read_integer,
    to_year,
)
from tracker.queries.listing.words import every_word, in_any
from tracker.queries.parts.participations import of_officials_from
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
