"""Agreements as lists and other records show them: one row each, with its parties."""

from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from tracker.domain.partial_dates import PartialDate
from tracker.models import Agreement, AgreementForm, AgreementParty, Country, Organization
from tracker.queries.agreements.statuses import STATUS
from tracker.queries.listing.expressions import AnyExpression, AnySelect
from tracker.queries.listing.paging import (
    Order,
    SortKey,
    by_date,
    by_text,
    read_integer,
    read_text,
)
from tracker.queries.parts.actors import Actor, actor_columns, gathered_actors
from tracker.queries.parts.capped import RELATED, Capped
from tracker.queries.text import Bilingual, partial_date

DATE = by_date(Agreement.dated_on)
_ID = SortKey(Agreement.id, read_integer)

ORDERS = {
    "newest": Order("newest", (DATE, _ID), descending=True),
    "oldest": Order("oldest", (DATE, _ID)),
    "title_en": Order("title_en", (by_text(Agreement.title_en), _ID)),
    "title_fr": Order("title_fr", (by_text(Agreement.title_fr), _ID)),
    "reference": Order("reference", (SortKey(Agreement.reference, read_text),)),
}
"""The orders of the list; those by date put agreements without one last or first."""

BY_DATE = ("newest", "oldest")


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


def agreements_where(session: Session, condition: ColumnElement[bool]) -> Capped[AgreementItem]:
    """Fetch the newest agreements for which a condition holds, for another's record."""
    statement = ORDERS["newest"].sort(item_select().where(condition))
    rows = session.execute(statement.limit(RELATED + 1)).all()
    return Capped.first(RELATED, (read_item(row) for row in rows))


@cache
def item_select() -> AnySelect:
    """Select what an ``AgreementItem`` is made of."""
    return own_columns(STATUS).add_columns(_PARTIES)


def own_columns(status: AnyExpression) -> AnySelect:
    """Select what an ``AgreementItem`` is made of, but for the parties."""
    return select(
        Agreement.id,
        Agreement.reference,
        Agreement.title_en,
        Agreement.title_fr,
        Agreement.form,
        AgreementForm.label_en.label("form_en"),
        AgreementForm.label_fr.label("form_fr"),
        status,
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


def read_item(row: Row[Any]) -> AgreementItem:
    """Make an item of a row that ``item_select`` selected."""
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
