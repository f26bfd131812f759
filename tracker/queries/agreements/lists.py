"""The list of agreements: its pages, the whole of it, and the choices of its filters."""

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import ColumnElement, Subquery, and_, func, literal, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from tracker.models import (
    Agreement,
    AgreementParty,
    AgreementStatusSpan,
    Country,
    Organization,
)
from tracker.queries.agreements.conditions import CONDITIONS, conditions_of, search_of
from tracker.queries.agreements.facets import count_choices
from tracker.queries.agreements.items import (
    ORDERS,
    AgreementItem,
    item_select,
    own_columns,
    read_item,
)
from tracker.queries.agreements.search import Search
from tracker.queries.agreements.statuses import ON_THE_DAY, statuses_about
from tracker.queries.agreements.strategies import strategy_for
from tracker.queries.listing.counting import is_small
from tracker.queries.listing.csv_copy import csv_statement
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.lists import Facets, ListQuery, ListRequest, read_facets
from tracker.queries.listing.paging import Page
from tracker.queries.parts.actors import ACTOR_NAME_EN, ACTOR_NAME_FR


class AgreementListQuery(ListQuery[AgreementItem]):
    """The list of agreements: the one that is searched by an index, and the longest."""

    def page(
        self, session: Session, request: ListRequest, cursor: str | None = None
    ) -> Page[AgreementItem]:
        """Fetch a page, by the shortest way to it. Raises ``CursorError`` as all lists do."""
        search = search_of(session, request)
        found = strategy_for(session, request, search).find(session, request.order, cursor)
        page = Page.of(found.rows, found.order, self.item, found.total)
        of_today = request.past and isinstance(search, Search)
        return replace(page, misspelt=search.misspelt, of_today=of_today) if search else page

    def whole(self, session: Session, request: ListRequest) -> AnySelect:
        """Return every agreement that fits, with the names of its parties, for a CSV."""
        search = search_of(session, request)
        conditions = list(conditions_of(session, request.filters, search).values())
        parties = _joined_parties(conditions)
        on_the_day = and_(AgreementStatusSpan.agreement_id == Agreement.id, ON_THE_DAY)
        rows = own_columns(AgreementStatusSpan.status).join(AgreementStatusSpan, on_the_day)
        rows = rows.add_columns(*(each for each in parties.c if each.key != "key"))
        rows = rows.outerjoin(parties, parties.c.key == Agreement.id).where(*conditions)
        return csv_statement(rows, self.orders[request.order])

    def about(self, session: Session, names: Collection[str]) -> Facets:
        """Tell about how many of all agreements have each choice; a status, today."""
        told = super().about(session, [name for name in names if name != "status"])
        return told | {"status": statuses_about(session)} if "status" in names else told

    def facets(self, session: Session, request: ListRequest, names: Collection[str]) -> Facets:
        """Count the choices of filters among the agreements that the other filters leave."""
        if not request.filters and not request.past and not is_small(session, "agreement"):
            return self.about(session, names)
        search = search_of(session, request)
        conditions = conditions_of(session, request.filters, search)
        return read_facets(session, names, count_choices(request, conditions, names))


AGREEMENTS = AgreementListQuery(
    table=Agreement, rows=item_select(), conditions=CONDITIONS, orders=ORDERS, item=read_item
)


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
