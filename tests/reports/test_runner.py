"""Running reports: values are bound, rows come in pieces, limits are told, the past is there."""

import datetime as dt
import threading

import pytest
from sqlalchemy import text

from tracker.db.engine import Database
from tracker.reports.parameters import UnknownParameterError, bind, parameter_names
from tracker.reports.runner import (
    CancelledError,
    Limits,
    Runner,
    StatementError,
    TimedOutError,
    cancel,
    new_run_id,
)


def rows(
    runner: Runner, sql: str, as_of: dt.datetime | None = None, **values: str
) -> list[tuple[object, ...]]:
    with runner.run(sql, values, as_of=as_of) as result:
        return list(result)


@pytest.mark.parametrize(
    ("sql", "names"),
    [
        ("SELECT :'a', :'b', :'a'", ["a", "b"]),
        ("SELECT ':''a'''", []),
        ("SELECT 'x' /* :'a' /* :'b' */ :'c' */, :'d'", ["d"]),
        ("SELECT 1 -- :'a'\n, :'b'", ["b"]),
        ("SELECT \":'a'\"", []),
        ("SELECT $x$ :'a' $x$, $$ :'b' $$, :'c'", ["c"]),
        (r"SELECT E'\' :''a', :'b'", ["b"]),
        ("SELECT '1'::text, now()::date", []),
        ("SELECT 1 /* :'a'", []),
    ],
)
def test_parameters_are_found_where_sql_has_values(sql: str, names: list[str]) -> None:
    assert parameter_names(sql) == names


def test_binding_keeps_everything_at_its_place() -> None:
    bound, values = bind("SELECT :'b', :'a', :'b' FROM x", {"a": "1", "b": "2"})
    assert (bound, values) == ("SELECT $1  , $2  , $1   FROM x", ["2", "1"])


def test_a_parameter_without_a_value_is_named(runner: Runner) -> None:
    with pytest.raises(UnknownParameterError, match="country"):
        rows(runner, "SELECT :'country'")


def test_a_value_is_a_value_whatever_it_says(runner: Runner) -> None:
    hostile = "'; DROP TABLE agreement; -- %s $1 :'x' \\"
    assert rows(runner, "SELECT :'value', '%s', 100 % 7", value=hostile) == [(hostile, "%s", 2)]


def test_columns_have_names_and_types(runner: Runner) -> None:
    with runner.run("SELECT reference, signed_on, 1.5 AS half FROM agreements") as result:
        assert [(column.name, column.type) for column in result.columns] == [
            ("reference", "text"),
            ("signed_on", "date"),
            ("half", "numeric"),
        ]


@pytest.mark.parametrize(
    ("there", "given", "truncated"), [(0, 0, False), (9, 9, False), (10, 10, False), (11, 10, True)]
)
def test_what_is_cut_off_is_told(
    runner: Runner,
    there: int,
    given: int,
    truncated: bool,  # noqa: FBT001 - a case's expectation
) -> None:
    sql = f"SELECT generate_series(1, {there})"
    with runner.run(sql, limits=Limits(rows=10)) as result:
        assert len(list(result)) == result.count == given
        assert result.truncated is truncated


def test_many_rows_come_whole_and_in_order(runner: Runner) -> None:
    with runner.run("SELECT generate_series(1, 12345)") as result:
        assert [number for (number,) in result] == list(range(1, 12346))


def test_a_wrong_statement_is_told_with_its_place(runner: Runner) -> None:
    with pytest.raises(StatementError, match='column "refrence" does not exist') as caught:
        rows(runner, "SELECT :'x',\n  refrence FROM agreements", x="1")
    assert caught.value.code == "42703"
    assert caught.value.position == len("SELECT :'x',\n  ") + 1
    assert "reference" in str(caught.value.hint)


def test_time_ends_a_run_that_reads_slowly(runner: Runner) -> None:
    with (
        pytest.raises(TimedOutError, match=r"0\.5 seconds"),
        runner.run("SELECT pg_sleep(3600)", limits=Limits(seconds=0.5)) as result,
    ):
        list(result)


def test_a_run_is_broken_off_by_its_name(runner: Runner, seeds: Database) -> None:
    run_id = new_run_id()
    ended = threading.Event()

    def cancel_again() -> None:
        while not ended.is_set():  # a run that is between two statements does not notice
            cancel(seeds.connect_app, run_id)

    canceller = threading.Thread(target=cancel_again)
    canceller.start()
    try:
        with (
            pytest.raises(CancelledError),
            runner.run("SELECT pg_sleep(3600)", run_id=run_id) as result,
        ):
            list(result)
    finally:
        ended.set()
        canceller.join()
    assert not cancel(seeds.connect_app, run_id)


def test_a_runs_name_stands_nowhere_to_be_read(runner: Runner) -> None:
    run_id = new_run_id()
    name = "SELECT current_setting('application_name')"
    with runner.run(name, run_id=run_id) as result:
        [(called,)] = result
    assert run_id not in called
    assert len(called) < 64  # PostgreSQL would cut it, and two names become one


def test_a_run_that_is_left_early_leaves_nothing(runner: Runner, seeds: Database) -> None:
    with runner.run("SELECT generate_series(1, 100000)") as result:
        assert next(iter(result)) == (1,)
    with seeds.owner.connect() as owner:
        sessions = text(
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'tracker_reader'"
            " AND datname = current_database() AND application_name LIKE 'tracker report %'"
        )
        while owner.scalar(sessions):
            owner.rollback()


def test_the_past_is_what_the_views_said_then(seeded_database: Database) -> None:
    runner = Runner(seeded_database.connect_reader)
    titles = "SELECT title_en FROM agreements WHERE reference = 'A001'"
    before = rows(runner, titles)
    with seeded_database.owner.connect() as owner:
        moment = owner.execute(text("SELECT clock_timestamp()")).scalar_one()
    with seeded_database.session() as session:
        session.execute(text("UPDATE agreement SET title_en = 'New' WHERE reference = 'A001'"))
        session.commit()
    assert rows(runner, titles) == [("New",)]
    assert rows(runner, titles, as_of=moment) == before
    assert rows(runner, titles, as_of=dt.datetime.now(dt.UTC)) == [("New",)]
    assert rows(runner, titles, as_of=dt.datetime(2000, 1, 1, tzinfo=dt.UTC)) == []


@pytest.mark.parametrize(
    ("letters", "given", "truncated"), [(35, 3, True), (40, 4, False), (9, 0, True)]
)
def test_rows_are_cut_off_where_their_texts_are_too_long(
    runner: Runner,
    letters: int,
    given: int,
    truncated: bool,  # noqa: FBT001 - a case's expectation
) -> None:
    sql = "SELECT repeat('x', 10), n FROM generate_series(1, 4) AS n"
    with runner.run(sql, limits=Limits(letters=letters)) as result:
        assert [row[1] for row in result] == list(range(1, given + 1))
        assert (result.count, result.truncated) == (given, truncated)
        assert result.look_up("SELECT 1", ()) == [(1,)]  # and sources can still be asked for


def test_long_rows_come_a_few_at_a_time(runner: Runner) -> None:
    sql = (
        "SELECT CASE WHEN n > 2000 THEN repeat('x', 1000000) END FROM generate_series(1, 2020) AS n"
    )
    limits = Limits(letters=100_000_000)
    with runner.run(sql, limits=limits) as result:
        sizes = [len(batch) for batch in result.batches()]
    assert sum(sizes) == 2020
    assert sizes[0] == 2000
    assert sizes[2:-1] == [5] * len(sizes[2:-1])
