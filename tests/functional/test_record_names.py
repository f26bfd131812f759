"""A record is called the same wherever it is named: in forms, filters, citations, history."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.db.engine import Database
from tracker.domain.record_types import WITH_PAGES
from tracker.models import Citation
from tracker.models.shapes import RECORDS
from tracker.queries.lookup.cited_records import records_of
from tracker.queries.lookup.filter_options import chosen_of
from tracker.queries.lookup.record_lookup import named
from tracker.queries.lookup.record_names import names
from tracker.queries.text import Bilingual

CALLED_BY_NAMES_ALONE = sorted({each.table for each in WITH_PAGES} - {"document"})
"""Not documents: one without a title goes by its publisher, and in forms by its address."""


def first_key(session: Session, table: str) -> Any:  # noqa: ANN401 (a key)
    key = RECORDS[table].key
    return session.execute(select(key).order_by(key).limit(1)).scalar_one()


@pytest.mark.parametrize("table", CALLED_BY_NAMES_ALONE)
def test_a_record_is_called_the_same_everywhere(seeded_database: Database, table: str) -> None:
    with seeded_database.session() as session:
        key = first_key(session, table)
        (last,) = names(session, [(table, str(key))]).values()
        called = Bilingual(last.en, last.fr)
        assert not last.gone
        assert named(session, [f"{table}:{key}"])[f"{table}:{key}"].name == called
        assert chosen_of(session, {table: table}, {table: key}) == {table: [(str(key), called)]}
        citation = Citation(id=1, **{RECORDS[table].link: key})
        assert records_of(session, [citation])[1].name == called


def test_what_is_on_anothers_page_goes_by_the_other(seeded_database: Database) -> None:
    with seeded_database.session() as session:
        cited = session.scalars(
            select(Citation).where(Citation.criticality_listing_id.is_not(None)).limit(1)
        ).one()
        found = records_of(session, [cited])[cited.id]
        assert found.collection == "minerals"
        (mineral,) = names(session, [("mineral", str(found.key))]).values()
        assert found.name == Bilingual(mineral.en, mineral.fr)
