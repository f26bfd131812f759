"""Who acts: a country or an organization, as parties, members and issuers are."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func

from tracker.models import Country, Organization
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class Actor:
    """A country or an organization; exactly one of the two keys is filled."""

    name: Bilingual
    country_code: str | None = None
    organization_id: int | None = None
    acronym: str | None = None


ACTOR_NAME_EN = func.coalesce(Country.name_en, Organization.name_en)
ACTOR_NAME_FR = func.coalesce(Country.name_fr, Organization.name_fr)


def actor_columns() -> tuple[ColumnElement[Any], ...]:
    """Return the columns that ``actor`` reads, of a row joined to either table."""
    return (
        Country.code.label("actor_country_code"),
        Organization.id.label("actor_organization_id"),
        Organization.acronym.label("actor_acronym"),
        ACTOR_NAME_EN.label("actor_name_en"),
        ACTOR_NAME_FR.label("actor_name_fr"),
    )


def actor(row: Any) -> Actor:  # noqa: ANN401 (a row with the columns of actor_columns)
    """Read the actor of a row."""
    return Actor(
        name=Bilingual(row.actor_name_en, row.actor_name_fr),
        country_code=row.actor_country_code,
        organization_id=row.actor_organization_id,
        acronym=row.actor_acronym,
    )
