"""Other names of countries, minerals, organizations, sectors and forms of instrument."""

import re
from typing import Annotated, ClassVar

from pydantic import AliasChoices, Field

from tracker import models
from tracker.domain.vocabularies import OtherNameKind
from tracker.seeding import values
from tracker.seeding.schema.records import Cited, Cites, Keyed, Record


class OtherName(values.Span, Cited):
    """A name beside the one that a record is shown by."""

    TABLE = models.OtherName

    text: values.Text
    language: values.Text | None = None
    script: values.Text | None = None
    kind: OtherNameKind

    def segment(self) -> str:
        """Tell names apart by their letters and language."""
        return f"other_name:{self.text}/{self.language or ''}"

    def derived(self) -> dict[str, object]:
        """Return the time in which it was used."""
        return self.range("used")


class Named(Record):
    """A record with other names among its parts."""

    other_names: tuple[OtherName, ...] = ()


class TabledName(OtherName, Keyed):
    """A name in a CSV file of names; a column `cite` holds its citations."""

    KEY: ClassVar[re.Pattern[str]] = re.compile(".+")

    cite: Cites = Field((), validation_alias=AliasChoices("cite", "source"))


class CountryName(TabledName):
    """Another name of a country."""

    country: Annotated[values.Country, Field(alias="country_code")]


class MineralName(TabledName):
    """Another name of a mineral."""

    mineral: Annotated[values.Mineral, Field(alias="mineral_code")]
