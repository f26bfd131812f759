"""Lists in which governments and unions call minerals critical, and their entries."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from tracker.domain.partial_dates import PartialDate
from tracker.models import CriticalityList, CriticalityListing
from tracker.queries.parts.actors import Actor, actor, with_actors
from tracker.queries.text import Bilingual, partial_date


@dataclass(frozen=True)
class IssuedList:
    """An edition of a list, with its issuer and the number of minerals on it."""

    subject: str
    id: int
    name: Bilingual
    edition: str
    issuer: Actor
    published_on: PartialDate | None
    note: Bilingual | None
    minerals: int


@dataclass(frozen=True)
class ListingPart:
    """A mineral's entry on a list: how it is worded there, and how high it ranks."""

    subject: str
    list_id: int
    list_name: Bilingual
    edition: str
    issuer: Actor
    published_on: PartialDate | None
    listed_as: str
    class_: str
    note: str | None


_IN_TIME = (CriticalityList.published_on.asc().nulls_last(), CriticalityList.name_en)


def lists_where(session: Session, condition: ColumnElement[bool]) -> tuple[IssuedList, ...]:
    """Fetch the lists for which a condition on ``CriticalityList`` holds, in time."""
    minerals = (
        select(func.count(CriticalityListing.mineral_code.distinct()))
        .where(CriticalityListing.criticality_list_id == CriticalityList.id)
        .scalar_subquery()
    )
    statement = with_actors(select(CriticalityList, minerals.label("minerals")), CriticalityList)
    rows = session.execute(statement.where(condition).order_by(*_IN_TIME))
    return tuple(
        IssuedList(
            subject=f"criticality_list:{row.CriticalityList.id}",
            id=row.CriticalityList.id,
            name=Bilingual(row.CriticalityList.name_en, row.CriticalityList.name_fr),
            edition=row.CriticalityList.edition,
            issuer=actor(row),
            published_on=partial_date(
                row.CriticalityList.published_on, row.CriticalityList.published_on_precision
            ),
            note=Bilingual.of(row.CriticalityList.note_en, row.CriticalityList.note_fr),
            minerals=row.minerals,
        )
        for row in rows
    )


def listings_of(session: Session, mineral_code: str) -> tuple[ListingPart, ...]:
    """Fetch a mineral's entries on lists, in time."""
    statement = select(CriticalityListing, CriticalityList).join(
        CriticalityList, CriticalityList.id == CriticalityListing.criticality_list_id
    )
    rows = session.execute(
        with_actors(statement, CriticalityList)
        .where(CriticalityListing.mineral_code == mineral_code)
        .order_by(*_IN_TIME, CriticalityListing.id)
    )
    return tuple(
        ListingPart(
            subject=f"criticality_listing:{row.CriticalityListing.id}",
            list_id=row.CriticalityList.id,
            list_name=Bilingual(row.CriticalityList.name_en, row.CriticalityList.name_fr),
            edition=row.CriticalityList.edition,
            issuer=actor(row),
            published_on=partial_date(
                row.CriticalityList.published_on, row.CriticalityList.published_on_precision
            ),
            listed_as=row.CriticalityListing.listed_as,
            class_=row.CriticalityListing.class_,
            note=row.CriticalityListing.note,
        )
        for row in rows
    )
