"""Records into rows: each record and each of its parts as the columns of one table."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import Table

from tracker.domain.partial_dates import PartialDate
from tracker.models.evidence import PART_ROOTS, ROOTS
from tracker.seeding.entries import Entry
from tracker.seeding.problems import SeedProblem
from tracker.seeding.schema.records import (
    Cite,
    Keyed,
    Missing,
    Record,
)
from tracker.seeding.values import Ref, Value

_ROOTS = {root.table.name: root for root in ROOTS}


@dataclass(frozen=True)
class DesiredRow:
    """A row as the seeds want it: ``values`` by column, a `Ref` where it points at another row.

    Columns that are not among the values are to be empty.
    """

    key: str
    record: Record
    entry: Entry
    path: tuple[str | int, ...] = ()
    above: "DesiredRow | None" = None
    values: dict[str, object] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    """The field as it is written for each column that holds a reference."""

    @property
    def table(self) -> Table:
        """The table that it stands in."""
        return self.record.table()

    def problem(self, message: str, column: str = "") -> SeedProblem:
        """Say what is wrong with the row, or with one of its columns."""
        written = self.fields.get(column, column)
        return self.entry.problem(message, (*self.path, written) if written else self.path)


def rows_of(entry: Entry, record: Keyed) -> list[DesiredRow]:
    """Return the row of a record and those of all its parts, what is above before what is below."""
    key = f"{record.table().name}:{entry.key}"
    row = _filled(DesiredRow(key, record, entry), entry.position)
    if record.KEY_COLUMN:
        row.values[record.KEY_COLUMN] = entry.key
    return [row, *_below(row)]


def _below(above: DesiredRow) -> Iterator[DesiredRow]:
    for name, parts in above.record.parts():
        segments = _segments(parts)
        for position, (step, part) in enumerate(parts):
            key = f"{above.key}/{segments[position]}"
            row = _filled(
                DesiredRow(key, part, above.entry, (*above.path, name, step), above), position
            )
            yield row
            yield from _below(row)


def _segments(parts: list[tuple[str | int, Record]]) -> list[str]:
    """Name each part after what it is, not after its place; number those of one name."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, (step, part) in enumerate(parts):
        own = f"{part.table().name}:{step}" if isinstance(step, str) else part.segment()
        alike[own].append(index)
    segments = {}
    for own, indices in alike.items():
        indices.sort(key=lambda index: parts[index][1].order())
        for number, index in enumerate(indices, start=1):
            segments[index] = own if number == 1 else f"{own}/{number}"
    return [segments[index] for index in range(len(parts))]


def _filled(row: DesiredRow, position: int) -> DesiredRow:
    """Fill the row's columns from its record."""
    record = row.record
    for name, field_info in type(record).model_fields.items():
        value = getattr(record, name)
        if value is None or field_info.exclude or isinstance(value, (tuple, dict)):
            continue
        for column, content in _columns(row, name.rstrip("_"), value).items():
            row.values[column] = content
            if isinstance(content, Ref):
                row.fields[column] = field_info.alias or name
    row.values.update(record.derived() | _upwards(row))
    if "position" in row.table.c:
        row.values.setdefault("position", position)
    return row


def _columns(row: DesiredRow, stem: str, value: object) -> dict[str, object]:
    match value:
        case Value():
            return value.columns(stem)
        case PartialDate():
            return {stem: value.day, f"{stem}_precision": value.precision}
        case Ref():
            stems = (stem, f"{stem}_code", f"{stem}_id")
            column = next(name for name in stems if name in row.table.c)
            return {column: _absolute(row, value)}
        case _:
            return {stem: value}


def _absolute(row: DesiredRow, ref: Ref) -> Ref:
    if not ref.key.startswith("/"):
        return ref
    while row.above:
        row = row.above
    return replace(ref, key=row.key + ref.key)


def _upwards(row: DesiredRow) -> dict[str, object]:
    """Return the columns that tie a part to what it is a part of."""
    if row.above is None:
        return {}
    if isinstance(row.record, Cite | Missing):
        return _subject(row.above)
    tied: dict[str, object] = {}
    above: DesiredRow | None = row.above
    while above:
        for column in (f"{above.table.name}_id", f"{above.table.name}_code"):
            if column in row.table.c:
                tied[column] = _to(above)
        above = above.above
    return tied


def _subject(row: DesiredRow) -> dict[str, object]:
    """Return the columns by which evidence points at a row: its root and, for a part, itself."""
    if root := _ROOTS.get(row.table.name):
        return {root.link: _to(row)}
    links = (root.link for root in PART_ROOTS[row.table.name])
    link = next(link for link in links if link in row.values)
    return {link: row.values[link], f"{row.table.name}_id": _to(row)}


def _to(row: DesiredRow) -> Ref:
    return Ref(row.table.name, row.key, row.key)
