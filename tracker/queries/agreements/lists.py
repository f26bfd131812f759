"""Agreements as lists show them: filters, orders, and one page of rows with their parties."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Row,
    Subquery,
    any_,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import InstrumentedAttribute, Session

from tracker.domain.partial_dates import PartialDate
from tracker.models import (
    Agreement,
    AgreementCountry,
    AgreementEvent,
    AgreementForm,
    AgreementOfficial,
    AgreementParty,
    AgreementScope,
    Country,
    Mineral,
    Organization,
    Post,
    Sector,
)
from tracker.queries.agreements.kept_order import page_of_country
from tracker.queries.agreements.search import Search, understand
from tracker.queries.agreements.search_as_of import PastSearch, search_past
from tracker.queries.listing.counting import Total, read_total, total_of
from tracker.queries.listing.csv_copy import csv_statement
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.lists import fitting
from tracker.queries.listing.paging import (
    Order,
    Page,
    SortKey,
    by_date,
    by_text,
    from_year,
    is_full,
    read_integer,
    read_text,
    to_year,
)
from tracker.queries.parts.actors import (
    ACTOR_NAME_EN,
    ACTOR_NAME_FR,
    Actor,
    actor_columns,
    gathered_actors,
)
from tracker.queries.parts.capped import RELATED, Capped
from tracker.queries.text import Bilingual, partial_date

_DATE = by_date(Agreement.dated_on)
_ID = SortKey(Agreement.id, read_integer)

ORDERS = {
    "newest": Order("newest", (_DATE, _ID), descending=True),
    "oldest": Order("oldest", (_DATE, _ID)),
    "title_en": Order("title_en", (by_text(Agreement.title_en), _ID)),
    "title_fr": Order("title_fr", (by_text(Agreement.title_fr), _ID)),
    "reference": Order("reference", (SortKey(Agreement.reference, read_text),)),
}
"""The orders of the list; those by date put agreements without one last or first."""

BY_DATE = ("newest", "oldest")


@dataclass(frozen=True)
class AgreementFilters:
    """What the list is narrowed to; None narrows nothing. ``past`` tells that it looks back."""

    q: str | None = None
    country: str | None = None
    mineral: str | None = None
    sector: str | None = None
    form: str | None = None
    status: str | None = None
    review_state: str | None = None
    year_from: int | None = None
    year_to: int | None = None
    official: int | None = None
    organization: int | None = None
    event: int | None = None
    past: bool = False


class AgreementItem(NamedTuple):
    """An agreement as a list shows it."""

    id: int
    reference: str
    title: Bilingual
    form: str
    form_label: Bilingual
    status: str
    signed_on: PartialDate | None
    dated_on: PartialDate | None
    parties: tuple[Actor, ...]


def list_agreements(
    session: Session, filters: AgreementFilters, order: str = "newest", cursor: str | None = None
) -> Page[AgreementItem]:
    """Fetch a page of agreements. Raises ``CursorError`` for a cursor that is not this list's."""
    search = search_of(session, filters)
    by_date = order in BY_DATE
    if isinstance(search, Search) and by_date and filters == AgreementFilters(q=filters.q):
        rows, by = _first_full(session, search, order, cursor)
        total = search.total(session, rows)
    elif filters.country and by_date and filters == AgreementFilters(country=filters.country):
        rows, by, total = _of_country(session, filters.country, order, cursor)
    else:
        by, conditions = ORDERS[order], list(conditions_of(session, filters, search).values())
        rows, total = fitting(
            session, Agreement, item_select(), conditions, order=by, cursor=cursor
        )
    page = Page.of(rows, by, _item, total)
    of_today = filters.past and isinstance(search, Search)
    return replace(page, misspelt=search.misspelt, of_today=of_today) if search else page


def search_of(session: Session, filters: AgreementFilters) -> Search | PastSearch | None:
    """Return what ``q`` asks for; in the past by the words of then, unless they are too many."""
    past = search_past(session, filters.q) if filters.past and filters.q else None
    return past or understand(session, filters.q)


def _first_full(
    session: Session, search: Search, order: str, cursor: str | None
) -> tuple[Sequence[Row[Any]], Order]:
    """Go one way after another until the page is full; the last one finds all that there is."""
    for statement, by in search.pages(item_select(), order, onward=cursor is not None):
        rows = session.execute(statement, search.parameters | by.position(cursor)).all()
        if is_full(rows):
            break
    return rows, by


def _of_country(
    session: Session, code: str, order: str, cursor: str | None
) -> tuple[Sequence[Row[Any]], Order, Total]:
    """Fetch a country's page from where its agreements are kept in the list's order."""
    statement, by = page_of_country(item_select(), order, onward=cursor is not None)
    rows = session.execute(statement, {"country": code} | by.position(cursor)).all()
    conditions = [AgreementCountry.country_code == code]
    if rows:
        return rows, by, read_total(rows[0].fitting, conditions)
    return rows, by, total_of(session, AgreementCountry, conditions)


def whole_list(session: Session, filters: AgreementFilters, order: str) -> AnySelect:
    """Return every agreement that fits, with the names of its parties, for a CSV."""
    search = search_of(session, filters)
    conditions = list(conditions_of(session, filters, search).values())
    parties = _joined_parties(conditions)
    rows = _own_columns().add_columns(*(column for column in parties.c if column.key != "key"))
    rows = rows.outerjoin(parties, parties.c.key == Agreement.id).where(*conditions)
    return csv_statement(rows, ORDERS[order])


