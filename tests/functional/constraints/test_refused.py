"""What must not exist cannot be written by SQL either, and no constraint is left untried."""

import re

import pytest
from sqlalchemy import Connection, text

from tests.functional.constraints.refusing import CASES, Case, refusal
from tests.support.small_world import run

BY_LOGIN = pytest.mark.parametrize("module_connection", ["app", "owner"], indirect=True)
GUARDED = [case for case in CASES if case.trigger]

CHECKED_COLUMNS = """
    SELECT c.conname, c.conrelid::regclass::text, a.attname
    FROM pg_constraint AS c
    JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
    WHERE c.connamespace = 'public'::regnamespace AND c.contype = 'c'
        AND c.conname LIKE '%\\_' || :kind AND c.conname <> ALL (:tried)
    ORDER BY 1, 2, 3
"""

NAMES = """
    SELECT conname FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass
        AND contype IN ('c', 'u', 'x')
        -- A key of evidence, (root, part), holds the primary key: that one refuses first.
        AND NOT (contype = 'u' AND conkey @> (
            SELECT p.conkey FROM pg_constraint AS p
            WHERE p.conrelid = pg_constraint.conrelid AND p.contype = 'p'))
    UNION SELECT indexrelid::regclass::text FROM pg_index
    JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relnamespace = 'public'::regnamespace AND indisunique AND indpred IS NOT NULL
"""
"""What statements are refused by, foreign keys apart: test_evidence.py tries those of evidence."""

TRIGGERS = """
    SELECT tgrelid::regclass || '.' || tgname
    FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
    WHERE pronamespace = 'guard'::regnamespace
"""


def checked_columns(connection: Connection, kind: str) -> list[tuple[str, str, str]]:
    """Return constraint, table and column of each CHECK of a kind that has no case of its own."""
    tried = [case.constraint for case in CASES]
    rows = connection.execute(text(CHECKED_COLUMNS), {"kind": kind, "tried": tried})
    return [(name, table, column) for name, table, column in rows]


@BY_LOGIN
@pytest.mark.parametrize("case", CASES, ids=str)
def test_statement_is_refused(connection: Connection, case: Case) -> None:
    assert refusal(connection, case.statements) == case.constraint


@pytest.mark.parametrize("module_connection", ["owner"], indirect=True)
@pytest.mark.parametrize("case", GUARDED, ids=str)
def test_only_the_trigger_stands_in_the_way(connection: Connection, case: Case) -> None:
    table, _, trigger = str(case.trigger).partition(".")
    run(connection, f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
    assert refusal(connection, case.statements) is None


def test_closed_vocabularies_refuse_other_words(connection: Connection) -> None:
    other = "UPDATE {} SET {} = 'no such word'"
    assert [
        (table, column, refusal(connection, other.format(table, column)))
        for _, table, column in checked_columns(connection, "known")
    ] == [(table, column, name) for name, table, column in checked_columns(connection, "known")]


def test_texts_are_not_blank(connection: Connection) -> None:
    blank = (
        "UPDATE {0} SET {1} = E' \\t\\n'"
        " WHERE {1} IS NOT NULL OR NOT EXISTS (SELECT FROM {0} WHERE {1} IS NOT NULL)"
    )
    assert [
        (table, column, refusal(connection, blank.format(table, column)))
        for _, table, column in checked_columns(connection, "not_blank")
    ] == [(table, column, name) for name, table, column in checked_columns(connection, "not_blank")]


def test_every_constraint_is_tried(connection: Connection) -> None:
    """Those of a kind are tried together: words and blanks above, dates in test_dates.py."""
    names = set(connection.scalars(text(NAMES)))
    of_a_kind = {name for name in names if re.search("_(known|not_blank|partial)$", name)}
    tried = {case.constraint for case in CASES}
    assert names - of_a_kind - tried == set()
    assert {name for name in tried if name.startswith(("ck_", "uq_", "ex_"))} - names == set()


def test_every_trigger_is_tried(connection: Connection) -> None:
    triggers = set(connection.scalars(text(TRIGGERS)))
    kept = {trigger for trigger in triggers if ".keep_" in trigger}  # tried in test_kept.py
    assert {case.trigger for case in GUARDED} == triggers - kept
