"""Whoever changes a tracked row, by whatever door, is in the history, each transaction whole."""

import threading
from typing import Any

import pytest
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from tests.functional.history.looking import as_of, changes, live, versions
from tests.support.small_world import run
from tests.support.transactions import Transaction
from tracker.db.engine import Database
from tracker.db.roles import Login
from tracker.db.superuser import SUPERUSER
from tracker.domain.vocabularies import Door
from tracker.services.audit import Author, begin_change

RENAME = "UPDATE agreement SET title_en = 'Renamed' WHERE id = 101"

WAYS = {
    "upsert": """
        INSERT INTO country (code, alpha3, name_en, name_fr) VALUES ('KZ', 'KAZ', 'K', 'K')
        ON CONFLICT (code) DO UPDATE SET name_en = excluded.name_en
    """,
    "merge": """
        MERGE INTO country USING (VALUES ('KZ', 'K'), ('QZ', 'Q')) AS v (code, name)
        ON country.code = v.code
        WHEN MATCHED THEN UPDATE SET name_en = v.name
        WHEN NOT MATCHED THEN
            INSERT (code, alpha3, name_en, name_fr) VALUES (v.code, 'QZZ', v.name, v.name)
    """,
    "two tables at once": """
        WITH changed AS (UPDATE country SET name_en = 'K' WHERE code = 'KZ' RETURNING name_en)
        UPDATE agreement SET title_en = changed.name_en FROM changed WHERE id = 101
    """,
    "another key": """
        WITH gone AS (DELETE FROM agreement_party WHERE id = 105 RETURNING *)
        INSERT INTO agreement_party (id, agreement_id, country_code, organization_id)
        OVERRIDING SYSTEM VALUE
        SELECT 905, agreement_id, country_code, organization_id FROM gone
    """,
    "a loop": """
        DO $$
        BEGIN
            FOR n IN 1..5 LOOP
                UPDATE agreement SET title_en = 'Title ' || n WHERE id = 101;
            END LOOP;
        END
        $$
    """,
}


def say(connection: Connection, **said: str) -> None:
    for name, value in said.items():
        connection.execute(
            text("SELECT set_config('tracker.' || :name, :value, true)"),
            {"name": name, "value": value},
        )


def last_change(connection: Connection) -> Any:  # noqa: ANN401 - a row
    return changes(connection)[-1]


@pytest.mark.parametrize(
    ("user", "login"), [(None, "tracker_owner"), (SUPERUSER, SUPERUSER), ("tracker_app",) * 2]
)
def test_plain_sql_is_a_change_of_its_login(world: Database, user: str | None, login: str) -> None:
    url = world.urls[Login.OWNER]
    engine = create_engine(url.set(username=user) if user else url, poolclass=NullPool)
    with engine.begin() as connection:
        run(connection, RENAME)
    with world.app.connect() as connection:
        (change,) = changes(connection)
        assert (change.actor, change.login, change.door) == (login, login, "psql")
        assert (change.account_id, change.reason) == (None, None)
        assert versions(connection, "agreement", "101", "title_en") == [("Treaty",), ("Renamed",)]


@pytest.mark.parametrize("door", Door)
def test_what_is_said_is_kept(world: Database, door: Door) -> None:
    with world.session() as session:
        begin_change(session, Author("Ann", 101), door, "A slip of the pen")
        run(session.connection(), RENAME)
        session.commit()
        change = last_change(session.connection())
    assert (change.actor, change.account_id) == ("Ann", 101)
    assert (change.door, change.reason) == (door, "A slip of the pen")
    assert change.login == "tracker_app"


def test_what_is_said_ends_with_the_transaction(world: Database) -> None:
    with world.session() as session:
        begin_change(session, Author("Ann", 101), Door.FORM, "A slip of the pen")
        session.commit()
        run(session.connection(), RENAME)
        session.commit()
        change = last_change(session.connection())
    assert (change.actor, change.account_id) == ("tracker_app", None)
    assert (change.door, change.reason) == ("psql", None)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"door": "window"}, {"door": "psql"}),
        ({"actor": " ", "reason": "\t \n"}, {"actor": "tracker_app", "reason": None}),
        ({"actor": "Ann" * 2000}, {"actor": ("Ann" * 2000)[:200]}),
        ({"account_id": "ann"}, {"account_id": None}),
        ({"account_id": "-1"}, {"account_id": None}),
        ({"account_id": "999"}, {"account_id": None}),
        ({"account_id": "9" * 40}, {"account_id": None}),
        ({"account_id": "101", "actor": "Ann"}, {"account_id": 101, "actor": "Ann"}),
    ],
    ids=str,
)
def test_what_is_said_wrongly_loses_no_change(
    app: Connection, said: dict[str, str], kept: dict[str, object]
) -> None:
    say(app, **said)
    run(app, RENAME)
    app.commit()
    change = last_change(app)
    assert {name: change._mapping[name] for name in kept} == kept  # noqa: SLF001 - SQLAlchemy's own name
    assert as_of(app) == live(app)


