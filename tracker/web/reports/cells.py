"""A result as a page shows it: its columns, and its values as the visitor's language has them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal, get_currency_name
from flask_babel import get_locale, gettext

from tracker.domain.partial_dates import PartialDate
from tracker.domain.record_types import WITH_PAGES
from tracker.domain.vocabularies import Precision
from tracker.reports.result import Column
from tracker.web.reports.headings import HEADINGS, WORDS
from tracker.web.site.field_labels import field_name, part_name
from tracker.web.site.languages import LANGUAGES, language, language_label
from tracker.web.site.records import record_address
from tracker.web.site.template_helpers import country_name, show_moment, show_partial_date

_RECORDS = {each.column: each for each in WITH_PAGES}
"""The kinds of records, by what the names of columns end with that are their keys."""

_CALLED_ALSO = {
    "agreement": ("title", "record", "reference"),
    "event": ("title", "record"),
    "official": ("record",),
    "organization": ("party", "member"),
    "country": ("party", "member"),
    "mineral": ("covers", "record"),
    "sector": ("covers",),
}
"""The columns that may call records by their names beside one of their kind, by table."""

_NUMBERS = {"int2", "int4", "int8", "bigint", "integer", "smallint", "numeric", "float4", "float8"}
_ORDINALS = {"year", "ordinal"}
"""Columns whose numbers count nothing."""

_PRECISION = "_precision"


@dataclass(frozen=True)
class Cell:
    """A value in words, and the address of the record that it names."""

    words: str
    address: str | None = None


@dataclass(frozen=True)
class ShownColumn:
    """A column that a page shows: its place in the rows, and what stands above it."""

    place: int
    name: str
    """Its name, of a text in two languages without the language."""
    title: str
    is_number: bool
    is_date: bool
    precision: int | None
    """Where it is said how much of its dates is known."""
    table: int | None
    """Where it is said of which table's rows its values are fields."""
    keys: tuple[tuple[int, str], ...]
    """Where the keys of the records stand that it names, and the collections of these."""


def shown_columns(columns: Sequence[Column]) -> list[ShownColumn]:
    """Return the columns to show: those that tell a reader more than the others do.

    Of a text in two languages it is the visitor's, without the code that it is the words for;
    a date goes with how much of it is known, and the key of a record with what calls it by name.
    """
    names = [column.name for column in columns]
    named = {name: _named_by(name, names) for name in names if _is_key(name)}
    keys: dict[str | None, list[tuple[int, str]]] = {}
    for name, by in named.items():
        collection = _RECORDS[_ending(name)].collection
        keys.setdefault(by or name, []).append((names.index(name), collection))
    return [
        ShownColumn(
            place=place,
            name=stem,
            title=heading(stem),
            is_number=_is_number(column),
            is_date=column.type == "date",
            precision=_place(f"{column.name}{_PRECISION}", names),
            table=_place("subject", names) if stem == "field" else None,
            keys=tuple(keys.get(stem, ())),
        )
        for place, column in enumerate(columns)
        if not _belongs_to_another(column.name, names) and not named.get(column.name)
        for stem in [_stem(column.name, names)]
    ]


def heading(name: str) -> str:
    """Return what stands above a column of a name."""
    return str(HEADINGS.get(name, name.replace("_", " ")))


def cells(row: Sequence[Any], columns: Iterable[ShownColumn]) -> list[Cell]:
    """Return the cells of a row."""
    return [cell(row, column) for column in columns]


def cell(row: Sequence[Any], column: ShownColumn) -> Cell:
    """Return one cell of a row."""
    found = (
        (collection, row[place]) for place, collection in column.keys if row[place] is not None
    )
    address = next((record_address(collection, key) for collection, key in found), None)
    return Cell(_words(row, column), address)


def _place(name: str, names: list[str]) -> int | None:
    return names.index(name) if name in names else None


def _belongs_to_another(name: str, names: list[str]) -> bool:
    """Tell whether a column says what another does, or serves one."""
    stem, _, end = name.rpartition("_")
    if name.endswith(_PRECISION):
        return stem in names
    if name == "subject":
        return "field" in names
    if end in LANGUAGES:
        return end != language() and f"{stem}_{language()}" in names
    return f"{name}_{language()}" in names


def _stem(name: str, names: list[str]) -> str:
    stem, _, end = name.rpartition("_")
    both = end in LANGUAGES and all(f"{stem}_{each}" in names for each in LANGUAGES)
    return stem if both else name


def _ending(name: str) -> str:
    """Return what tells which records a key is of: ``country_code`` of ``partner_country_code``."""
    return "_".join(name.split("_")[-2:])


def _is_key(name: str) -> bool:
    return _ending(name) in _RECORDS


def _named_by(key: str, names: list[str]) -> str | None:
    """Return the column that calls the records of a key by their names, if there is one."""
    ending = _ending(key)
    table, before = _RECORDS[ending].table, key.removesuffix(ending)
    callers = [before.rstrip("_")] if before else []
    callers += [f"{before}{caller}" for caller in (table, *_CALLED_ALSO.get(table, ()))]
    stems = {_stem(name, names) for name in names}
    return next((caller for caller in callers if caller in stems), None)


def _is_number(column: Column) -> bool:
    return (
        column.type.partition("(")[0] in _NUMBERS
        and not _is_key(column.name)
        and column.name not in _ORDINALS
    )


def _words(row: Sequence[Any], column: ShownColumn) -> str:
    value = row[column.place]
    match value:
        case None:
            return ""
        case str():
            return _text(value, row, column)
        case dt.date() if not isinstance(value, dt.datetime):
            return _date(value, None if column.precision is None else row[column.precision])
        case list():
            return ", ".join(str(_known(column.name, each)) for each in value)
        case _:
            return str(value) if column.name in _ORDINALS else in_words(value)


def in_words(value: object) -> str:
    """Write a value that stands for itself."""
    match value:
        case bool():
            return str(gettext("Yes") if value else gettext("No"))
        case int() | float() | Decimal():
            return format_decimal(value, locale=get_locale())
        case dt.datetime():
            return show_moment(value)
        case _:
            return str(value)


def _text(value: str, row: Sequence[Any], column: ShownColumn) -> str:
    """Write a text, a code by its words."""
    match column.name:
        case "language":
            return language_label(value)
        case "currency":
            return get_currency_name(value, locale=get_locale())
        case "subject":
            return part_name(value.partition(":")[0])
        case "field":
            table = "agreement" if column.table is None else row[column.table].partition(":")[0]
            return field_name(table, value)
        case name if name.endswith("country_code"):
            return country_name(value)
        case name:
            return _known(name, value)


def _known(name: str, value: object) -> str:
    return str(WORDS.get(name, {}).get(str(value), value))


def _date(day: dt.date, precision: str | None) -> str:
    """Write a date no more precisely than it is known; one that no record can have as it is."""
    try:
        return show_partial_date(PartialDate.containing(day, Precision(precision or Precision.DAY)))
    except ValueError:
        return day.isoformat()
