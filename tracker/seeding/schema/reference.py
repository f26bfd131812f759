"""Countries, vocabularies, sectors, minerals and criticality lists."""

import re
from typing import Annotated, ClassVar

from pydantic import AliasChoices, Field, StringConstraints

from tracker import models
from tracker.domain.vocabularies import AgreementStatus, ListingClass
from tracker.models import Base
from tracker.seeding import values
from tracker.seeding.schema.names import Named
from tracker.seeding.schema.records import (
    Cited,
    Cites,
    Keyed,
    OneOf,
)

_CODE = re.compile("[a-z][a-z0-9_]*")


class Coded(Keyed):
    """A record whose key is its code."""

    KEY: ClassVar[re.Pattern[str]] = _CODE
    KEY_COLUMN: ClassVar[str | None] = "code"


class Tabled(Keyed):
    """A row of a CSV file; a column `source` or `cite` holds its citations."""

    cite: Cites = Field((), validation_alias=AliasChoices("cite", "source"))


class Country(values.Span, Coded, Tabled):
    """A country or territory, perhaps one that is no more."""

    TABLE = models.Country
    KEY: ClassVar[re.Pattern[str]] = re.compile("[A-Z]{2}")

    alpha3: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]
    name: values.Bilingual
    region: values.Bilingual | None = None
    note: values.Bilingual | None = None

    def derived(self) -> dict[str, object]:
        """Return the time in which it existed."""
        return self.range("existed")


class Term(Coded):
    """A word of a vocabulary."""

    label: values.Bilingual
    position: int | None = None


class ActionKind(Term):
    """A kind of step in an agreement's life, and the status that it leads to."""

    TABLE = models.ActionKind

    phase: int = Field(ge=1, le=4)
    status: AgreementStatus | None = None
    dates_text: bool = False


class AccountRole(Coded):
    """What a person may do."""

    TABLE = models.KnownRole

    label: values.Bilingual


class AgreementForm(Term, Named):
    """A form of instrument, with what else it is called."""

    TABLE = models.AgreementForm


def vocabulary(table: type[Base]) -> type[Term]:
    """Make the kind of record that fills a vocabulary's table."""
    return type(table.__name__, (Term,), {"TABLE": table, "__module__": __name__})


class Sector(Coded, Cited, Named):
    """A field of cooperation."""

    TABLE = models.Sector

    name: values.Bilingual
    parent: values.Sector | None = None
    position: int | None = None


class Mineral(Coded, Tabled):
    """A mineral, metal or material, or a group of them."""

    TABLE = models.Mineral

    name: values.Bilingual
    symbol: values.Text | None = None
    atomic_number: int | None = Field(None, ge=1, le=118)
    group: values.Mineral | None = Field(None, alias="group_code")


class Description(values.Translation):
    """A text in English and, where there is one, in French."""

    en: values.Text


class MineralHs(Tabled):
    """A trade code of a mineral."""

    TABLE = models.MineralHs
    KEY: ClassVar[re.Pattern[str]] = re.compile(".+")

    mineral: values.Mineral = Field(alias="mineral_code")
    hs6: Annotated[str, StringConstraints(pattern="^[0-9]{6}$")]
    description: Description


class CriticalityList(Keyed, OneOf, Cited):
    """An edition of a government's or union's list of critical minerals."""

    TABLE = models.CriticalityList
    ALTERNATIVES: ClassVar[tuple[str, ...]] = ("country", "organization")

    name: values.Bilingual
    country: values.Country | None = None
    organization: values.Organization | None = None
    edition: values.Text
    published_on: values.Date | None = None
    note: values.Bilingual | None = None


class CriticalityListing(Tabled):
    """An entry of a criticality list."""

    TABLE = models.CriticalityListing
    KEY: ClassVar[re.Pattern[str]] = re.compile(".+")

    criticality_list: values.CriticalityList = Field(alias="list_key")
    mineral: values.Mineral = Field(alias="mineral_code")
    listed_as: values.Text
    class_: ListingClass = Field(alias="class")
    note: values.Text | None = None
