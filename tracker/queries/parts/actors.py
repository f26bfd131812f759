"""Who acts: a country or an organization, and at events an official too."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, func

from tracker.models import Country, Official, Organization
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class Actor:
    """A country, an organization or an official; exactly one of the three keys is filled."""

    name: Bilingual
    country_code: str | None = None
    organization_id: int | None = None
    acronym: str | None = None
    official_id: int | None = None


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


def gathered_actors(gathered: Sequence[Sequence[Any]]) -> tuple[Actor, ...]:
    """Read the actors whose ``actor_columns`` were gathered in an array for each."""
    return tuple(_gathered_actor(*values) for values in gathered)


@lru_cache(maxsize=20_000)
def _gathered_actor(
    country_code: str | None,
    organization_id: int | None,
    acronym: str | None,
    name_en: str,
    name_fr: str,
) -> Actor:
    """Make an actor of its columns; lists show the same ones over and over."""
    return Actor(Bilingual(name_en, name_fr), country_code, organization_id, acronym)


def with_actors(statement: AnySelect, table: Any) -> AnySelect:  # noqa: ANN401 (a table's model)
    """Join the country or organization of a table's rows, for ``actor`` to read."""
    return (
        statement.outerjoin(Country, Country.code == table.country_code)
        .outerjoin(Organization, Organization.id == table.organization_id)
        .add_columns(*actor_columns())
    )


def with_people(statement: AnySelect, table: Any) -> AnySelect:  # noqa: ANN401 (a table's model)
    """Join the country, organization or official of a table's rows, for ``person`` to read."""
    return (
        with_actors(statement, table)
        .outerjoin(Official, Official.id == table.official_id)
        .add_columns(Official.id.label("actor_official_id"), Official.name.label("actor_official"))
    )


def person(row: Any) -> Actor:  # noqa: ANN401 (a row of with_people)
    """Read the country, organization or official of a row."""
    if row.actor_official_id is None:
        return actor(row)
    name = Bilingual(row.actor_official, row.actor_official)
    return Actor(name=name, official_id=row.actor_official_id)


def country_actor(country: Country) -> Actor:
    """Describe a country as one who acts."""
    return Actor(name=Bilingual(country.name_en, country.name_fr), country_code=country.code)


def organization_actor(organization: Organization) -> Actor:
    """Describe an organization as one that acts."""
    return Actor(
        name=Bilingual(organization.name_en, organization.name_fr),
        organization_id=organization.id,
        acronym=organization.acronym,
    )
