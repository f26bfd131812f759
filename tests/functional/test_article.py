"""Every fact that the first article states is in the seeded database, with the words that say it.

The article's text is not held. That each quotation stands where it says was checked against the
text when the seeds were written; here the positions have to agree with the words and one another.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from tests.support.article_facts import (
    ARTICLE,
    FACTS,
    RUBIO,
    SECRETARY_OF_STATE,
    TALKS,
    TOKAYEV,
    VISIT,
    Fact,
    event,
    person,
    subject_of,
    unsaid,
)
from tests.support.cluster import Cluster
from tracker.db.engine import Database
from tracker.models import (
    Agreement,
    Citation,
    Document,
    Event,
    EventParticipant,
    MissingValue,
    Official,
    OfficialName,
    Passage,
)

ARTICLE_SHA256 = "cddd1ef5112bd6bbd0cbef0a960ced8234eb0cd4cbf8b99e69c20ad3e61370b2"
ARTICLE_LENGTH = 2741


@pytest.fixture(scope="module")
def seeded_database(cluster: Cluster, seeded_template: str) -> Iterator[Database]:
    with cluster.copy(seeded_template) as database:
        yield database


@pytest.fixture
def seeded(seeded_database: Database) -> Iterator[Session]:
    with seeded_database.session() as session:
        yield session


@pytest.mark.parametrize("fact", FACTS, ids=[fact.name for fact in FACTS])
def test_fact_has_its_words(seeded: Session, fact: Fact) -> None:
    assert unsaid(seeded, fact) == []


def test_tenth_summit_unites_six_countries_and_no_other(seeded: Session) -> None:
    codes = seeded.scalars(
        select(EventParticipant.country_code)
        .join(Event, Event.id == EventParticipant.event_id)
        .where(Event.series == "C5+1", Event.ordinal == 10)
    )
    assert sorted(filter(None, codes)) == ["KG", "KZ", "TJ", "TM", "US", "UZ"]


def test_article_is_quoted_but_not_held(seeded: Session) -> None:
    article = seeded.scalars(select(Document).where(Document.url == ARTICLE)).one()
    lengths = [len(passage.exact) for passage in _passages(seeded)]

    assert (article.text, article.sha256, article.published_on) == (None, ARTICLE_SHA256, None)
    assert max(lengths) <= 100
    assert sum(lengths) < ARTICLE_LENGTH / 2


def test_passages_fit_their_hashes_and_positions(seeded: Session) -> None:
    passages = _passages(seeded)
    spans = [(passage.start_offset or 0, passage.end_offset or 0) for passage in passages]

    for passage, (start, end) in zip(passages, spans, strict=True):
        assert passage.sha256 == hashlib.sha256(passage.exact.encode()).hexdigest()
        assert end - start == len(passage.exact)
        assert passage.language == "fr"
        assert passage.translation_en
    assert all(end <= following for (_, end), (following, _) in pairwise(spans))
    assert 0 < spans[0][0] < spans[-1][1] <= ARTICLE_LENGTH


def test_each_passage_speaks_of_something(seeded: Session) -> None:
    cited = exists().where(Citation.passage_id == Passage.id)
    idle = seeded.scalars(
        select(Passage.exact).join(Document).where(Document.url == ARTICLE, ~cited)
    )
    assert idle.all() == []


def test_day_and_place_come_from_other_sources(seeded: Session) -> None:
    signed = seeded.scalars(select(Agreement).where(Agreement.reference == "A001")).one()
    sources = seeded.execute(
        select(Citation.field, Document.publisher)
        .join(Document, Document.id == Citation.document_id)
        .where(Citation.agreement_id == signed.id, Citation.field.in_(["happened_on", "place_en"]))
    ).all()

    assert (signed.signed_on, signed.signed_on_precision) == (date(2025, 11, 6), "day")
    assert signed.place_en == "Washington, D.C."
    assert {tuple(source) for source in sources} >= {
        ("happened_on", "Anadolu"),
        ("place_en", "Anadolu"),
    }
    assert "Business AM" not in {publisher for _, publisher in sources}


@pytest.mark.parametrize(
    ("name", "variant", "kind"),
    [
        ("Howard Lutnick", "Howard Lutnik", "misspelling"),
        (TOKAYEV, "Kassym-Jomart Tokaïev", "transliteration"),
    ],
)
def test_dispatch_has_spellings_of_its_own(
    seeded: Session, name: str, variant: str, kind: str
) -> None:
    kinds = seeded.scalars(
        select(OfficialName.kind)
        .join(Official, Official.id == OfficialName.official_id)
        .join(Citation, Citation.official_name_id == OfficialName.id)
        .join(Document, Document.id == Citation.document_id)
        .where(Official.name == name, OfficialName.text == variant, Document.publisher == "Anadolu")
    ).all()
    assert kinds == [kind]


@pytest.mark.parametrize(
    ("fact", "field", "chosen", "rejected"),
    [
        (event(VISIT, "visit"), "starts_on", "2025-11-06", {"2025-10-06", "2025-11-05"}),
        (
            person(TALKS, RUBIO, "participant", (SECRETARY_OF_STATE, "US")),
            "official_id",
            RUBIO,
            {"Antony Blinken"},
        ),
    ],
    ids=["day of the visit", "Secretary of State"],
)
def test_disagreement_is_kept_and_settled(
    seeded: Session, fact: Fact, field: str, chosen: str, rejected: set[str]
) -> None:
    stated = seeded.scalars(
        select(Citation).where(
            Citation.subject == subject_of(seeded, fact),
            Citation.field == field,
            Citation.stated_value.is_not(None),
        )
    ).all()
    assert {each.stated_value for each in stated if each.stance == "contradicts"} == rejected
    assert [each.stated_value for each in stated if each.chosen_reason] == [chosen]


def test_what_no_source_says_has_its_reason(seeded: Session) -> None:
    missing = seeded.execute(
        select(MissingValue.field, MissingValue.reason)
        .outerjoin(Agreement, Agreement.id == MissingValue.agreement_id)
        .outerjoin(Event, Event.id == MissingValue.event_id)
        .where(or_(Agreement.reference == "A001", Event.title_en == VISIT))
    ).all()
    assert {tuple(row) for row in missing} == {
        ("commitments", "not_stated"),
        ("ends_on", "not_stated"),
    }


def _passages(session: Session) -> Sequence[Passage]:
    return session.scalars(
        select(Passage)
        .join(Document, Document.id == Passage.document_id)
        .where(Document.url == ARTICLE)
        .order_by(Passage.start_offset)
    ).all()
