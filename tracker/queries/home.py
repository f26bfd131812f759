"""What the first page shows: how much there is, and the newest agreements."""

from dataclasses import dataclass

from sqlalchemy import exists, func, select, true
from sqlalchemy.orm import Session

from tracker.models import (
    Agreement,
    Base,
    Citation,
    Country,
    Document,
    Event,
    Mineral,
    Official,
    Organization,
    Sector,
)
from tracker.models import AgreementParty as Party
from tracker.queries.agreements.items import AgreementItem, agreements_where
from tracker.queries.listing.counting import Total, count_column, read_total

NEWEST = 8
"""How many of the newest agreements are shown."""


@dataclass(frozen=True)
class Overview:
    """How many records there are, and the newest agreements."""

    agreements: Total
    countries: Total
    officials: Total
    organizations: Total
    events: Total
    minerals: Total
    sectors: Total
    sources: Total
    citations: Total
    newest: tuple[AgreementItem, ...]


_TABLES: dict[str, type[Base]] = {
    "agreements": Agreement,
    "officials": Official,
    "organizations": Organization,
    "events": Event,
    "minerals": Mineral,
    "sectors": Sector,
    "sources": Document,
    "citations": Citation,
}
_COUNTRIES = (
    select(func.count())
    .select_from(Country)
    .where(exists().where(Party.country_code == Country.code))
    .scalar_subquery()
)
_COUNTS = select(
    *(count_column(table).label(name) for name, table in _TABLES.items()),
    _COUNTRIES.label("countries"),
)


def get_overview(session: Session) -> Overview:
    """Fetch the counts in one query, and the newest agreements."""
    counts = session.execute(_COUNTS).one()
    return Overview(
        **{name: read_total(getattr(counts, name)) for name in _TABLES},
        countries=Total(counts.countries),
        newest=agreements_where(session, true())[:NEWEST],
    )