def test_a_transaction_is_one_change(app: Connection) -> None:
    run(app, "INSERT INTO agreement_action (agreement_id, kind) VALUES (101, 'ratified')")
    run(app, "UPDATE agreement SET summary_en = 'One' WHERE id = 101")
    run(app, "UPDATE agreement SET summary_en = 'Two', summary_fr = 'Deux' WHERE id = 101")
    run(app, "DELETE FROM agreement WHERE id = 103")
    app.rollback()
    assert changes(app) == []
    run(app, "UPDATE agreement SET summary_en = 'One' WHERE id = 102")
    run(app, "UPDATE agreement SET summary_en = 'Two', summary_fr = 'Deux' WHERE id = 102")
    run(app, "INSERT INTO agreement_action (agreement_id, kind) VALUES (102, 'became_operative')")
    run(app, "DELETE FROM agreement WHERE id = 103")
    app.commit()
    (change,) = changes(app)
    assert versions(app, "agreement", "102", "summary_en", "opened_by", "closed_by") == [
        (None, 1, change.id),
        ("Two", change.id, None),
    ]
    assert versions(app, "agreement", "103", "closed_by") == [(change.id,)]


def test_what_is_deleted_with_a_row_is_in_the_history(app: Connection) -> None:
    run(app, "DELETE FROM agreement WHERE id = 103")
    app.commit()
    (change,) = changes(app)
    for table, key in (("agreement_party", "105"), ("agreement_relation", "103")):
        assert versions(app, table, key, "closed_by") == [(change.id,)]


def test_a_key_that_changes_ends_one_row_and_begins_another(app: Connection) -> None:
    run(app, "UPDATE country SET code = 'QZ' WHERE code = 'KZ'")
    app.commit()
    (change,) = changes(app)
    assert versions(app, "country", "KZ", "closed_by") == [(change.id,)]
    assert versions(app, "country", "QZ", "opened_by", "name_en") == [(change.id, "Kazakhstan")]
    assert versions(app, "post", "101", "country_code") == [("KZ",), ("QZ",)]


@pytest.mark.parametrize(
    "statements",
    [
        "UPDATE agreement SET title_en = title_en",
        "UPDATE agreement SET review_state = 'verified' WHERE id = 103",
        "DELETE FROM agreement WHERE id = 999",
    ],
    ids=["the same values", "a value the database keeps itself", "no row"],
)
def test_what_changes_nothing_is_no_change(app: Connection, statements: str) -> None:
    run(app, statements)
    app.commit()
    assert changes(app) == []


@pytest.mark.parametrize("statement", WAYS.values(), ids=WAYS)
def test_whatever_the_statement_it_is_in_the_history(app: Connection, statement: str) -> None:
    moment = app.scalar(text("SELECT max(at)::text FROM history.change"))
    before = live(app)
    run(app, statement)
    app.commit()
    assert len(changes(app)) == 1
    assert as_of(app) == live(app) != before
    assert as_of(app, moment) == before


def test_what_is_copied_in_is_in_the_history(app: Connection) -> None:
    driver = app.connection.driver_connection
    assert driver is not None
    statement = "COPY country (code, alpha3, name_en, name_fr) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        copy.write_row(("QZ", "QZZ", "Q", "Q"))
        copy.write_row(("XZ", "XZZ", "X", "X"))
    app.commit()
    (change,) = changes(app)
    assert [versions(app, "country", code, "opened_by") for code in ("QZ", "XZ")] == [
        [(change.id,)]
    ] * 2
    assert as_of(app) == live(app)


def test_others_see_a_transaction_whole_or_not_at_all(world: Database) -> None:
    """Whenever one looks while others write: at any moment, both rows or neither."""
    both = text(
        "SELECT count(DISTINCT v) FROM (SELECT title_en AS v FROM as_of.agreement WHERE id = 101"
        " UNION ALL SELECT name_en FROM as_of.country WHERE code = 'NA') AS pair"
    )

    def write(name: str) -> None:
        with world.app.connect() as connection:
            for number in range(40):
                value = f"{name} {number}"
                run(connection, f"UPDATE country SET name_en = '{value}' WHERE code = 'NA'")  # noqa: S608
                run(connection, f"UPDATE agreement SET title_en = '{value}' WHERE id = 101")  # noqa: S608
                connection.commit()

    write("first")  # so that both say the same
    threads = [threading.Thread(target=write, args=(name,)) for name in ("Ann", "Ben", "Eve")]
    for thread in threads:
        thread.start()
    with world.owner.connect() as reader:
        seen = set()
        while any(thread.is_alive() for thread in threads):
            run(reader, "SELECT set_config('tracker.as_of', clock_timestamp()::text, true)")
            seen.add(reader.scalar(both))
            reader.commit()
        for thread in threads:
            thread.join()
        assert seen == {1}
        rows = reader.execute(text("SELECT at::text FROM history.change ORDER BY id OFFSET 2"))
        moments = list(rows.scalars())
        assert len(moments) >= 120
        assert moments == sorted(moments)
        for moment in moments:
            as_of(reader, moment)
            assert reader.scalar(both) == 1


