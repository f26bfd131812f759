"""The first article is entered by keyboard alone into a database that has only reference data."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.article_facts import ARTICLE, FACTS, GOR_MEETING, SUMMIT, TALKS, unsaid
from tests.support.browsing import Open, enter, served
from tests.support.cluster import Cluster
from tests.support.people import make_app
from tests.support.typist import Typist
from tracker.db.engine import Database
from tracker.domain.drafts import KEY, Draft, content, parts_of
from tracker.domain.permissions import Role
from tracker.models import Agreement, Document, Event
from tracker.queries.history.drafts import read_draft
from tracker.queries.lookup.record_lookup import called, named
from tracker.seeding import Seeds, load

KINDS = {
    "country_code": "country:",
    "document_id": "source:",
    "event_id": "event:",
    "official_id": "official:",
    "organization_id": "organization:",
    "parent_id": "event:",
    "place_country_code": "country:",
    "post_id": "post:",
    "sector_code": "sector:",
    "what": "",
    "who": "",
}
"""The fields that hold other records, and what their values lack to be tokens."""
SUBJECTS = {
    "agreement": "Agreements",
    "event": "Events",
    "official": "Officials",
    "organization": "Organizations",
    "source": "Sources",
}


@pytest.fixture(scope="module")
def bare_database(cluster: Cluster, migrated_template: str) -> Iterator[Database]:
    """A database with reference data alone."""
    with cluster.copy(migrated_template) as database:
        with database.session() as session:
            load(session, Seeds.read(), ("reference",))
            session.commit()
        yield database


@pytest.fixture(scope="module")
def site(bare_database: Database) -> Iterator[str]:
    with served(make_app(bare_database)) as address:
        yield address


def test_what_the_article_tells_is_entered_by_keyboard_alone(
    open_page: Open, bare_database: Database, site_database: Database
) -> None:
    page = open_page("/en/")
    enter(page, bare_database, "editor", Role.EDITOR)
    with site_database.session() as there, bare_database.session() as here:
        clerk = Clerk(page, there, here)
        clerk.enter("agreement", clerk.agreement)
        for title in (SUMMIT, TALKS, GOR_MEETING):
            clerk.enter("event", there.scalars(select(Event.id).filter_by(title_en=title)).one())
        for (kind, name), draft in clerk.entered.items():
            (found,) = called(here, [kind], name)
            assert _with_names(here, _read(here, kind, found.key)) == draft, name
        assert {fact.name: words for fact in FACTS if (words := unsaid(here, fact))} == {}


@dataclass
class Clerk:
    """Enters records as they are there, here: with what the article says of them."""

    page: Page
    there: Session
    here: Session
    entered: dict[tuple[str, str], Draft] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.agreement = self.there.scalars(select(Agreement.id).filter_by(reference="A001")).one()
        self._article = self.there.scalars(select(Document.id).filter_by(url=ARTICLE)).one()

    def enter(self, kind: str, key: int | str) -> None:
        """Enter a record, after those that it names and that are not here yet."""
        said, in_place = self._prepare(kind, key)
        typist = Typist(self.page)
        typist.follow(SUBJECTS[kind])
        typist.skip_to_content()
        typist.follow("Add one")
        typist.enter(said, in_place)

    def _prepare(self, kind: str, key: int | str) -> tuple[Draft, dict[str, Draft]]:
        """Return what a record says, and the posts that it names, to be made in place."""
        draft = _of_source(_read(self.there, kind, key), self._article)
        in_place: dict[str, Draft] = {}
        others = named(self.there, _tokens(draft)).items()
        for token, known in sorted(others, key=lambda other: other[1].kind == "post"):
            if called(self.here, [known.kind], known.name.en):
                continue
            if known.kind == "post":
                in_place[known.name.en] = self._prepare(*token.split(":"))[0]
            else:
                self.enter(*token.split(":"))
        (own,) = named(self.there, [f"{kind}:{key}"]).values()
        said = self.entered[kind, own.name.en] = _with_names(self.there, draft)
        return said, in_place


def _read(session: Session, kind: str, key: int | str) -> Draft:
    draft = read_draft(session, "document" if kind == "source" else kind, int(key))
    assert draft is not None
    draft.pop("passages", None)  # which come with the citations that quote them
    return draft


def _of_source(draft: Draft, source: int) -> Draft:
    """Leave out what other sources say, and the rows of which this one says nothing."""
    said = dict(draft)
    for name, rows in parts_of(draft):
        own = [_of_source(row, source) for row in rows if row.get("document_id", source) == source]
        said[name] = [row for row in own if row.get("citations", True)]
    return said


def _tokens(draft: Draft) -> Iterator[str]:
    """Yield the tokens of the other records that a draft holds."""
    for name, value in draft.items():
        if isinstance(value, list):
            for row in value:
                yield from _tokens(row)
        elif name in KINDS and value is not None:
            yield f"{KINDS[name]}{value}"


def _with_names(session: Session, draft: Draft) -> Draft:
    """Return what a draft says, with the names of other records in place of their keys."""
    names = {token: each.name.en for token, each in named(session, _tokens(draft)).items()}
    parties = {row[KEY]: names[row["who"]] for row in draft.get("parties", [])}

    def put(name: str, value: object) -> object:
        if isinstance(value, list):
            return [{name: put(name, value) for name, value in row.items()} for row in value]
        if value is None or name not in {*KINDS, "party_id"}:
            return value
        return parties[value] if name == "party_id" else names[f"{KINDS[name]}{value}"]

    return content({name: put(name, value) for name, value in draft.items()})
