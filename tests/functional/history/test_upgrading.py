"""What an upgrade does to rows is a change like any other, and the past stays readable."""

import pytest
from sqlalchemy import Column, Connection, MetaData, Table, Text, text

from tests.functional.history.looking import as_of, changes, live, versions
from tests.support.small_world import run
from tracker.db import derived, history
from tracker.db.engine import Database
from tracker.db.migrations import upgrade
from tracker.models.history import tracked_columns, tracked_tables

TYPES = text("""
    SELECT a.attname, format_type(a.atttypid, a.atttypmod)
    FROM pg_attribute AS a
    WHERE a.attrelid = CAST(:relation AS regclass) AND a.attnum > 0 AND NOT a.attisdropped
""")

NEXT_MIGRATION = """
    ALTER TABLE public.role ADD COLUMN note text NOT NULL DEFAULT 'None yet';
    ALTER TABLE public.role RENAME COLUMN label_en TO label;
    ALTER TABLE public.role DROP COLUMN label_fr;
    ALTER TABLE history.role ADD COLUMN note text;
    ALTER TABLE history.role RENAME COLUMN label_en TO label;
"""
"""What a later migration may run: the twin keeps the dropped column, for what was in it."""


def types(connection: Connection, relation: str) -> dict[str, str]:
    found: dict[str, str] = dict(connection.execute(TYPES, {"relation": relation}).all())
    return found


def test_every_tracked_column_is_in_the_twin(owner: Connection) -> None:
    """A migration that changes a tracked table changes its twin in history."""
    lacking = {}
    for table in tracked_tables():
        in_table = types(owner, f"public.{table.name}")
        in_twin = types(owner, f"history.{table.name}")
        for column in tracked_columns(table):
            if in_twin.get(column.name) != in_table[column.name]:
                lacking[f"history.{table.name}.{column.name}"] = in_table[column.name]
    assert lacking == {}, "a twin lacks these columns, or has them with another type"


def test_secrets_and_what_is_derived_have_no_history(owner: Connection) -> None:
    kept_without = {"agreement_search", "search_word", "seed_row", "seed_run", "alembic_version"}
    exists = text("SELECT to_regclass('history.' || :name) IS NOT NULL")
    assert not [name for name in kept_without if owner.scalar(exists, {"name": name})]


def test_what_was_written_past_the_triggers_is_caught_up(world: Database) -> None:
    with world.owner.begin() as connection:
        run(connection, "ALTER TABLE public.country DISABLE TRIGGER USER")
        run(connection, "UPDATE country SET name_fr = 'Namibia' WHERE code = 'NA'")
        run(connection, "COMMENT ON SCHEMA guard IS 'Made by an older tracker'")
    upgrade(world.owner, say=lambda _: None)
    with world.app.connect() as connection:
        (change,) = changes(connection)
        assert (change.actor, change.door) == ("tracker migrate", "migration")
        assert versions(connection, "country", "NA", "name_fr", "opened_by") == [
            ("Namibie", 1),
            ("Namibia", change.id),
        ]
        assert as_of(connection) == live(connection)


def test_rows_from_before_there_was_a_history_get_one(world: Database) -> None:
    with world.owner.begin() as connection:
        run(connection, "TRUNCATE history.change CASCADE")
        run(connection, "COMMENT ON SCHEMA guard IS 'Made by an older tracker'")
    upgrade(world.owner, say=lambda _: None)
    with world.app.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM history.change")) == 1
        assert as_of(connection) == live(connection)


SPANS = text("""
    SELECT 0, agreement_id, status, valid::text, opened_by, closed_by
    FROM history.agreement_status_span
    UNION ALL
    SELECT party_id, agreement_id, standing, valid::text, opened_by, closed_by
    FROM history.agreement_standing_span
    ORDER BY 5, 1, 2, 4
""")


def test_statuses_from_before_there_were_spans_are_told_for_each_moment(world: Database) -> None:
    for statements in (
        "UPDATE agreement_action SET happened_on = '2024-01-01' WHERE id = 101",
        """
            INSERT INTO agreement_action (agreement_id, kind, party_id, happened_on,
                happened_on_precision) VALUES (102, 'terminated', 103, '2030-01-01', 'day')
        """,
        "DELETE FROM agreement_action WHERE kind = 'became_operative'",
        "UPDATE action_kind SET status = 'issued' WHERE code = 'signed'",
        "DELETE FROM agreement WHERE id = 103",
    ):
        with world.owner.begin() as connection:
            run(connection, statements)
    with world.owner.begin() as connection:
        kept = connection.execute(SPANS).all()
        for table in ("agreement_status_span", "agreement_standing_span"):
            run(connection, f"ALTER TABLE {table} DISABLE TRIGGER USER")
            run(connection, f"TRUNCATE {table}, history.{table}")
            run(connection, f"ALTER TABLE {table} ENABLE TRIGGER USER")
        run(connection, "COMMENT ON SCHEMA guard IS 'Made by an older tracker'")
    upgrade(world.owner, say=lambda _: None)
    with world.owner.connect() as connection:
        assert len({row[4] for row in kept}) == 4
        assert connection.execute(SPANS).all() == kept
        assert as_of(connection) == live(connection)


def test_an_upgrade_that_writes_nothing_is_no_change(world: Database) -> None:
    with world.owner.begin() as connection:
        run(connection, "COMMENT ON SCHEMA guard IS 'Made by an older tracker'")
    upgrade(world.owner, say=lambda _: None)
    with world.app.connect() as connection:
        assert changes(connection) == []


def test_the_past_stays_readable_when_columns_come_change_their_names_and_go(
    world: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with world.owner.begin() as connection:
        run(connection, "UPDATE role SET label_fr = 'Qui rédige'")
    with world.owner.begin() as connection:
        derived.drop(connection)
        run(connection, NEXT_MIGRATION)
    later = Table(
        "role",
        MetaData(),
        *(Column(name, Text, primary_key=name == "code") for name in ("code", "label", "note")),
    )
    models = [later if table.name == "role" else table for table in tracked_tables()]
    monkeypatch.setattr(history, "tracked_tables", lambda: models)
    upgrade(world.owner, say=lambda _: None)
    with world.app.connect() as connection:
        edited, migrated = changes(connection)
        assert migrated.door == "migration"
        assert versions(connection, "role", "editor", "label", "label_fr", "note") == [
            ("Editor", "Rédaction", None),
            ("Editor", "Qui rédige", None),
            ("Editor", None, "None yet"),
        ]
        asked = text("SELECT code, label, note FROM as_of.role")
        assert connection.execute(asked).one() == ("editor", "Editor", "None yet")
        connection.execute(text(f"SET tracker.as_of = '{edited.at}'"))
        assert connection.execute(asked).one() == ("editor", "Editor", None)
