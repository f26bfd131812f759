"""Synthetic records: the same for the same seed, under all rules, in a database of their own."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, text

from tests.support import templates
from tests.support.cluster import Cluster
from tests.support.processes import Environment, environment, tracker
from tests.support.synthetic import fill
from tracker import bench
from tracker.bench.rows import TABLES
from tracker.checking import Severity, check
from tracker.db.embedded.server import OWNER, EmbeddedServer
from tracker.db.engine import Database

AGREEMENTS = 300
DEFINITIONS = """
SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid::regclass::text = ANY (:tables)
UNION ALL
SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
FROM pg_constraint
UNION ALL
SELECT 'trigger', tgrelid::regclass || '.' || tgname, tgenabled::text FROM pg_trigger
WHERE NOT tgisinternal
ORDER BY 1, 2
"""


@pytest.fixture(scope="module")
def reference_template(cluster: Cluster) -> str:
    return templates.with_reference(cluster)


@pytest.fixture
def unfilled(cluster: Cluster, reference_template: str) -> Iterator[Database]:
    with cluster.copy(reference_template) as database:
        yield database


@pytest.fixture(scope="module")
def filled_template(cluster: Cluster, reference_template: str) -> str:
    return cluster.template(
        "template_bench", lambda empty: fill(empty, AGREEMENTS, 1), reference_template
    )


@pytest.fixture
def filled(cluster: Cluster, filled_template: str) -> Iterator[Database]:
    with cluster.copy(filled_template) as database:
        yield database


def contents(database: Database) -> dict[str, str]:
    """Return a digest of the rows of each table that is filled, whatever their order."""
    with database.owner.connect() as connection:
        return {
            table: connection.scalar(
                text(f"SELECT md5(string_agg(t::text, '|' ORDER BY t.id)) FROM {table} AS t")  # noqa: S608 - our tables
            )
            or ""
            for table in TABLES.values()
        }


def definitions(connection: Connection) -> list[tuple[str, str, str]]:
    found = connection.execute(text(DEFINITIONS), {"tables": list(TABLES.values())})
    return [(kind, name, definition) for kind, name, definition in found]


def test_the_same_seed_makes_the_same_records(filled: Database, unfilled: Database) -> None:
    fill(unfilled, AGREEMENTS, 1)
    assert contents(unfilled) == contents(filled)


def test_another_seed_makes_other_records(filled: Database, unfilled: Database) -> None:
    fill(unfilled, AGREEMENTS, 2)
    assert contents(unfilled)["agreement"] != contents(filled)["agreement"]


def test_there_are_as_many_agreements_as_asked_for(filled: Database) -> None:
    with filled.session() as session:
        assert session.scalar(text("SELECT count(*) FROM agreement")) == AGREEMENTS


def test_no_rule_of_the_check_is_broken(filled: Database) -> None:
    with filled.session() as session:
        for result in check(session):
            assert result.rule.severity is Severity.WARNING or not result.findings


def test_every_constraint_index_and_trigger_is_as_it_was(
    filled: Database, unfilled: Database
) -> None:
    with unfilled.owner.connect() as before, filled.owner.connect() as after:
        assert definitions(after) == definitions(before)


def test_the_triggers_find_nothing_to_change(filled: Database) -> None:
    before = contents(filled)
    touched = {
        "agreement": "signed_on",
        "agreement_action": "kind",
        "agreement_status_span": "status",
        "agreement_relation": "kind",
        "citation": "field",
        "event": "parent_id",
        "missing_value": "field",
        "passage": "exact",
    }
    with filled.owner.begin() as connection:
        for table, column in touched.items():
            connection.exec_driver_sql(f"UPDATE {table} SET {column} = {column}")  # noqa: S608 - ours
    assert contents(filled) == before


def test_the_next_row_gets_the_next_number(filled: Database) -> None:
    with filled.owner.begin() as connection:
        for number in connection.scalars(
            text("INSERT INTO official (name) VALUES ('A'), ('B') RETURNING id")
        ):
            assert number > AGREEMENTS


def test_the_rare_word_is_rare_and_the_common_word_common(filled: Database) -> None:
    count = text("SELECT count(*) FROM agreement WHERE strpos(fold(title_en), fold(:word)) > 0")
    with filled.session() as session:
        rare = session.scalar(count, {"word": bench.rare_word(AGREEMENTS)})
        common = session.scalar(count, {"word": bench.COMMON_WORD})
    assert 0 < rare < 20 < common


def test_the_command_fills_a_database_of_its_own(home: Path) -> None:
    for _ in range(2):  # the second takes the place of the first
        done = tracker("bench", "fill", "--agreements", "50", env=environment(home))
        assert done.returncode == 0, done.stderr
    with EmbeddedServer(home) as server:
        assert agreements(server, "tracker") == 0
        assert agreements(server, "tracker_bench_50") == 50


@pytest.mark.parametrize("taken", ["own", "foreign"])
def test_the_command_touches_no_other_database(home: Path, taken: str) -> None:
    with EmbeddedServer(home) as server:
        with psycopg.connect(address(server, "postgres", "postgres"), autocommit=True) as one:
            one.execute(f"CREATE DATABASE tracker_bench_50 TEMPLATE tracker OWNER {OWNER}")
        own = "tracker_bench_50" if taken == "own" else "tracker"
        env: Environment = environment(home, database_url=address(server, OWNER, own))
        done = tracker("bench", "fill", "--agreements", "50", env=env)
        assert done.returncode == 1
        assert "left as it was" in done.stderr
        assert agreements(server, "tracker_bench_50") == 0


def address(server: EmbeddedServer, role: str, database: str) -> str:
    url = server.url(role, database).set(drivername="postgresql")
    return url.render_as_string(hide_password=False)


def agreements(server: EmbeddedServer, database: str) -> int:
    with psycopg.connect(address(server, OWNER, database)) as connection:
        row = connection.execute("SELECT count(*) FROM agreement").fetchone()
    assert row is not None
    return int(row[0])
