"""A database with the rows of the migrations' tests, written by the application."""

from sqlalchemy import Connection

from tests.support.rows import ROWS
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


def run(connection: Connection, statements: str) -> None:
    """Run SQL as it stands, several statements at once if need be."""
    connection.exec_driver_sql(statements, execution_options={"no_parameters": True})


def fill(database: Database) -> None:
    """Write the rows into a database that has none."""
    with database.app.begin() as connection:
        for statements in ROWS.values():
            run(connection, statements)
    with database.owner.begin() as connection:
        run(connection, _NUMBER_FROM_1000)