def test_what_is_taken_back_leaves_no_version(app: Connection) -> None:
    run(app, RENAME)
    run(app, "UPDATE agreement SET title_en = 'Treaty' WHERE id = 101")
    run(app, "INSERT INTO country (code, alpha3, name_en, name_fr) VALUES ('QZ', 'QZZ', 'Q', 'Q')")
    run(app, "DELETE FROM country WHERE code = 'QZ'")
    app.commit()
    assert versions(app, "agreement", "101", "opened_by", "closed_by") == [(1, None)]
    assert versions(app, "country", "QZ", "opened_by") == []


def test_a_savepoint_rolled_back_takes_its_change_with_it(app: Connection) -> None:
    savepoint = app.begin_nested()
    run(app, RENAME)
    savepoint.rollback()
    assert changes(app) == []
    run(app, "UPDATE agreement SET title_en = 'First' WHERE id = 102")
    savepoint = app.begin_nested()
    run(app, RENAME)
    savepoint.rollback()
    run(app, "UPDATE agreement SET title_fr = 'Premier' WHERE id = 102")
    app.commit()
    (change,) = changes(app)
    assert versions(app, "agreement", "101", "title_en") == [("Treaty",)]
    assert versions(app, "agreement", "102", "title_en", "title_fr", "opened_by")[1:] == [
        ("First", "Premier", change.id)
    ]


def test_a_refused_transaction_leaves_nothing(app: Connection) -> None:
    run(app, "DELETE FROM agreement_party WHERE agreement_id = 103")
    with pytest.raises(IntegrityError):
        app.commit()
    app.rollback()
    assert changes(app) == []
    assert as_of(app) == live(app)


def test_moments_are_those_of_the_commits_and_rise(app: Connection) -> None:
    ends = []
    for country in ("KZ", "NA", "US"):
        app.execute(
            text("UPDATE agreement SET place_country_code = :code WHERE id = 102"),
            {"code": country},
        )
        ends.append(app.scalar(text("SELECT clock_timestamp()")))
        app.commit()
        ends.append(last_change(app).at)
    assert ends == sorted(ends)
    # Where the clock stands still, or goes back, moments rise all the same.
    ahead = text("SELECT guard.moment_after(now() + interval '1 day') > now() + interval '1 day'")
    assert app.scalar(ahead)


def start_waiting(first: Connection, second: Connection, statements: str) -> Transaction:
    """Start a transaction that comes to wait for another."""
    number = second.scalar(text("SELECT pg_backend_pid()"))
    waiting = Transaction(second, statements)
    waiting.start()
    blocked = text("SELECT cardinality(pg_blocking_pids(:number)) > 0")
    while waiting.is_alive() and not first.scalar(blocked, {"number": number}):
        waiting.join(0.01)
    return waiting


def test_those_who_write_wait_for_one_another(world: Database) -> None:
    with world.app.connect() as first, world.owner.connect() as second:
        run(first, RENAME)
        waiting = start_waiting(first, second, "UPDATE country SET name_en = 'N' WHERE code = 'NA'")
        assert len(changes(first)) == 1
        first.commit()
        waiting.join()
        assert [change.login for change in changes(first)] == ["tracker_app", "tracker_owner"]
        assert as_of(first) == live(first)


def test_two_who_want_each_others_rows_do_not_lock_each_other_out(world: Database) -> None:
    """Each would hold a row that the other is after, did the second not wait before it has one."""
    theirs = "UPDATE agreement SET title_fr = 'Autre' WHERE id = 102"
    with world.app.connect() as first, world.owner.connect() as second:
        run(first, RENAME)
        waiting = start_waiting(first, second, f"{theirs}; {RENAME}")
        run(first, "UPDATE agreement SET title_fr = 'Un' WHERE id = 102")
        first.commit()
        waiting.join()
        assert first.scalar(text("SELECT title_fr FROM agreement WHERE id = 102")) == "Autre"


def test_an_editor_who_waits_too_long_hears_of_it(world: Database) -> None:
    with world.owner.connect() as first, world.session() as session:
        run(first, RENAME)
        session.execute(text("SELECT set_config('lock_timeout', '1ms', false)"))
        with pytest.raises(OperationalError, match="lock timeout"):
            begin_change(session, Author("Ann", 101), Door.FORM)
