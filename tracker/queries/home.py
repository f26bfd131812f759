"""What the first page shows: how much there is, and the newest agreements."""

from dataclasses import dataclass

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    bindparam,
    case,
    cast,
    column,
    exists,
    func,
    literal_column,
    select,
    table,
    true,
)
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
from tracker.queries.agreements.lists import AgreementItem, agreements_where
from tracker.queries.listing import tallies
from tracker.queries.listing.tallies import Exactness, Total

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


_CLASS = table("pg_class", column("oid"), column("reltuples"))


def _number(counted: type[Base]) -> ColumnElement[int]:
    """Count a table; of a large one return about how many rows it has, below zero."""
    name: ColumnElement[int] = literal_column(f"'public.{counted.__tablename__}'::regclass")
    rows = select(_CLASS.c.reltuples).where(_CLASS.c.oid == name).scalar_subquery()
    exact = select(func.count()).select_from(counted).scalar_subquery()
    large = rows >= bindparam("counted_below")
    return case((large, cast(-rows, BigInteger)), else_=exact)


_NUMBERS = {
    "agreements": _number(Agreement),
    "countries": select(func.count())
    .select_from(Country)
    .where(exists().where(Party.country_code == Country.code))
    .scalar_subquery(),
    "officials": _number(Official),
    "organizations": _number(Organization),
    "events": _number(Event),
    "minerals": _number(Mineral),
    "sectors": _number(Sector),
    "sources": _number(Document),
    "citations": _number(Citation),
}


def get_overview(session: Session) -> Overview:
    """Fetch the counts in one query, and the newest agreements."""
    counts = session.execute(
        select(*(number.label(name) for name, number in _NUMBERS.items())),
        {"counted_below": tallies.COUNTED_BELOW},
    ).one()
    totals = {
        name: Total(abs(number), Exactness.ABOUT if number < 0 else Exactness.EXACT)
        for name, number in counts._asdict().items()
    }
    return Overview(**totals, newest=agreements_where(session, true())[:NEWEST])
