"""Statements that mean harm: none writes, tells a secret, outlives its time or leaves a trace."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tests.reports.hostile_cases import Case, cases
from tests.support.cluster import Cluster
from tracker.db.engine import Database
from tracker.reports.csv_query import csv_query
from tracker.reports.runner import CancelledError, Limits, Runner, StatementError, TimedOutError

SECRET = "canary.of.accounts"  # noqa: S105 - part of an address that no report may tell
ALLOWED = {"refused", "runs", "cut"}  # what becomes of a statement that finds nothing to tell
LIMITS = Limits(seconds=0.5, rows=2000)
PATIENT = Limits(seconds=60, rows=2000)  # for what ends by itself, and must be seen to tell nothing

PLANTED = Path(__file__).with_name("planted.sql").read_text()
# Writes the query for the content of every table.
ALL_ROWS = text("""
    SELECT string_agg(
        format(
            'SELECT %L, string_agg(t::text, chr(10) ORDER BY t::text) FROM %s AS t',
            c.oid::regclass, c.oid::regclass),
        ' UNION ALL ' ORDER BY c.oid)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'history') AND c.relkind = 'r'
""")

ALL_ELSE = text("""
    SELECT
        (SELECT string_agg(concat(oid, relname, relacl), ',' ORDER BY oid) FROM pg_class),
        (SELECT string_agg(concat(oid, proname, proacl), ',' ORDER BY oid) FROM pg_proc),
        (SELECT string_agg(r::text, ',' ORDER BY oid) FROM pg_roles AS r),
        (SELECT string_agg(s::text, ',' ORDER BY s::text) FROM pg_sequences AS s),
        (SELECT count(*) FROM pg_largeobject_metadata)
""")

LEFT_BEHIND = text("""
    SELECT (SELECT count(*) FROM pg_stat_activity
            WHERE datname = current_database() AND usename = 'tracker_reader')
        + (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
        + (SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database())
""")

SEEN = """
    SELECT current_user::text, session_user::text,
        (SELECT string_agg(name || '=' || coalesce(setting, ''), ',' ORDER BY name)
            FROM pg_settings WHERE name <> 'application_name'),
        (SELECT count(*) FROM countries)
"""


CALLS_BACK = text("""
    SELECT string_agg(format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', p.oid::regprocedure), ';')
    FROM pg_proc AS p, aclexplode(p.proacl) AS a
    WHERE p.pronamespace = 'pg_catalog'::regnamespace AND a.is_grantable
        AND a.grantee = current_user::regrole
""")
TAKEN = re.compile(
    "set_config|pg_cancel_backend|pg_terminate_backend|advisory|pg_stat_activity"
    "|pg_stat_get_backend_activity"
)
"""What a superuser takes from the reports' login, where one was asked to."""


@pytest.fixture(scope="module")
def guarded(cluster: Cluster, migrated_template: str) -> Iterator[Database]:
    """A database where every login may call what PostgreSQL lets it call."""
    with cluster.copy(migrated_template) as database:
        with database.owner.begin() as connection:
            connection.exec_driver_sql(PLANTED)
            connection.exec_driver_sql(connection.execute(CALLS_BACK).scalar_one())
        yield database


@pytest.fixture(scope="module")
def restrained(cluster: Cluster, migrated_template: str) -> Iterator[Runner]:
    """A runner where the reports' login may call less, as on the embedded server."""
    with cluster.copy(migrated_template) as database:
        yield Runner(database.connect_reader)


def digest(owner: Connection) -> list[str]:
    """Return what tells rows, relations, functions, roles, sequences and large objects apart."""
    rows = repr(sorted(map(repr, owner.execute(text(owner.execute(ALL_ROWS).scalar_one())))))
    assert SECRET in rows
    else_ = owner.execute(ALL_ELSE).one()
    owner.rollback()
    return [hashlib.sha256(str(part).encode()).hexdigest() for part in (rows, *else_)]


def wait_until_gone(owner: Connection) -> None:
    """Wait until no session or lock of the run is left; a hanging test says which never goes."""
    while owner.scalar(LEFT_BEHIND):
        owner.rollback()
    owner.rollback()


def next_run(runner: Runner) -> list[tuple[object, ...]]:
    with runner.run(SEEN) as result:
        return list(result)


@pytest.fixture(scope="module")
def before(guarded: Database) -> tuple[list[str], list[tuple[object, ...]]]:
    with guarded.owner.connect() as owner:
        return digest(owner), next_run(Runner(guarded.connect_reader))


def outcome(runner: Runner, sql: str, limits: Limits = LIMITS) -> tuple[str, str]:
    """Run a statement; return what became of it, and all it told."""
    try:
        with runner.run(sql, limits=limits) as result:
            told = repr(list(result))
            return ("cut" if result.truncated else "runs"), told
    except CancelledError:
        return "cancelled", ""
    except TimedOutError:
        return "stopped", ""
    except StatementError as error:
        return "refused", f"{error} {error.hint}"


def written(runner: Runner, sql: str) -> str:
    """Run a statement that ran, for a file this time; return what it told."""
    with suppress(StatementError), runner.run(sql, limits=PATIENT) as result:
        names = [column.name for column in result.columns]
        as_csv = partial(csv_query, columns=result.columns, names=names, keys={}, schema="report")
        return b"".join(result.copied(as_csv)).decode()
    return ""


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_statement_that_means_harm_does_none(
    guarded: Database, before: tuple[list[str], list[tuple[object, ...]]], case: Case
) -> None:
    runner = Runner(guarded.connect_reader)
    with guarded.owner.connect() as owner:  # there to be ended, if a statement could
        assert owner.scalar(text("SELECT true"))
        limits = PATIENT if case.outcome == "hides" else LIMITS
        became, told = outcome(runner, case.sql, limits)
        assert became in (ALLOWED if case.outcome == "hides" else {case.outcome})
        assert SECRET not in told
        if became in {"runs", "cut"}:
            assert SECRET not in written(runner, case.sql)
        owner.rollback()
        wait_until_gone(owner)
        assert (digest(owner), next_run(runner)) == before


@pytest.mark.parametrize("case", [each for each in cases() if TAKEN.search(each.sql)], ids=str)
def test_where_a_superuser_took_the_means_nothing_can_even_be_tried(
    restrained: Runner, case: Case
) -> None:
    assert outcome(restrained, case.sql)[0] == "refused"


def test_there_are_many_of_them() -> None:
    assert len({case.sql for case in cases()}) >= 150
