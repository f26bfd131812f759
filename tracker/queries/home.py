"""What the first page shows: how much there is, and the newest agreements."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models import (
    Agreement,
    Citation,
    Document,
    Event,
    Mineral,
    Official,
    Organization,
    Sector,
)
from tracker.models import AgreementParty as Party
from tracker.queries.agreements import AgreementFilters, AgreementItem, list_agreements

NEWEST = 8
"""How many of the newest agreements are shown."""


@dataclass(frozen=True)
class Overview:
    """How many records there are, and the newest agreements."""

    agreements: int
    countries: int
    officials: int
    organizations: int
    events: int
    minerals: int
    sectors: int
    sources: int
    citations: int
    newest: tuple[AgreementItem, ...]


def get_overview(session: Session) -> Overview:
    """Fetch the counts in one query, and the newest agreements."""
    counts = session.execute(
        select(
            *(
                select(func.count()).select_from(table).scalar_subquery().label(name)
                for name, table in {
                    "agreements": Agreement,
                    "officials": Official,
                    "organizations": Organization,
                    "events": Event,
                    "minerals": Mineral,
                    "sectors": Sector,
                    "sources": Document,
                    "citations": Citation,
                }.items()
            ),
            select(func.count(Party.country_code.distinct())).scalar_subquery().label("countries"),
        )
    ).one()
    newest = list_agreements(session, AgreementFilters()).items[:NEWEST]
    return Overview(**counts._asdict(), newest=newest)
