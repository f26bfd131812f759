"""Who changed what, field by field: of a record with its parts, and across the database."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from tests.support.small_world import run
from tracker.db.engine import Database
from tracker.domain.vocabularies import Door
from tracker.queries.history import record_history
from tracker.queries.history.changes import Filters, changes
from tracker.queries.history.record_history import timeline
from tracker.services.audit import Author, begin_change

ANN = Author("Ann", 101)


@pytest.fixture
def session(world: Database) -> Iterator[Session]:
    with world.session() as session:
        yield session


def change(session: Session, statements: str, reason: str | None = None) -> None:
    begin_change(session, ANN, Door.FORM, reason)
    run(session.connection(), statements)
    session.commit()


def test_a_record_tells_who_changed_which_field(session: Session) -> None:
    change(session, "UPDATE agreement SET title_en = 'Renamed' WHERE id = 101", "A slip")
    newest, first = timeline(session, "agreement", 101).changes
    assert (newest.change.actor, newest.change.account_id) == ("Ann", 101)
    assert (newest.change.door, newest.change.reason) == ("form", "A slip")
    (row,) = newest.rows
    assert (row.table, row.key) == ("agreement", (101,))
    assert row.fields == {"title_en": ("Treaty", "Renamed")}
    made = next(row for row in first.rows if row.table == "agreement")
    assert made.before is None
    assert made.fields["title_en"] == (None, "Treaty")


def test_its_parts_and_evidence_are_told_of(session: Session) -> None:
    change(
        session,
        """
        DELETE FROM agreement_party WHERE id = 105;
        INSERT INTO agreement_party (agreement_id, country_code) VALUES (103, 'NA');
        INSERT INTO citation (document_id, agreement_id, field) VALUES (101, 103, 'form');
        INSERT INTO missing_value (agreement_id, field, reason)
            VALUES (103, 'place_en', 'not_stated');
        UPDATE agreement SET summary_en = 'Another' WHERE id = 102;
        """,
    )
    newest = timeline(session, "agreement", 103).changes[0]
    assert sorted((row.table, row.before is None, row.after is None) for row in newest.rows) == [
        ("agreement_party", False, True),
        ("agreement_party", True, False),
        ("citation", True, False),
        ("missing_value", True, False),
    ]


def test_a_deleted_record_keeps_its_timeline(session: Session) -> None:
    change(session, "DELETE FROM agreement WHERE id = 103")
    newest = timeline(session, "agreement", 103).changes[0]
    assert {row.table: row.after for row in newest.rows} == {
        "agreement": None,
        "agreement_party": None,
        "agreement_relation": None,
    }


def test_a_record_known_by_a_code(session: Session) -> None:
    change(session, "UPDATE country SET name_en = 'N' WHERE code = 'NA'")
    (row,) = timeline(session, "country", "NA").changes[0].rows
    assert row.fields == {"name_en": ("Namibia", "N")}
    assert timeline(session, "country", "ZZ").changes == []


def test_pages_follow_one_another(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record_history, "PAGE_SIZE", 2)
    for country in ("KZ", "NA", "US"):
        change(
            session,
            f"UPDATE agreement SET place_country_code = '{country}' WHERE id = 102",  # noqa: S608
        )
    whole = [first.change.id for first in timeline(session, "agreement", 102).changes]
    page = timeline(session, "agreement", 102)
    rest = timeline(session, "agreement", 102, page.before)
    assert [c.change.id for c in (*page.changes, *rest.changes)] == [*whole, whole[-1] - 1, 1]
    assert rest.before is None
    assert [c.change.id for c in changes(session, Filters()).changes] == whole


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), 2),
        (Filters(actor="Ann"), 1),
        (Filters(door="form"), 1),
        (Filters(door="seed"), 0),
        (Filters(table="country"), 2),
        (Filters(table="agreement", actor="Ann"), 0),
    ],
    ids=str,
)
def test_changes_are_found_by_filters(session: Session, filters: Filters, found: int) -> None:
    change(session, "UPDATE country SET name_en = 'N' WHERE code IN ('NA', 'KZ')")
    assert len(changes(session, filters).changes) == found


def test_changes_are_found_by_time_and_tell_what_they_touched(session: Session) -> None:
    change(session, "UPDATE country SET name_en = 'N' WHERE code IN ('NA', 'KZ')")
    at = session.scalars(text("SELECT max(at) FROM history.change")).one()
    (newest,) = changes(session, Filters(since=at)).changes
    assert newest.rows == {"country": 2}
    assert newest.change.id not in {
        touched.change.id for touched in changes(session, Filters(until=at)).changes
    }


def test_a_page_takes_few_queries(world: Database, session: Session) -> None:
    asked: list[str] = []
    event.listen(world.app, "before_cursor_execute", lambda *arguments: asked.append(arguments[2]))
    timeline(session, "agreement", 101)
    assert len(asked) == 2
    changes(session, Filters())
    assert len(asked) == 5
