"""Answers as files while the database changes: one moment in each, and the past stays as it was."""

import datetime as dt
import io
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from tests.support.cluster import Cluster
from tracker.db.engine import Database
from tracker.exports.reports import FORMATS, Asker
from tracker.reports.catalogue import Catalogue
from tracker.reports.ready import Answer, Question, answer
from tracker.reports.runner import Runner
from tracker.reports.sources import CitedSource

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


@pytest.mark.parametrize("kind", ["json", "md"])
def test_rows_and_their_sources_are_of_one_moment(changing: Database, kind: str) -> None:
    edit(changing, "Before")
    given = pieces(changing, kind, None)
    begun = next(given)  # the run has begun, and its sources come last
    edit(changing, "After")
    found = b"".join([begun, *given])
    assert b"example.org/Before" in found
    assert b"After" not in found


def test_a_workbooks_rows_and_sources_are_of_one_moment(
    changing: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(changing, "Before")
    told = Answer.sources

    def edit_first(answer: Answer) -> Iterator[CitedSource]:
        edit(changing, "After")  # when the rows were written
        return told(answer)

    monkeypatch.setattr(Answer, "sources", edit_first)
    book = load_workbook(io.BytesIO(b"".join(pieces(changing, "xlsx", None))))
    for name in ("Rows", "Sources"):
        words = {str(cell) for row in book[name].values for cell in row}
        assert "Before" in words
        assert "After" not in words
