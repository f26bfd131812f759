"""What a list's filters offer: every value that can be chosen, with its name in both languages."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import CTE, String, cast, func, literal, select, union_all
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
from tracker.queries.text import Bilingual


def _distinct(column: InstrumentedAttribute[Any]) -> CTE:
    """Select a column's distinct values, each looked up in its index after the one before."""
    found = select(func.min(column).label(column.key)).cte(f"{column.key}s", recursive=True)
    after = select(func.min(column)).where(column > found.c[column.key]).scalar_subquery()
    return found.union_all(select(after).where(found.c[column.key].is_not(None)))


Choices = dict[str, list[tuple[str, Bilingual]]]

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
    selects = [
        select(literal(name).label("name"), cast(value, String).label("value"), en, fr).where(
            value.is_not(None)
        )
        for name, (value, en, fr) in ((name, _VOCABULARIES[name]) for name in vocabularies)
    ] + [
        select(literal(name), cast(_RECORDS[name][0], String), *_RECORDS[name][1:]).where(
            _RECORDS[name][0] == key
        )
        for name, key in (records or {}).items()
    ]
    found: Choices = {name: [] for name in (*vocabularies, *(records or {}))}
    for name, value, en, fr in session.execute(union_all(*selects)):
        found[name].append((value, Bilingual(en, fr)))
    return found
