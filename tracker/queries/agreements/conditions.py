"""What the filters of the list of agreements ask of an agreement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, any_, exists, func, literal, or_, select, union_all
from sqlalchemy.orm import QueryableAttribute, Session

from tracker.models import (
    Agreement,
    AgreementEvent,
    AgreementOfficial,
    AgreementParty,
    AgreementScope,
    AgreementStatusSpan,
    Mineral,
    Post,
    Sector,
)
from tracker.queries.agreements.items import DATE
from tracker.queries.agreements.search import Search, understand
from tracker.queries.agreements.search_as_of import PastSearch, search_past
from tracker.queries.agreements.statuses import of_status
from tracker.queries.listing.lists import Condition, ListRequest, equals
from tracker.queries.listing.paging import from_year, to_year


@dataclass(frozen=True, kw_only=True)
class GroupCondition(Condition):
    """A condition on codes: that of the filter and, where it is of a group, of its members.

    ``code`` and ``group`` are the columns of the vocabulary that say so.
    """

    code: QueryableAttribute[str]
    group: QueryableAttribute[str | None]


def search_of(session: Session, request: ListRequest) -> Search | PastSearch | None:
    """Return what ``q`` asks for; in the past by the words of then, unless they are too many."""
    q = request.filters.get("q")
    past = search_past(session, q) if request.past and q else None
    return past or understand(session, q)


def conditions_of(
    session: Session, filters: Mapping[str, Any], search: Search | PastSearch | None
) -> dict[str, ColumnElement[bool]]:
    """Return what the filters ask of an agreement, by filter; ``search`` is what ``q`` means."""
    meant = {**filters, "q": search, **_with_members(session, filters)}
    return {
        name: CONDITIONS[name].holds(value) for name, value in meant.items() if value is not None
    }


def _with_members(session: Session, filters: Mapping[str, Any]) -> dict[str, list[str]]:
    """Fetch the codes that a filter by a group stands for: its own and its members'.

    Ahead of the list, as the planner knows how many agreements a code has only if it sees the code.
    """
    asked = {
        name: select(literal(name), of.code).where(or_(of.code == value, of.group == value))
        for name, value in filters.items()
        if isinstance(of := CONDITIONS[name], GroupCondition)
    }
    found: dict[str, list[str]] = {name: [] for name in asked}
    for name, code in session.execute(union_all(*asked.values())) if asked else ():
        found[name].append(code)
    return found


def of_country(code: str) -> ColumnElement[bool]:
    """Have a country as a party."""
    return exists().where(
        AgreementParty.agreement_id == Agreement.id, AgreementParty.country_code == code
    )


def of_minerals(codes: Iterable[str]) -> ColumnElement[bool]:
    """Cover one of some minerals."""
    return exists().where(
        AgreementScope.agreement_id == Agreement.id, AgreementScope.mineral_code.in_(codes)
    )


def of_sectors(codes: Iterable[str]) -> ColumnElement[bool]:
    """Cover one of some sectors."""
    return exists().where(
        AgreementScope.agreement_id == Agreement.id, AgreementScope.sector_code.in_(codes)
    )


def _of_official(official_id: int) -> ColumnElement[bool]:
    return exists().where(
        AgreementOfficial.agreement_id == Agreement.id,
        AgreementOfficial.official_id == official_id,
    )


def of_organization(organization_id: int) -> ColumnElement[bool]:
    """Have an organization as a party, or as the body of an official's post."""
    posts = select(Post.id).where(Post.organization_id == organization_id).scalar_subquery()
    found = union_all(
        select(AgreementParty.agreement_id).where(
            AgreementParty.organization_id == organization_id
        ),
        select(AgreementOfficial.agreement_id).where(
            AgreementOfficial.post_id == any_(func.array(posts))
        ),
    )
    return Agreement.id.in_(found)


def _of_event(event_id: int) -> ColumnElement[bool]:
    return exists().where(
        AgreementEvent.agreement_id == Agreement.id, AgreementEvent.event_id == event_id
    )


CONDITIONS: dict[str, Condition] = {
    "q": Condition(lambda search: search.condition()),
    "country": Condition(of_country, AgreementParty.country_code),
    "mineral": GroupCondition(
        of_minerals, AgreementScope.mineral_code, code=Mineral.code, group=Mineral.group_code
    ),
    "sector": GroupCondition(
        of_sectors, AgreementScope.sector_code, code=Sector.code, group=Sector.parent_code
    ),
    "form": equals(Agreement.form),
    "status": Condition(of_status, AgreementStatusSpan.status),
    "review_state": equals(Agreement.review_state),
    "year_from": Condition(lambda year: from_year(DATE, year)),
    "year_to": Condition(lambda year: to_year(DATE, year)),
    "official": Condition(_of_official),
    "organization": Condition(of_organization),
    "event": Condition(_of_event),
}
"""What each filter asks; its column, where it has one, is the agreement's or one of its parts'."""
