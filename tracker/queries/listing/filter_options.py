"""What a list's filters offer: values to choose from, with their names in both languages."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import CTE, Executable, String, bindparam, cast, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.models import (
    ActionKind,
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
    PostKind,
    Sector,
    ValueChainStage,
)
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.text import Bilingual

OptionsByName = dict[str, list[tuple[str, Bilingual]]]


def _distinct(column: InstrumentedAttribute[Any]) -> CTE:
    """Select a column's distinct values, each looked up in its index after the one before."""
    found = select(func.min(column).label(column.key)).cte(f"{column.key}s", recursive=True)
    after = select(func.min(column)).where(column > found.c[column.key]).scalar_subquery()
    return found.union_all(select(after).where(found.c[column.key].is_not(None)))


_LANGUAGES = _distinct(Document.language)

_VOCABULARIES: dict[str, tuple[Any, Any, Any]] = {
    "action_kind": (ActionKind.code, ActionKind.label_en, ActionKind.label_fr),
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
    "post_kind": (PostKind.code, PostKind.label_en, PostKind.label_fr),
    "sector": (Sector.code, Sector.name_en, Sector.name_fr),
    "value_chain_stage": (
        ValueChainStage.code,
        ValueChainStage.label_en,
        ValueChainStage.label_fr,
    ),
}

_RECORDS: dict[str, tuple[Any, Any, Any]] = {
    "official": (Official.id, Official.name, Official.name),
    "organization": (Organization.id, Organization.name_en, Organization.name_fr),
    "event": (Event.id, Event.title_en, Event.title_fr),
}


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
    known = _VOCABULARIES
    return union_all(
        *(_choice(name, *known[name]).where(known[name][0].is_not(None)) for name in names)
    )


@cache
def _chosen(named: tuple[tuple[str, str], ...]) -> Executable:
    columns = {name: (_VOCABULARIES | _RECORDS)[kind] for name, kind in named}
    return union_all(
        *(
            _choice(name, *found).where(found[0] == bindparam(name))
            for name, found in columns.items()
        )
    )


def _choice(name: str, value: Any, en: Any, fr: Any) -> AnySelect:  # noqa: ANN401 (columns)
    return select(literal(name).label("name"), cast(value, String).label("value"), en, fr)
