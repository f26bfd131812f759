"""What the migrations make is what the models say, and keeps the rules for every table."""

from typing import Any

import pytest
from sqlalchemy import Connection, text

from tracker.db.engine import Database
from tracker.models import Base

CATALOGUE = {
    "columns": """
        SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
            a.attidentity, a.attgenerated, pg_get_expr(d.adbin, d.adrelid),
            col_description(c.oid, a.attnum)
        FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    """,
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype <> 't'  -- triggers are derived
    """,
    "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "tables": """
        SELECT relname, obj_description(oid, 'pg_class')
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    """,
}

CALLED_BY_TABLES = """
    CREATE FUNCTION fold(text) RETURNS text LANGUAGE sql IMMUTABLE RETURN lower($1);
    CREATE FUNCTION plain(text) RETURNS text LANGUAGE sql IMMUTABLE RETURN lower($1);
    CREATE FUNCTION sounds(text) RETURNS text LANGUAGE sql IMMUTABLE RETURN lower($1);
"""

Rows = set[tuple[Any, ...]]


def catalogue(connection: Connection, part: str) -> Rows:
    rows = {tuple(row) for row in connection.execute(text(CATALOGUE[part]))}
    return {row for row in rows if not any("alembic_version" in str(value) for value in row)}


def made_by_models(database: Database, part: str) -> Rows:
    with database.owner.connect() as connection:
        for extension in ("btree_gist", "pg_trgm", "unaccent"):
            connection.execute(text(f"CREATE EXTENSION {extension}"))
        connection.execute(text(CALLED_BY_TABLES))
        Base.metadata.create_all(connection)
        return catalogue(connection, part)


@pytest.mark.parametrize("part", CATALOGUE)
def test_migrations_make_what_the_models_say(
    owner: Connection, empty_database: Database, part: str
) -> None:
    assert catalogue(owner, part) == made_by_models(empty_database, part)


def test_every_table_and_column_has_a_comment(owner: Connection) -> None:
    assert [row for row in catalogue(owner, "tables") if not row[-1]] == []
    assert [row for row in catalogue(owner, "columns") if not row[-1]] == []


def test_every_foreign_key_is_indexed(owner: Connection) -> None:
    """An index begins with the key's columns, in whatever order."""
    bare = owner.execute(
        text("""
            SELECT c.conname FROM pg_constraint AS c
            WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND NOT EXISTS (
                SELECT FROM pg_index AS i
                WHERE i.indrelid = c.conrelid
                    AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey
            ) AND NOT EXISTS (
                -- Evidence's keys (root, part): an index of the part alone finds them.
                SELECT FROM pg_index AS i
                WHERE i.indrelid = c.conrelid AND cardinality(c.conkey) = 2
                    AND i.indkey[0] = c.conkey[2] AND i.indpred IS NOT NULL
            )
        """)
    ).scalars()
    assert list(bare) == []


def test_constraints_are_named_by_the_convention(owner: Connection) -> None:
    prefixes = ("pk_", "fk_", "uq_", "ix_", "ck_", "ex_")
    names = [row[1] for row in catalogue(owner, "constraints")]
    # PostgreSQL 18 names NOT NULL constraints itself.
    assert [n for n in names if not n.startswith(prefixes) and not n.endswith("_not_null")] == []
