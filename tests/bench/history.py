"""The past beside the present: a record and a list page as of a date, and what it costs."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import psycopg

from tests.bench.bare import RECORD, Query, listed
from tests.bench.databases import SEED
from tests.bench.timing import medians
from tracker import bench
from tracker.cli.bench import fill
from tracker.cli.frame import say
from tracker.config import load_settings
from tracker.db.engine import Database, open_database
from tracker.db.migrations import upgrade
from tracker.db.roles import Login
from tracker.db.siblings import finish, mark_of, sibling

AGREEMENTS = 100_000
COPIED = 100_000
_CHANGES = 10  # of each agreement

# Each agreement is changed by changes of its own, its parts with it; the last version is the live
# row.
_MAKE_CHANGES = """
    INSERT INTO history.change (transaction, at, actor, login, door)
    SELECT pg_current_xact_id(), newest.at + n * interval '1 second', 'bench', 'bench', 'form'
    FROM (SELECT at FROM history.change ORDER BY id DESC LIMIT 1) AS newest,
        generate_series(1, (SELECT max(id) FROM agreement) * {changes}) AS n
    ORDER BY n
"""
_END_FIRST = """
    UPDATE history.{table} SET closed_by = {first} + {agreement}
    WHERE closed_by IS NULL AND {agreement} IS NOT NULL
"""
_MAKE_VERSIONS = """
    INSERT INTO history.{table} ({columns}, opened_by, closed_by)
    SELECT {columns}, {first} + (n - 1) * {agreements} + {agreement},
        CASE WHEN n < {changes} THEN {first} + n * {agreements} + {agreement} END
    FROM {table}, generate_series(1, {changes}) AS n
    WHERE {agreement} IS NOT NULL
"""
_CHANGED = {
    "agreement": "id",
    "agreement_party": "agreement_id",
    "agreement_action": "agreement_id",
    "agreement_status_span": "agreement_id",
    "agreement_official": "agreement_id",
    "agreement_scope": "agreement_id",
    "citation": "agreement_id",
}
"""The tables of an agreement, and their column that says which agreement it is."""

_COPIES = {
    "official": "SELECT 'Official ' || n AS name FROM generate_series(1, {rows}) AS n",
    "citation": (
        "SELECT (SELECT min(id) FROM document) AS document_id, a.id AS agreement_id,"
        " 'summary_en' AS field FROM (SELECT id FROM agreement ORDER BY id LIMIT {rows}) AS a"
    ),
}
"""Rows that are copied into a table, by the query that makes them."""


@dataclass(frozen=True)
class Compared:
    """Seconds with the history, and without."""

    name: str
    present: float
    past: float

    @property
    def ratio(self) -> float:
        return self.past / self.present


def measure(agreements: int) -> list[Compared]:
    """Measure with so many agreements of ten changes each."""
    with _opened(agreements) as database:
        url = database.urls[Login.OWNER].set(drivername="postgresql")
        conninfo = url.render_as_string(hide_password=False)
        with (
            psycopg.connect(conninfo, autocommit=True) as live,
            psycopg.connect(conninfo, autocommit=True) as past,
        ):
            _go_back(past)
            record = Query(RECORD, {"id": agreements // 2})
            pages = [
                _page(live, past, "a record's queries, as of a date", record),
                _page(live, past, "a list page's query, as of a date", listed()),
            ]
            copies = [_copy(live, table, min(COPIED, agreements)) for table in _COPIES]
        return [*pages, *copies]


def _page(live: psycopg.Connection, past: psycopg.Connection, name: str, query: Query) -> Compared:
    say(f"{name} …")
    sql, asked = query.sql.encode(), query.parameters
    present, earlier = medians(
        lambda: live.execute(sql, asked).fetchall(),
        lambda: past.execute(sql, asked).fetchall(),
    )
    return Compared(name, present, earlier)


def _go_back(connection: psycopg.Connection) -> None:
    """Let a connection see what there was half way through the changes."""
    connection.execute("""
        SELECT set_config('search_path', 'as_of', false),
            set_config('tracker.as_of', at::text, false)
        FROM history.change
        WHERE id = (SELECT (min(id) + max(id)) / 2 FROM history.change)
    """)


def _copy(connection: psycopg.Connection, table: str, rows: int) -> Compared:
    """Copy rows into a table and undo it, without the history's triggers and with them."""
    name = f"COPY of {rows:,} rows into {table}"
    say(f"{name} …")
    found = connection.execute(_COPIES[table].format(rows=rows).encode())
    columns = ", ".join(column.name for column in found.description or ())
    lines = "".join("\t".join(map(str, row)) + "\n" for row in found)

    def copied(*, kept: bool) -> None:
        with connection.transaction(force_rollback=True), connection.cursor() as cursor:
            if not kept:
                for trigger in ("keep_history_insert", "keep_changes_in_order"):
                    cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}".encode())
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN".encode()) as copy:
                copy.write(lines)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    without, with_history = medians(lambda: copied(kept=False), lambda: copied(kept=True))
    return Compared(name, without, with_history)


@contextmanager
def _opened(agreements: int) -> Iterator[Database]:
    """Open a database of so many agreements, each changed ten times; make it where need be."""
    settings, name = load_settings(), f"tracker_bench_history_{agreements}"
    mark = f"{bench.describe(agreements, SEED)}, each changed {_CHANGES} times"
    with open_database(settings, say) as own:
        with own.owner.connect() as connection:
            found = mark_of(connection, name)
        if found is None or not found.endswith(mark):
            fill(own, settings, agreements, SEED, name)
            with closing(sibling(own, name)) as database:
                _change_each(database)
                finish(database, mark)
        with closing(sibling(own, name)) as database:
            upgrade(database.owner, managed=database.managed, say=say)
            yield database


def _change_each(database: Database) -> None:
    with database.owner.begin() as connection:
        say("Changing each agreement …")
        first = connection.exec_driver_sql("SELECT max(id) FROM history.change").scalar_one()
        agreements = connection.exec_driver_sql("SELECT max(id) FROM agreement").scalar_one()
        words = {"first": first, "agreements": agreements, "changes": _CHANGES}
        connection.exec_driver_sql(_MAKE_CHANGES.format(**words))
        tracked = connection.exec_driver_sql("SELECT table_name, columns FROM guard.tracked()")
        for table, columns in tracked.all():
            if table in _CHANGED:
                words |= {"table": table, "columns": columns, "agreement": _CHANGED[table]}
                connection.exec_driver_sql(_END_FIRST.format(**words))
                connection.exec_driver_sql(_MAKE_VERSIONS.format(**words))
