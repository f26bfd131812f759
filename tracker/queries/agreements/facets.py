"""How many of the rows of a list that fit stand behind each choice of a filter."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    func,
    literal,
    literal_column,
    select,
    true,
    union,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.models import Agreement, AgreementParty, AgreementScope, Mineral, Sector
from tracker.queries.agreements.kept_order import newest_of_country
from tracker.queries.agreements.lists import (
    ORDERS,
    AgreementFilters,
    conditions_of,
    search_of,
)
from tracker.queries.agreements.search import Search
from tracker.queries.agreements.search_as_of import PastSearch
from tracker.queries.listing.counting import Exactness, Total, capped, is_small, part_of_capped
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.lists import ListQuery
from tracker.queries.listing.statistics import tally

Facets = dict[str, dict[str, Total]]

_COLUMNS: dict[str, InstrumentedAttribute[str | None] | InstrumentedAttribute[str]] = {
    "country": AgreementParty.country_code,
    "form": Agreement.form,
    "mineral": AgreementScope.mineral_code,
    "review_state": Agreement.review_state,
    "sector": AgreementScope.sector_code,
    "status": Agreement.status,
}
"""The filters whose choices are counted, and the column that each chooses from."""


def agreement_facets(session: Session, filters: AgreementFilters) -> Facets:
    """Count the choices of each filter among the agreements that the other filters leave.

    Of many agreements only the newest ``COUNTED_UP_TO`` are looked at, and the numbers say so.
    """
    if filters == AgreementFilters() and not is_small(session, "agreement"):
        return {name: _about(session, column) for name, column in _COLUMNS.items()}
    facets: Facets = {name: {} for name in _COLUMNS}
    search = search_of(session, filters)
    for name, value, number, seen in session.execute(
        union_all(*(_count(name, cte) for name, cte in _fitting(session, filters, search).items()))
    ):
        facets[name][value] = part_of_capped(number, seen)
    return facets


def list_facets(session: Session, query: ListQuery[Any], filters: Mapping[str, Any]) -> Facets:
    """Count the choices of each of a list's own columns among the rows that other filters leave."""
    if not query.counted:
        return {}
    if not filters and not is_small(session, query.table.__tablename__):
        return {name: _about(session, column) for name, column in query.counted.items()}
    facets: Facets = {name: {} for name in query.counted}
    for name, value, number, seen in session.execute(
        union_all(*(_count_column(query, name, filters) for name in query.counted))
    ):
        facets[name][value] = part_of_capped(number, seen)
    return facets


def _count_column(query: ListQuery[Any], name: str, filters: Mapping[str, Any]) -> AnySelect:
    """Select each value of a column with its number of rows, and how many rows were seen."""
    conditions = [query.conditions[each](value) for each, value in filters.items() if each != name]
    value = query.counted[name].label("value")
    some = select(value).select_from(query.table).where(*conditions)
    fitting = capped(some).subquery(f"fitting_{name}")
    seen = func.sum(func.count()).over()
    return select(literal(name), fitting.c.value, func.count(), seen).group_by(fitting.c.value)


def _about(
    session: Session, column: InstrumentedAttribute[str | None] | InstrumentedAttribute[str]
) -> dict[str, Total]:
    found = tally(session, column)
    return {value: Total(number, Exactness.ABOUT) for value, number in found.counts.items()}


def _fitting(
    session: Session, filters: AgreementFilters, search: Search | PastSearch | None
) -> dict[str, CTE]:
    """Select for each filter the newest agreements that the others leave: once, where the same."""
    conditions = conditions_of(session, filters, search)
    without = {name: name if name in conditions else "none" for name in _COLUMNS}
    newest = {
        left_out: capped(
            _newest(
                filters, {name: asked for name, asked in conditions.items() if name != left_out}
            )
        ).cte(f"fitting_without_{left_out}")
        for left_out in dict.fromkeys(without.values())
    }
    return {name: newest[left_out] for name, left_out in without.items()}


def _newest(filters: AgreementFilters, conditions: dict[str, ColumnElement[bool]]) -> AnySelect:
    """Select the agreements that fit, newest first; a country's alone where they are kept so."""
    if filters.country and not filters.past and set(conditions) == {"country"}:
        return newest_of_country(filters.country)
    return ORDERS["newest"].sort(select(Agreement.id)).where(*conditions.values())


def _count(name: str, fitting: CTE) -> AnySelect:
    """Select each choice of one filter with its number, and how many agreements were seen."""
    seen = select(func.count()).select_from(fitting).scalar_subquery()
    ties = union(*_ties(name, fitting)).subquery(f"ties_{name}")
    return (
        select(literal(name), ties.c.value, func.count(), seen)
        .where(ties.c.value.is_not(None))
        .group_by(ties.c.value)
    )


def _ties(name: str, fitting: CTE) -> list[AnySelect]:
    """Select the fitting agreements with the values that find them; a group finds its members."""
    scope = select(AgreementScope.agreement_id)
    match name:
        case "country":
            values = [select(AgreementParty.country_code).where(_is(AgreementParty, fitting))]
        case "mineral":
            scope = scope.join(Mineral, Mineral.code == AgreementScope.mineral_code)
            values = [
                scope.with_only_columns(value).where(_is(AgreementScope, fitting))
                for value in (Mineral.code, Mineral.group_code)
            ]
        case "sector":
            scope = scope.join(Sector, Sector.code == AgreementScope.sector_code)
            values = [
                scope.with_only_columns(value).where(_is(AgreementScope, fitting))
                for value in (Sector.code, Sector.parent_code)
            ]
        case _:
            values = [select(_COLUMNS[name]).where(Agreement.id == fitting.c.id)]
    return [_of_each(fitting, value) for value in values]


def _is(part: type[AgreementParty | AgreementScope], fitting: CTE) -> ColumnElement[bool]:
    return part.agreement_id == fitting.c.id


def _of_each(fitting: CTE, values: AnySelect) -> AnySelect:
    """Select values of each agreement, looked up one by one: OFFSET keeps the planner to that.

    It takes so many agreements for more, and would rather read the whole table of their parts.
    """
    looked_up = values.correlate(fitting).offset(literal_column("0")).lateral()
    value = looked_up.c[0].label("value")
    return select(value, fitting.c.id.label("agreement_id")).join(looked_up, true())
