"""How rows and drafts stand to each other: which columns a draft's fields are, in both directions.

``tracker.models.shapes`` says which tables make up a record; the rest follows from the tables.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, cast

from sqlalchemy import Column, Table
from sqlalchemy.dialects.postgresql import DATERANGE, Range

from tracker.domain.drafts import Draft
from tracker.domain.partial_dates import PartialDate
from tracker.domain.vocabularies import Precision
from tracker.models.base import Base

if TYPE_CHECKING:
    from sqlalchemy.orm import Mapper

Columns = Mapping[str, Any]
"""A row's values by column."""


class Field(Protocol):
    """One or two fields of a draft, and the columns that hold them."""

    def read(self, row: Columns) -> Draft:
        """Return the draft's fields for a row."""

    def write(self, draft: Draft) -> dict[str, Any]:
        """Return the columns for a draft."""


@dataclass(frozen=True)
class Plain:
    """A column as it is; the draft calls it as the model does."""

    name: str
    column: str

    def read(self, row: Columns) -> Draft:
        """Take the column's value."""
        return {self.name: row[self.column]}

    def write(self, draft: Draft) -> dict[str, Any]:
        """Set the column."""
        return {self.column: draft.get(self.name)}


@dataclass(frozen=True)
class Dated:
    """A date known in part, and the precision beside it."""

    name: str

    def read(self, row: Columns) -> Draft:
        """Join the date and its precision."""
        day, precision = row[self.name], row[f"{self.name}_precision"]
        return {self.name: None if day is None else PartialDate(day, Precision(precision))}

    def write(self, draft: Draft) -> dict[str, Any]:
        """Set the date and its precision."""
        date: PartialDate | None = draft.get(self.name)
        return {
            self.name: date.day if date else None,
            f"{self.name}_precision": date.precision if date else None,
        }


@dataclass(frozen=True)
class Spanning:
    """A range of days: in the draft two dates known in part, ``…_start`` and ``…_end``."""

    name: str

    def read(self, row: Columns) -> Draft:
        """Take the range's ends, each as precisely as it is known."""
        days: Range[dt.date] = row[self.name]
        start = end = None
        if days.lower is not None:
            precision = Precision(row[f"{self.name}_lower_precision"])
            start = PartialDate.containing(days.lower, precision)
        if days.upper is not None:
            precision = Precision(row[f"{self.name}_upper_precision"])
            end = PartialDate.containing(days.upper - dt.timedelta(days=1), precision)
        return {f"{self.name}_start": start, f"{self.name}_end": end}

    def write(self, draft: Draft) -> dict[str, Any]:
        """Set the range from the first day of its beginning up to the last of its end."""
        start: PartialDate | None = draft.get(f"{self.name}_start")
        end: PartialDate | None = draft.get(f"{self.name}_end")
        upper = end.last_day + dt.timedelta(days=1) if end else None
        return {
            self.name: Range(start.day if start else None, upper, bounds="[)"),
            f"{self.name}_lower_precision": start.precision if start else None,
            f"{self.name}_upper_precision": end.precision if end else None,
        }


@dataclass(frozen=True)
class OneOf:
    """Several references of which one is filled: in the draft ``kind:key``, such as ``country:KZ``.

    ``columns`` are by the kind of record that they point at.
    """

    name: str
    columns: Mapping[str, str]

    def read(self, row: Columns) -> Draft:
        """Take the one that is filled."""
        for kind, column in self.columns.items():
            if row[column] is not None:
                return {self.name: f"{kind}:{row[column]}"}
        return {self.name: None}

    def write(self, draft: Draft) -> dict[str, Any]:
        """Set one of the columns and empty the others."""
        kind, _, key = (draft.get(self.name) or "").partition(":")
        return {
            column: (int(key) if column.endswith("_id") else key) if own == kind else None
            for own, column in self.columns.items()
        }


@dataclass(frozen=True)
class Shape:
    """A table in a draft, with the tables whose rows are parts of its rows.

    ``joined`` are the fields that stand for several columns, ``within`` the columns that point at
    another part of the same record, with the part's name: in a draft such a reference is a key.
    ``left_out`` are columns that nobody types, ``kept`` those of them that a row gets back when it
    is restored; ``derived`` is what follows from columns that change.
    """

    model: type[Base]
    parts: Mapping[str, "Shape"] = field(default_factory=dict)
    joined: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    within: Mapping[str, str] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    derived: Callable[[Columns], Columns] = lambda _: {}

    @cached_property
    def table(self) -> Table:
        """The table."""
        return cast("Table", self.model.__table__)

    @cached_property
    def key(self) -> Column[Any]:
        """The column that is its primary key."""
        (column,) = self.table.primary_key.columns
        return column

    @cached_property
    def link(self) -> str:
        """The column by which other tables' rows are tied to its rows."""
        return f"{self.table.name}_{self.key.name}"

    @property
    def has_position(self) -> bool:
        """Whether its rows, as parts, have an order that people choose."""
        return "position" in self.table.c

    def fields(self, *, above: tuple[str, ...] = ()) -> tuple[Field, ...]:
        """Return the draft's fields; ``above`` are the columns that tie a part to its record."""
        joined = {column for columns in self.joined.values() for column in columns.values()}
        skipped = {
            *above,
            *joined,
            *self.within,
            *self.left_out,
            *self.kept,
            *(("position",) if above else ()),
        }
        return (*self._own(skipped), *(OneOf(*each) for each in self.joined.items()))

    def _own(self, skipped: set[str]) -> Iterator[Field]:
        mapper: Mapper[Any] = self.model.__mapper__
        for attribute in mapper.column_attrs:
            (column,) = attribute.columns
            name = column.name
            if name in skipped or name.endswith("_precision") or not _is_typed(column):
                continue
            if isinstance(column.type, DATERANGE):
                yield Spanning(name)
            elif f"{name}_precision" in self.table.c:
                yield Dated(name)
            else:
                yield Plain(attribute.key, name)


def _is_typed(column: Any) -> bool:  # noqa: ANN401 (a column)
    """Tell whether people give the value, and not the database."""
    return column.identity is None and column.computed is None
