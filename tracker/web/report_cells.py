"""A result as a page shows it: its columns, and its values as the visitor's language has them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from flask_babel import get_locale, gettext

from tracker.domain.partial_dates import PartialDate
from tracker.domain.vocabularies import Precision
from tracker.reports.result import Column
from tracker.web.languages import LANGUAGES, language
from tracker.web.presenting import show_moment, show_partial_date
from tracker.web.records import record_address

_RECORDS = {
    "agreement_id": "agreements",
    "event_id": "events",
    "official_id": "officials",
    "organization_id": "organizations",
    "document_id": "sources",
    "country_code": "countries",
    "mineral_code": "minerals",
    "sector_code": "sectors",
}
"""What the names of columns end with that are keys of records, with the subject of these."""

_NUMBERS = {"int2", "int4", "int8", "bigint", "integer", "smallint", "numeric", "float4", "float8"}
_PRECISION = "_precision"


@dataclass(frozen=True)
class Cell:
    """A value in words, and the address of the record that it is the key of."""

    words: str
    address: str | None = None


@dataclass(frozen=True)
class Shown:
    """A column that a page shows: its place in the rows, and what stands above it."""

    place: int
    name: str
    title: str
    is_number: bool
    precision: int | None

    @property
    def is_key(self) -> bool:
        """Whether it has numbers of records, which lead to these but tell a reader nothing."""
        return self.name.endswith("_id") and _subject(self.name) is not None


def shown_columns(columns: Sequence[Column]) -> list[Shown]:
    """Return the columns to show: of a text in two languages the visitor's, with dates theirs."""
    names = [column.name for column in columns]
    return [
        Shown(
            place=place,
            name=column.name,
            title=_title(column.name, names),
            is_number=column.type.partition("(")[0] in _NUMBERS and _subject(column.name) is None,
            precision=_place(f"{column.name}{_PRECISION}", names),
        )
        for place, column in enumerate(columns)
        if not _belongs_to_another(column.name, names)
    ]


def cells(row: Sequence[Any], columns: Iterable[Shown]) -> list[Cell]:
    """Return the cells of a row."""
    return [_cell(row, column) for column in columns]


def _place(name: str, names: list[str]) -> int | None:
    return names.index(name) if name in names else None


def _belongs_to_another(name: str, names: list[str]) -> bool:
    """Tell whether a column says the same in another language, or how well a date is known."""
    stem, _, end = name.rpartition("_")
    if name.endswith(_PRECISION):
        return stem in names
    return end in LANGUAGES and end != language() and f"{stem}_{language()}" in names


def _title(name: str, names: list[str]) -> str:
    stem, _, end = name.rpartition("_")
    both = end in LANGUAGES and all(f"{stem}_{each}" in names for each in LANGUAGES)
    return (stem if both else name).replace("_", " ")


def _subject(name: str) -> str | None:
    """Return the subject of the records that a column has the keys of: ``partner_country_code``."""
    return _RECORDS.get("_".join(name.split("_")[-2:]))


def _cell(row: Sequence[Any], column: Shown) -> Cell:
    value = row[column.place]
    subject = _subject(column.name)
    if subject and value is not None:
        return Cell(str(value), record_address(subject, value))
    known = None if column.precision is None else row[column.precision]
    return Cell(_words(value, known))


def _words(value: object, precision: str | None) -> str:
    match value:
        case bool():
            words = gettext("Yes") if value else gettext("No")
        case int() | float() | Decimal():
            words = format_decimal(value, locale=get_locale())
        case dt.datetime():
            words = show_moment(value)
        case dt.date():
            words = _date(value, precision)
        case list():
            words = ", ".join(_words(each, None) for each in value)
        case _:
            words = "" if value is None else value
    return str(words)


def _date(day: dt.date, precision: str | None) -> str:
    """Write a date no more precisely than it is known; one that no record can have as it is."""
    try:
        return show_partial_date(PartialDate.containing(day, Precision(precision or Precision.DAY)))
    except ValueError:
        return day.isoformat()
