"""What rows are called, or were called before they were removed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    Select,
    Table,
    TableClause,
    Text,
    cast,
    func,
    literal,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from tracker.models import Base
from tracker.models.history import twin
from tracker.queries.text import Bilingual

RowKey = tuple[str, str]
"""A row: its table, and its key as text."""


@dataclass(frozen=True)
class RecordName(Bilingual):
    """What a row is called; of one that is ``gone``, what it was called last."""

    gone: bool = False


def names(session: Session, asked: Iterable[RowKey]) -> dict[RowKey, RecordName]:
    """Return what rows are called, by the last version of each that the history has; one query.

    Rows that never were, and rows of tables whose rows have no name, are left out.
    """
    keys: dict[str, set[str]] = {}
    for name, key in asked:
        keys.setdefault(name, set()).add(key)
    found = (_named(Base.metadata.tables[name], wanted) for name, wanted in keys.items())
    statements = [statement for statement in found if statement is not None]
    if not statements:
        return {}
    rows = session.execute(union_all(*statements)).all()
    return {
        (table, key): RecordName(english or french or "", french or english or "", gone)
        for table, key, english, french, gone in rows
    }


@cache
def referred(kind: str, column_name: str) -> str | None:
    """Return the table that a column of a table points at, if it points at one.

    Keys of several columns tie parts to their record: those of one column come first.
    """
    of = Base.metadata.tables[kind]
    keys = sorted(of.foreign_key_constraints, key=lambda key: len(key.columns))
    return next((key.referred_table.name for key in keys if column_name in key.columns), None)


def _named(of: Table, keys: Iterable[str]) -> Select[Any] | None:
    """Select key and name of the last version of rows; None where a table's rows have no name."""
    past, own = twin(of), next(iter(of.primary_key))
    called = _naming(of, past)
    if called is None:
        return None
    key = past.c[own.name]
    last = (
        select(
            literal(of.name).label("of"),
            cast(key, Text).label("key"),
            *(cast(name, Text).label(f"name_{number}") for number, name in enumerate(called)),
            past.c.closed_by.is_not(None).label("gone"),
        )
        .ext(distinct_on(key))
        .where(key.in_([own.type.python_type(each) for each in keys]))
        .order_by(key, past.c.opened_by.desc())
    )
    return select(last.subquery())


_NAMING = ("name_{}", "title_{}", "label_{}", "name", "title", "text", "exact", "reference")
_ACTORS = (("country", "country_code"), ("organization", "organization_id"))


def _naming(of: Table, past: TableClause) -> list[ColumnElement[str]] | None:
    """Say what calls a table's rows in English and in French: columns of theirs, or who they are.

    A source without a title goes by its publisher.
    """
    for pattern in _NAMING:
        columns = [pattern.format(language) for language in ("en", "fr")]
        if columns[0] in of.c:
            instead = [past.c[name] for name in ("publisher",) if name in of.c]
            return [func.coalesce(past.c[name], *instead) for name in columns]
    if all(column in of.c for _, column in _ACTORS):
        return [
            func.coalesce(*(_last_name(name, past.c[column], each) for name, column in _ACTORS))
            for each in ("name_en", "name_fr")
        ]
    return None


def _last_name(of: str, key: ColumnElement[object], column: str) -> ScalarSelect[str]:
    """Select what the row with a key was called last."""
    table = Base.metadata.tables[of]
    past, (own,) = twin(table).alias(), table.primary_key
    last = select(past.c[column]).where(past.c[own.name] == key)
    return last.order_by(past.c.opened_by.desc()).limit(1).scalar_subquery()
