"""The past as tables: `as_of` each moment is what the tables were then, to the row."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlalchemy.exc import DataError, DBAPIError

from tests.functional.history.looking import TABLES, State, as_of, live
from tests.support.cluster import Cluster
from tests.support.small_world import run
from tracker.db.engine import Database
from tracker.models.history import tracked_tables

COLUMNS = {
    table.name: [column.name for column in table.columns if column.computed is None]
    for table in tracked_tables()
}

DELETE_ONE = "DELETE FROM {table} WHERE {row}"
DELETE_ALL = "DELETE FROM {table}"
TRUNCATE = "TRUNCATE {table} CASCADE"
PUT_BACK = (
    "INSERT INTO {table} ({columns}) OVERRIDING SYSTEM VALUE"
    " SELECT {columns} FROM world.{table} ON CONFLICT DO NOTHING"
)
UPSERT = (
    "INSERT INTO {table} ({columns}) OVERRIDING SYSTEM VALUE SELECT {columns} FROM world.{table}"
    " WHERE {row} ON CONFLICT DO UPDATE SET {column} = excluded.{column}"
)
LEAVE_AS_IT_IS = "UPDATE {table} SET {column} = {column}"
SET_ONE = "UPDATE {table} SET {column} = {value} WHERE {row}"
SET_ALL = "UPDATE {table} SET {column} = {value}"
STATEMENTS = [
    *[DELETE_ONE, PUT_BACK, SET_ONE] * 3,
    *(DELETE_ALL, TRUNCATE, LEAVE_AS_IT_IS, SET_ALL, UPSERT),
]
VALUES = [
    "NULL",
    "DEFAULT",
    "'Other'",
    "'other'",
    "'XX'",
    "{column} || 's'",
    "{column} + 1000",
    "'2024-01-01'",
    "true",
    "(SELECT {column} FROM world.{table} OFFSET {number} LIMIT 1)",
]


@dataclass(frozen=True)
class Step:
    """A statement, and whether it is undone by its savepoint."""

    statement: str
    undone: bool


@st.composite
def steps(draw: st.DrawFn) -> Step:
    table = draw(st.sampled_from(TABLES))
    number = draw(st.integers(0, 3))
    column = draw(st.sampled_from(COLUMNS[table]))
    words = {
        "table": table,
        "columns": ", ".join(COLUMNS[table]),
        "column": column,
        "number": number,
        "row": f"ctid = (SELECT ctid FROM {table} ORDER BY ctid OFFSET {number} LIMIT 1)",  # noqa: S608 - our own names
    }
    value = draw(st.sampled_from(VALUES)).format(**words)
    statement = draw(st.sampled_from(STATEMENTS)).format(value=value, **words)
    return Step(statement, undone=draw(st.integers(0, 9)) == 0)


TRANSACTIONS = st.lists(st.lists(steps(), min_size=1, max_size=8), min_size=1, max_size=8)


def take(connection: Connection, step: Step) -> None:
    """Run a statement; the constraints may refuse it, and its savepoint is then rolled back."""
    savepoint = connection.begin_nested()
    try:
        run(connection, step.statement)
    except DBAPIError:
        savepoint.rollback()
    else:
        if step.undone:
            savepoint.rollback()
        else:
            savepoint.commit()


def newest_moment(connection: Connection) -> str:
    found: str = connection.scalars(text("SELECT max(at)::text FROM history.change")).one()
    return found


@settings(max_examples=40)
@given(TRANSACTIONS)
def test_each_moment_is_as_the_tables_were_then(
    cluster: Cluster, world_template: str, transactions: list[list[Step]]
) -> None:
    with cluster.copy(world_template) as world, world.owner.connect() as connection:
        keep_a_copy(connection)
        moments: dict[str, State] = {newest_moment(connection): live(connection)}
        connection.commit()
        for transaction in transactions:
            for step in transaction:
                take(connection, step)
                assert as_of(connection) == live(connection)
            try:
                connection.commit()
            except DBAPIError:  # refused at its end
                connection.rollback()
            moments[newest_moment(connection)] = live(connection)
            connection.commit()
        assert {moment: as_of(connection, moment) for moment in moments} == moments
        just_before = connection.execute(
            text(
                "SELECT (at - interval '1 microsecond')::text, lag(at::text) OVER (ORDER BY id)"
                " FROM history.change ORDER BY id OFFSET 1"
            )
        ).all()
        assert [as_of(connection, moment) for moment, _ in just_before] == [
            as_of(connection, earlier) for _, earlier in just_before
        ]


def keep_a_copy(connection: Connection) -> None:
    """Keep the world's rows, to put them back from."""
    run(connection, "CREATE SCHEMA world")
    for table in TABLES:
        run(connection, f"CREATE TABLE world.{table} AS TABLE public.{table}")


