"""Answers as files while the database changes: one moment in each, and the past stays as it was."""

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from tests.cluster import Cluster
from tracker.db.engine import Database
from tracker.exports.reports import FORMATS, Asker
from tracker.reports.catalogue import Catalogue
from tracker.reports.ready import Question, answer
from tracker.reports.runner import Runner

ASKER = Asker("Aigerim", dt.datetime(2026, 1, 31, 12, 0, tzinfo=dt.UTC))
TITLE = "UPDATE agreement SET title_en = :words WHERE reference = 'A001'"
SOURCES = "UPDATE document SET publisher = :words, url = 'https://example.org/' || :words || id"


@pytest.fixture(scope="module")
def changing(cluster: Cluster, seeded_template: str) -> Iterator[Database]:
    with cluster.copy(seeded_template) as database:
        yield database


def edit(database: Database, words: str) -> None:
    with database.transaction() as session:
        for statement in (TITLE, SOURCES):
            session.execute(text(statement), {"words": words})


def pieces(database: Database, kind: str, as_of: dt.datetime | None) -> Iterator[bytes]:
    report = Catalogue().reports["summit_to_agreements"]
    question = Question(report, report.values({}, dt.date(2026, 1, 31)), as_of)
    with answer(Runner(database.connect_reader), question) as found:
        yield from FORMATS[kind].write(found, ASKER)


def test_the_past_is_the_same_to_the_byte_after_an_edit(changing: Database) -> None:
    with changing.owner.connect() as owner:
        moment = owner.execute(text("SELECT clock_timestamp()")).scalar_one()
    before = {kind: b"".join(pieces(changing, kind, moment)) for kind in FORMATS}
    edit(changing, "Edited")
    assert {kind: b"".join(pieces(changing, kind, moment)) for kind in FORMATS} == before
    for kind in set(FORMATS) - {"xlsx"}:
        assert b"".join(pieces(changing, kind, None)).count(b"Edited") > 1
        assert b"Edited" not in before[kind]


def test_rows_and_their_sources_are_of_one_moment(changing: Database) -> None:
    edit(changing, "Before")
    given = pieces(changing, "json", None)
    begun = next(given)  # the run has begun, and its sources come last
    edit(changing, "After")
    found = json.loads(begun + b"".join(given))
    assert {source["publisher"] for source in found["sources"]} == {"Before"}
    assert "After" not in json.dumps(found)
