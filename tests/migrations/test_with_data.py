"""Every migration runs over data: upwards, downwards, and upwards again."""

from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from tests.support.rows import ROWS
from tests.support.templates import migrate
from tracker.db import derived
from tracker.db.engine import Database
from tracker.db.migrations import alembic_config

_SCRIPTS = ScriptDirectory.from_config(alembic_config())
REVISIONS = [script.revision for script in _SCRIPTS.walk_revisions()][::-1]


def test_each_revision_brings_rows_for_the_tables_it_makes(empty_database: Database) -> None:
    assert list(ROWS) == REVISIONS
    assert upgrade_over_data(empty_database.owner) == []
    migrate(empty_database)
    with empty_database.owner.connect() as connection:
        assert derived.is_current(connection)


def test_each_revision_goes_down_and_up_again_over_data(empty_database: Database) -> None:
    owner = empty_database.owner
    upgrade_over_data(owner)
    for revision, earlier in zip(REVISIONS[::-1], [*REVISIONS[-2::-1], "base"], strict=True):
        with owner.begin() as connection:
            config = alembic_config(connection)
            command.downgrade(config, earlier)
            rows = count_rows(connection)
            command.upgrade(config, revision)
            assert rows.items() <= count_rows(connection).items()
            command.downgrade(config, earlier)
    with owner.connect() as connection:
        assert count_rows(connection) == {}
    assert upgrade_over_data(owner) == []


def upgrade_over_data(owner: Engine) -> list[str]:
    """Upgrade step by step, each over the rows of all before; return the tables left empty."""
    empty = []
    for revision in REVISIONS:
        with owner.begin() as connection:
            command.upgrade(alembic_config(connection), revision)
            connection.exec_driver_sql(ROWS[revision], execution_options={"no_parameters": True})
            found = count_rows(connection)
        empty += [f"{table} at {revision}" for table, rows in found.items() if not rows]
    return empty


def count_rows(connection: Connection) -> dict[str, int]:
    tables = connection.scalars(
        text(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind = 'r' AND relname <> 'alembic_version'"
        )
    ).all()
    return {
        table: connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # noqa: S608 - a table's own name
        for table in tables
    }