def test_a_table_emptied_at_once_is_in_the_history(world: Database) -> None:
    with world.owner.connect() as connection:
        before, moment = live(connection), newest_moment(connection)
        assert {name for name, _ in before} == set(TABLES), "the world has no row of a table"
        for table in TABLES:
            run(connection, f"TRUNCATE {table} CASCADE")
            assert as_of(connection) == live(connection)
            assert table not in {name for name, _ in live(connection)}
            assert as_of(connection, moment) == before
            connection.rollback()


def test_the_present_is_shown_where_no_moment_is_said(app: Connection) -> None:
    assert as_of(app) == live(app)
    app.rollback()
    assert app.scalar(text("SELECT count(*) FROM as_of.agreement")) == 3


def test_before_everything_there_is_nothing(app: Connection) -> None:
    assert as_of(app, "1900-01-01") == []


def test_what_is_no_moment_is_refused(app: Connection) -> None:
    with pytest.raises(DataError, match=r"tracker\.as_of is no moment: soon"):
        as_of(app, "soon")


def test_a_moment_is_looked_up_once_a_query(app: Connection) -> None:
    plan = app.scalars(text("EXPLAIN SELECT * FROM as_of.agreement")).all()
    looked_up = [line for line in plan if "InitPlan" in line]
    assert looked_up
    assert not [line for line in plan if "seen_change" in line and "Filter" in line]


def test_the_application_asks_the_past_by_the_search_path_alone(app: Connection) -> None:
    moment = newest_moment(app)
    run(app, "UPDATE agreement SET title_en = 'Renamed' WHERE id = 101")
    app.commit()
    asked = text("SELECT title_en FROM agreement WHERE id = 101")
    assert app.scalar(asked) == "Renamed"
    run(app, f"SET tracker.as_of = '{moment}'; SET search_path = as_of")
    assert app.scalar(asked) == "Treaty"


def test_what_was_found_for_a_moment_is_not_shown_for_another(app: Connection) -> None:
    first = newest_moment(app)
    run(app, "UPDATE agreement SET title_en = 'Renamed' WHERE id = 101")
    app.commit()
    run(app, "UPDATE agreement SET title_en = 'Again' WHERE id = 101")
    app.commit()
    second = app.scalar(text("SELECT at::text FROM history.change ORDER BY id DESC OFFSET 1"))
    asked = text("SELECT title_en FROM as_of.agreement WHERE id = 101")
    for moment, title in [(first, "Treaty"), (second, "Renamed"), (first, "Treaty")] * 2:
        run(app, f"SET tracker.as_of = '{moment}'")
        assert app.scalar(asked) == title
    wall = first.partition("+")[0]  # read by the session's own clock
    for zone, title in [("UTC", "Treaty"), ("America/New_York", "Again"), ("UTC", "Treaty")]:
        run(app, f"SET tracker.as_of = '{wall}'; SET TimeZone = '{zone}'")
        assert app.scalar(asked) == title


def test_a_moment_to_come_shows_what_comes(app: Connection, world: Database) -> None:
    asked = text("SELECT title_en FROM as_of.agreement WHERE id = 101")
    run(app, "SET tracker.as_of = '2100-01-01'")
    assert app.scalar(asked) == "Treaty"
    app.commit()
    with world.app.begin() as other:
        run(other, "UPDATE agreement SET title_en = 'Renamed' WHERE id = 101")
    assert app.scalar(asked) == "Renamed"
    run(app, "UPDATE agreement SET title_en = 'Again' WHERE id = 101")
    assert app.scalar(asked) == "Again"
    app.rollback()
    run(app, "SET tracker.as_of = '2100-01-01'")
    assert app.scalar(asked) == "Renamed"
