"""What a list's filters offer: every value that can be chosen, with its name in both languages."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import CTE, Executable, String, bindparam, cast, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.models import (
    AgreementForm,
    Country,
    CriticalityList,
    Document,
    Event,
    EventKind,
    Mineral,
    Official,
    Organization,
    OrganizationKind,
    Sector,
)
from tracker.queries.paging import AnySelect
from tracker.queries.text import Bilingual

Choices = dict[str, list[tuple[str, Bilingual]]]


def _distinct(column: InstrumentedAttribute[Any]) -> CTE:
    """Select a column's distinct values, each looked up in its index after the one before."""
    found = select(func.min(column).label(column.key)).cte(f"{column.key}s", recursive=True)
    after = select(func.min(column)).where(column > found.c[column.key]).scalar_subquery()
    return found.union_all(select(after).where(found.c[column.key].is_not(None)))


_LANGUAGES = _distinct(Document.language)

_VOCABULARIES: dict[str, tuple[Any, Any, Any]] = {
    "country": (Country.code, Country.name_en, Country.name_fr),
    "criticality_list": (CriticalityList.id, CriticalityList.name_en, CriticalityList.name_fr),
    "event_kind": (EventKind.code, EventKind.label_en, EventKind.label_fr),
    "language": (_LANGUAGES.c.language, _LANGUAGES.c.language, _LANGUAGES.c.language),
    "form": (AgreementForm.code, AgreementForm.label_en, AgreementForm.label_fr),
    "mineral": (Mineral.code, Mineral.name_en, Mineral.name_fr),
    "organization_kind": (
        OrganizationKind.code,
        OrganizationKind.label_en,
        OrganizationKind.label_fr,
    ),
    "sector": (Sector.code, Sector.name_en, Sector.name_fr),
}

_RECORDS: dict[str, tuple[Any, Any, Any]] = {
    "official": (Official.id, Official.name, Official.name),
    "organization": (Organization.id, Organization.name_en, Organization.name_fr),
    "event": (Event.id, Event.title_en, Event.title_fr),
}


def choices_of(
    session: Session, *vocabularies: str, records: Mapping[str, int] | None = None
) -> Choices:
    """Fetch vocabularies whole, and of each kind in ``records`` the one with that id, if any.

    One query, whatever is asked for.
    """
    keys = records or {}
    found: Choices = {name: [] for name in (*vocabularies, *keys)}
    for name, value, en, fr in session.execute(_statement(vocabularies, tuple(keys)), keys):
        found[name].append((value, Bilingual(en, fr)))
    return found


@cache
def _statement(vocabularies: tuple[str, ...], records: tuple[str, ...]) -> Executable:
    """Write the query once: to write it takes longer than to run it."""
    whole = (
        _choice(name, *_VOCABULARIES[name]).where(_VOCABULARIES[name][0].is_not(None))
        for name in vocabularies
    )
    one = (
        _choice(name, *_RECORDS[name]).where(_RECORDS[name][0] == bindparam(name))
        for name in records
    )
    return union_all(*whole, *one)


def _choice(name: str, value: Any, en: Any, fr: Any) -> AnySelect:  # noqa: ANN401 (columns)
    return select(literal(name).label("name"), cast(value, String).label("value"), en, fr)
