"""What rows are called, or were called before they were removed: said here for every table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Select,
    SQLColumnExpression,
    Text,
    bindparam,
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

InBoth: TypeAlias = tuple[ColumnElement[str], ColumnElement[str]]
"""The same in English and in French."""

NameOf: TypeAlias = Callable[[str, SQLColumnExpression[Any]], InBoth]
"""Looks up what the row of a table with a key is called."""


class Naming(NamedTuple):
    """Columns of a table: the key of its rows, and what they are called in English and French."""

    key: ColumnElement[Any]
    en: ColumnElement[str]
    fr: ColumnElement[str]


@dataclass(frozen=True)
class RecordName(Bilingual):
    """What a row is called; of one that is ``gone``, what it was called last."""

    gone: bool = False


_PATTERNS = ("name_{}", "title_{}", "label_{}", "name", "title", "text", "exact", "reference")
_ACTORS = (("country", "country_code"), ("organization", "organization_id"))


def current_name(table: str, key: SQLColumnExpression[Any]) -> InBoth:
    """Look up what the row with a key is called."""
    own, *called = naming(table, Base.metadata.tables[table].alias())
    english, french = (select(each).where(own == key).scalar_subquery() for each in called)
    return english, french


def naming(
    table: str,
    rows: FromClause | None = None,
    *,
    untitled: str = "publisher",
    look_up: NameOf = current_name,
) -> Naming:
    """Say what calls a table's rows: columns of theirs or, where they stand for somebody, who.

    ``rows`` are an alias or the twin of the table. A document without a title goes by its
    publisher, or by the column ``untitled``. Raises ``LookupError`` where rows have no name.
    """
    of = Base.metadata.tables[table]
    found = of if rows is None else rows
    key = found.c[_own(table).name]
    for pattern in _PATTERNS:
        english, french = (pattern.format(language) for language in ("en", "fr"))
        if english in of.c:
            if table == "document":
                title = func.coalesce(found.c[english], found.c[untitled])
                return Naming(key, title, title)
            return Naming(key, found.c[english], found.c[french])
    return Naming(key, *_actor(table, found, look_up))


def _actor(table: str, rows: FromClause, look_up: NameOf) -> InBoth:
    """Say whom rows stand for: the country or the organization that they point at."""
    if not all(column in rows.c for _, column in _ACTORS):
        raise LookupError(f"rows of {table} have no name")
    found = (look_up(actor, rows.c[column]) for actor, column in _ACTORS)
    english, french = zip(*found, strict=True)
    return func.coalesce(*english), func.coalesce(*french)


def _own(table: str) -> Column[Any]:
    """Return a table's key."""
    return next(iter(Base.metadata.tables[table].primary_key))


def names(session: Session, asked: Iterable[RowKey]) -> dict[RowKey, RecordName]:
    """Return what rows are called, by the last version of each that the history has; one query.

    Rows that never were, and rows of tables whose rows have no name, are left out.
    """
    keys: dict[str, list[Any]] = {}
    for table, key in dict.fromkeys(asked):
        keys.setdefault(table, []).append(_own(table).type.python_type(key))
    statements = [found for table in keys if (found := _last_versions(table)) is not None]
    if not statements:
        return {}
    rows = session.execute(union_all(*statements), keys).all()
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


@cache
def _last_versions(table: str) -> Select[Any] | None:
    """Select key and name of the last version of rows, whose keys are the parameter of this name.

    None where a table's rows have no name.
    """
    past = twin(Base.metadata.tables[table])
    try:
        key, english, french = naming(table, past, look_up=_last_name)
    except LookupError:
        return None
    last = (
        select(
            literal(table).label("of"),
            cast(key, Text).label("key"),
            cast(english, Text).label("name_en"),
            cast(french, Text).label("name_fr"),
            past.c.closed_by.is_not(None).label("gone"),
        )
        .ext(distinct_on(key))
        .where(key.in_(bindparam(table, expanding=True)))
        .order_by(key, past.c.opened_by.desc())
    )
    return select(last.subquery())


def _last_name(table: str, key: SQLColumnExpression[Any]) -> InBoth:
    """Look up what the row with a key was called last."""
    past = twin(Base.metadata.tables[table]).alias()
    own, *called = naming(table, past)
    last = select(*called).where(own == key).order_by(past.c.opened_by.desc()).limit(1)
    english, french = (last.with_only_columns(each).scalar_subquery() for each in called)
    return english, french
