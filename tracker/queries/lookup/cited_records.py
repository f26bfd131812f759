"""The records that citations speak of: on whose page each is found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, literal, select, union_all
from sqlalchemy.orm import Session

from tracker.models import (
    Agreement,
    Citation,
    Country,
    CriticalityList,
    CriticalityListing,
    Event,
    Mineral,
    Official,
    Organization,
    Post,
    Sector,
)
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class RecordRef:
    """The record on whose page a citation is found: ``subject`` is the name of its list."""

    subject: str
    key: int | str
    name: Bilingual


_PLACES: tuple[tuple[str, str, AnySelect], ...] = (
    (
        "agreement_id",
        "agreements",
        select(Agreement.id, Agreement.id, Agreement.title_en, Agreement.title_fr),
    ),
    ("event_id", "events", select(Event.id, Event.id, Event.title_en, Event.title_fr)),
    (
        "organization_id",
        "organizations",
        select(Organization.id, Organization.id, Organization.name_en, Organization.name_fr),
    ),
    ("official_id", "officials", select(Official.id, Official.id, Official.name, Official.name)),
    (
        "country_code",
        "countries",
        select(Country.code, Country.code, Country.name_en, Country.name_fr),
    ),
    ("sector_code", "sectors", select(Sector.code, Sector.code, Sector.name_en, Sector.name_fr)),
    (
        "mineral_code",
        "minerals",
        select(Mineral.code, Mineral.code, Mineral.name_en, Mineral.name_fr),
    ),
    # An entry of a list is on the page of its mineral, a list and a post on that of their body.
    (
        "criticality_listing_id",
        "minerals",
        select(CriticalityListing.id, Mineral.code, Mineral.name_en, Mineral.name_fr).join(
            Mineral, Mineral.code == CriticalityListing.mineral_code
        ),
    ),
    *(
        (
            column,
            subject,
            select(table.id, key, body.name_en, body.name_fr).join(body, key == tie),
        )
        for column, table in (("criticality_list_id", CriticalityList), ("post_id", Post))
        for subject, body, key, tie in (
            ("organizations", Organization, Organization.id, table.organization_id),
            ("countries", Country, Country.code, table.country_code),
        )
    ),
)
"""Where a citation's subject may be found, in the order of choice.

The column that says which it is; the list; and a select of that column's value, key and names.
"""


def records_of(session: Session, citations: Sequence[Citation]) -> dict[int, RecordRef]:
    """Find the records of citations, by citation; a post may belong to none.

    One query of small ones: a join to every table takes the planner longer than the rest.
    """
    asked = [
        (number, place, {getattr(citation, column) for citation in citations} - {None})
        for number, (column, _, place) in enumerate(_PLACES)
    ]
    arms = [_arm(number, place, values) for number, place, values in asked if values]
    if not arms:
        return {}
    found = {
        (row.place, row.own): RecordRef(
            _PLACES[row.place][1],
            int(row.key) if row.key.isdecimal() else row.key,
            Bilingual(row.en, row.fr),
        )
        for row in session.execute(union_all(*arms))
    }
    records: dict[int, RecordRef] = {}
    for citation in citations:
        for number, (column, *_) in enumerate(_PLACES):
            record = found.get((number, str(getattr(citation, column))))
            if record is not None:
                records.setdefault(citation.id, record)
    return records


def _arm(number: int, place: AnySelect, values: set[Any]) -> AnySelect:
    own, key, en, fr = place.selected_columns
    return place.where(own.in_(values)).with_only_columns(
        literal(number).label("place"),
        cast(own, String).label("own"),
        cast(key, String).label("key"),
        en.label("en"),
        fr.label("fr"),
        maintain_column_froms=True,
    )
