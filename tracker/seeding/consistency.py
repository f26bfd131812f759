"""What must hold between rows: references lead somewhere, nothing stands twice."""

import difflib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeAlias, TypeGuard

from sqlalchemy import Constraint, UniqueConstraint
from sqlalchemy.dialects.postgresql import ExcludeConstraint

from tracker.seeding.problems import SeedProblem
from tracker.seeding.rows import DesiredRow
from tracker.seeding.schema.records import Cite, Missing
from tracker.seeding.values import Ref

_Unique: TypeAlias = UniqueConstraint | ExcludeConstraint


def inconsistencies(rows: list[DesiredRow], unread: set[str]) -> Iterator[SeedProblem]:
    """Yield what is wrong between the rows.

    ``unread`` are keys of records that have mistakes of their own: what points at them is right.
    """
    yield from _dangling(rows, unread)
    yield from _repeated(rows)
    yield from _unknown_fields(rows)


def _dangling(rows: list[DesiredRow], unread: set[str]) -> Iterator[SeedProblem]:
    keys = {row.key for row in rows}
    known = tuple(sorted(keys))
    for row in rows:
        for column, ref in row.values.items():
            if not isinstance(ref, Ref) or ref.key in keys or ref.key.split("/")[0] in unread:
                continue
            message = f"there is no {ref.kind.replace('_', ' ')} {ref.named!r}"
            yield row.problem(message + _suggestion(ref, known), column)


@lru_cache(maxsize=1000)
def _suggestion(ref: Ref, known: tuple[str, ...]) -> str:
    beginning = ref.key[: len(ref.key) - len(ref.named.rpartition("#")[2])]
    names = [key.removeprefix(beginning) for key in known if key.startswith(beginning)]
    close = difflib.get_close_matches(
        ref.named.rpartition("#")[2], [name for name in names if "/" not in name], n=1
    )
    return f"; did you mean {close[0]!r}?" if close else ""


def _repeated(rows: list[DesiredRow]) -> Iterator[SeedProblem]:
    """Find rows that the database would take for one and the same, by its unique constraints."""
    seen: dict[tuple[object, ...], DesiredRow] = {}
    for row in rows:
        for constraint, columns in _unique(row):
            values = tuple(_value(row, column) for column in columns)
            if None in values and not constraint.dialect_kwargs.get(
                "postgresql_nulls_not_distinct"
            ):
                continue
            first = seen.setdefault((constraint, values), row)
            if first is not row:
                where = f"{first.entry.file}:{first.entry.line(first.path)}"
                named = ", ".join(columns)
                yield row.problem(f"is the same ({named}) as {first.key} in {where}")


def _unique(row: DesiredRow) -> Iterable[tuple[_Unique, list[str]]]:
    for constraint in row.table.constraints:
        if isinstance(constraint, UniqueConstraint) or _by_hash(constraint):
            columns = [column.name for column in constraint.columns]
            if "id" not in columns:
                yield constraint, columns


def _by_hash(constraint: Constraint) -> TypeGuard[ExcludeConstraint]:
    """Tell whether a constraint says by hashes that nothing stands twice."""
    return isinstance(constraint, ExcludeConstraint) and constraint.using == "hash"


def _value(row: DesiredRow, column: str) -> object:
    """Return what a column will hold; the database makes the subject of evidence itself."""
    if column == "subject" and row.above:
        return row.above.key
    return row.values.get(column)


def _unknown_fields(rows: list[DesiredRow]) -> Iterator[SeedProblem]:
    """Find evidence for fields that its row has not."""
    for row in rows:
        if not isinstance(row.record, Cite | Missing) or row.above is None:
            continue
        spoken_of = row.record.field
        if spoken_of is None:
            continue
        parts = [name for name, _ in row.above.record.parts() if name not in {"cite", "missing"}]
        columns = [column.name for column in row.above.table.c if not column.primary_key]
        if spoken_of not in {*parts, *columns}:
            allowed = ", ".join([*columns, *parts])
            yield row.problem(f"{spoken_of!r} is none of the row's fields: {allowed}", "field")
