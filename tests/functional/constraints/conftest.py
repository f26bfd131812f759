"""A small world that obeys every constraint, and connections to it that leave it as it was."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from tests.cluster import Cluster
from tests.functional.constraints.refusing import run
from tests.migrations.rows import ROWS
from tracker.db.engine import Database

_NUMBER_FROM_1000 = """
    DO $$
    DECLARE
        of_identity record;
    BEGIN
        FOR of_identity IN SELECT table_name FROM information_schema.columns
            WHERE table_schema = 'public' AND is_identity = 'YES'
        LOOP
            EXECUTE format('ALTER TABLE %I ALTER COLUMN id RESTART WITH 1000',
                of_identity.table_name);
        END LOOP;
    END
    $$
"""
"""Tests that are rolled back use numbers up all the same; they must not reach those of the rows."""


@pytest.fixture(scope="module")
def world(cluster: Cluster, migrated_template: str) -> Iterator[Database]:
    """A database with the rows of the migrations' tests, written by the application."""
    template = cluster.template("template_world", _fill, migrated_template)
    with cluster.copy(template) as database:
        yield database


@pytest.fixture(scope="module")
def module_connection(world: Database, request: pytest.FixtureRequest) -> Iterator[Connection]:
    """A connection of the application or, where a test asks by parameter, of the owner."""
    with getattr(world, getattr(request, "param", "app")).connect() as connection:
        yield connection


@pytest.fixture
def connection(module_connection: Connection) -> Iterator[Connection]:
    """A transaction on the world, rolled back at the end."""
    yield module_connection
    module_connection.rollback()


def _fill(database: Database) -> None:
    with database.app.begin() as connection:
        for statements in ROWS.values():
            run(connection, statements)
    with database.owner.begin() as connection:
        run(connection, _NUMBER_FROM_1000)
