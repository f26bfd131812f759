"""How many of the agreements that fit stand behind each choice of a filter."""

from dataclasses import replace

from sqlalchemy import CTE, func, literal, select, union, union_all
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.models import Agreement, AgreementParty, AgreementScope, Mineral, Sector
from tracker.queries.agreements import ORDERS, AgreementFilters, conditions_of
from tracker.queries.paging import AnySelect
from tracker.queries.tallies import COUNTED_UP_TO, Exactness, Total, is_small, tally

Facets = dict[str, dict[str, Total]]

_COLUMNS: dict[str, InstrumentedAttribute[str | None] | InstrumentedAttribute[str]] = {
    "country": AgreementParty.country_code,
    "form": Agreement.form,
    "mineral": AgreementScope.mineral_code,
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
    for name, value, number, seen in session.execute(
        union_all(*(_count(name, filters) for name in _COLUMNS))
    ):
        how = Exactness.MORE_THAN if seen > COUNTED_UP_TO else Exactness.EXACT
        facets[name][value] = Total(number, how)
    return facets


def _about(
    session: Session, column: InstrumentedAttribute[str | None] | InstrumentedAttribute[str]
) -> dict[str, Total]:
    found = tally(session, column)
    return {value: Total(number, Exactness.ABOUT) for value, number in found.counts.items()}


def _count(name: str, filters: AgreementFilters) -> AnySelect:
    """Select each choice of one filter with its number, and how many agreements were seen."""
    found = select(Agreement.id).where(*conditions_of(replace(filters, **{name: None})))
    fitting = ORDERS["newest"].sort(found).limit(COUNTED_UP_TO + 1).cte(f"fitting_{name}")
    seen = select(func.count()).select_from(fitting).scalar_subquery()
    ties = union(*_ties(name, fitting)).subquery(f"ties_{name}")
    return (
        select(literal(name), ties.c.value, func.count(), seen)
        .where(ties.c.value.is_not(None))
        .group_by(ties.c.value)
    )


def _ties(name: str, fitting: CTE) -> list[AnySelect]:
    """Select the fitting agreements with the values that find them; a group finds its members."""
    found = fitting.c.id.label("agreement_id")
    party = AgreementParty.agreement_id == fitting.c.id
    scope = AgreementScope.agreement_id == fitting.c.id
    match name:
        case "country":
            return [select(AgreementParty.country_code.label("value"), found).join(fitting, party)]
        case "mineral":
            minerals = select(found).join(AgreementScope, scope)
            minerals = minerals.join(Mineral, Mineral.code == AgreementScope.mineral_code)
            return [
                minerals.with_only_columns(value.label("value"), found)
                for value in (Mineral.code, Mineral.group_code)
            ]
        case "sector":
            sectors = select(found).join(AgreementScope, scope)
            sectors = sectors.join(Sector, Sector.code == AgreementScope.sector_code)
            return [
                sectors.with_only_columns(value.label("value"), found)
                for value in (Sector.code, Sector.parent_code)
            ]
        case _:
            same = Agreement.id == fitting.c.id
            return [select(_COLUMNS[name].label("value"), found).join(fitting, same)]
