"""What a list's filters offer: values to choose from, with their names in both languages."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import CTE, Executable, String, bindparam, cast, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.models import Document
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.lookup.record_names import Naming, naming
from tracker.queries.text import Bilingual

OptionsByName = dict[str, list[tuple[str, Bilingual]]]

_TABLES = {"form": "agreement_form"}
"""The tables of those that are not called as theirs."""


def choices_of(session: Session, vocabularies: Iterable[str]) -> OptionsByName:
    """Fetch vocabularies whole, in one query; in none where there are none."""
    names = tuple(vocabularies)
    return _fetch(session, _whole(names), {}) if names else {}


def chosen_of(
    session: Session, kinds: Mapping[str, str], chosen: Mapping[str, str | int]
) -> OptionsByName:
    """Fetch for each filter the one that is chosen of its vocabulary or kind of record, if any is.

    One query, whatever is asked for; none where nothing is.
    """
    named = tuple((name, kinds[name]) for name in chosen)
    return _fetch(session, _chosen(named), chosen) if chosen else {}


def _fetch(
    session: Session, statement: Executable, chosen: Mapping[str, str | int]
) -> OptionsByName:
    found: OptionsByName = {}
    for name, value, en, fr in session.execute(statement, chosen):
        found.setdefault(name, []).append((value, Bilingual(en, fr)))
    return found


@cache
def _whole(names: tuple[str, ...]) -> Executable:
    """Write the query once: to write it takes longer than to run it."""
    found = {name: _options(name) for name in names}
    return union_all(
        *(_choice(name, each).where(each.key.is_not(None)) for name, each in found.items())
    )


@cache
def _chosen(named: tuple[tuple[str, str], ...]) -> Executable:
    found = {name: _options(kind) for name, kind in named}
    return union_all(
        *(_choice(name, each).where(each.key == bindparam(name)) for name, each in found.items())
    )


def _options(name: str) -> Naming:
    if name == "language":
        code = _distinct(Document.language).c.language
        return Naming(code, code, code)
    return naming(_TABLES.get(name, name))


def _distinct(column: InstrumentedAttribute[Any]) -> CTE:
    """Select a column's distinct values, each looked up in its index after the one before."""
    found = select(func.min(column).label(column.key)).cte(f"{column.key}s", recursive=True)
    after = select(func.min(column)).where(column > found.c[column.key]).scalar_subquery()
    return found.union_all(select(after).where(found.c[column.key].is_not(None)))


def _choice(name: str, of: Naming) -> AnySelect:
    return select(literal(name).label("name"), cast(of.key, String).label("value"), of.en, of.fr)