def _joined_parties(conditions: list[ColumnElement[bool]]) -> Subquery:
    """Select the names of the parties, in their order, as one text for each agreement that fits.

    All in one pass: a look at each agreement's parties by itself takes several times as long.
    """
    names = {
        "parties": func.coalesce(Country.code, Organization.acronym, Organization.name_en),
        "parties_en": ACTOR_NAME_EN,
        "parties_fr": ACTOR_NAME_FR,
    }
    separator = aggregate_order_by(literal("; "), AgreementParty.position, AgreementParty.id)
    joined = (
        select(
            AgreementParty.agreement_id.label("key"),
            *(func.string_agg(name, separator).label(label) for label, name in names.items()),
        )
        .outerjoin(Country, Country.code == AgreementParty.country_code)
        .outerjoin(Organization, Organization.id == AgreementParty.organization_id)
        .group_by(AgreementParty.agreement_id)
    )
    if conditions:
        fitting = select(Agreement.id).where(*conditions)
        joined = joined.where(AgreementParty.agreement_id.in_(fitting))
    return joined.subquery("joined")


def agreements_where(session: Session, condition: ColumnElement[bool]) -> Capped[AgreementItem]:
    """Fetch the newest agreements for which a condition holds, for another's record."""
    statement = ORDERS["newest"].sort(item_select().where(condition))
    rows = session.execute(statement.limit(RELATED + 1)).all()
    return Capped.first(RELATED, (_item(row) for row in rows))


@cache
def item_select() -> AnySelect:
    """Select what an ``AgreementItem`` is made of."""
    return _own_columns().add_columns(_PARTIES)


def _own_columns() -> AnySelect:
    """Select what an ``AgreementItem`` is made of, but for the parties."""
    return select(
        Agreement.id,
        Agreement.reference,
        Agreement.title_en,
        Agreement.title_fr,
        Agreement.form,
        AgreementForm.label_en.label("form_en"),
        AgreementForm.label_fr.label("form_fr"),
        Agreement.status,
        Agreement.signed_on,
        Agreement.signed_on_precision,
        Agreement.dated_on,
        Agreement.dated_on_precision,
    ).join(AgreementForm, AgreementForm.code == Agreement.form)


_PARTIES = (
    select(
        func.json_agg(
            aggregate_order_by(
                func.json_build_array(*actor_columns()), AgreementParty.position, AgreementParty.id
            )
        )
    )
    .select_from(AgreementParty)
    .outerjoin(Country, Country.code == AgreementParty.country_code)
    .outerjoin(Organization, Organization.id == AgreementParty.organization_id)
    .where(AgreementParty.agreement_id == Agreement.id)
    .correlate(Agreement)
    .scalar_subquery()
    .label("parties")
)
"""The parties of a row's agreement, in their order: one array for each, for ``gathered_actors``."""


def _item(row: Row[Any]) -> AgreementItem:
    return AgreementItem(
        id=row.id,
        reference=row.reference,
        title=Bilingual(row.title_en, row.title_fr),
        form=row.form,
        form_label=Bilingual(row.form_en, row.form_fr),
        status=row.status,
        signed_on=partial_date(row.signed_on, row.signed_on_precision),
        dated_on=partial_date(row.dated_on, row.dated_on_precision),
        parties=gathered_actors(row.parties or ()),
    )


def conditions_of(
    session: Session, filters: AgreementFilters, search: Search | PastSearch | None
) -> dict[str, ColumnElement[bool]]:
    """Return what the filters ask of an agreement, by filter; ``search`` is what ``q`` means."""
    given = {
        name: value for name in _CONDITIONS if (value := getattr(filters, name)) is not None
    } | _with_members(session, filters)
    asked = {name: _CONDITIONS[name](value) for name, value in given.items()}
    return {"q": search.condition(), **asked} if search else asked


def _with_members(session: Session, filters: AgreementFilters) -> dict[str, list[str]]:
    """Fetch the codes that a filter by mineral or sector stands for: its own and its members'.

    Ahead of the list, as the planner knows how many agreements a code has only if it sees the code.
    """
    asked = {
        name: select(literal(name), code).where(or_(code == value, group == value))
        for name, (code, group) in _GROUPED.items()
        if (value := getattr(filters, name)) is not None
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


_CONDITIONS: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    "country": of_country,
    "mineral": of_minerals,
    "sector": of_sectors,
    "form": lambda code: Agreement.form == code,
    "status": lambda status: Agreement.status == status,
    "review_state": lambda state: Agreement.review_state == state,
    "year_from": lambda year: from_year(_DATE, year),
    "year_to": lambda year: to_year(_DATE, year),
    "official": _of_official,
    "organization": of_organization,
    "event": _of_event,
}

_GROUPED: dict[str, tuple[InstrumentedAttribute[str], InstrumentedAttribute[str | None]]] = {
    "mineral": (Mineral.code, Mineral.group_code),
    "sector": (Sector.code, Sector.parent_code),
}
"""The filters by a value that may have members, with the columns of its code and its group."""
