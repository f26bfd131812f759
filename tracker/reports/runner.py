"""Running SQL that anybody may have written, so that it can do no harm.

What holds a statement in is the database: a login that sees the report views and nothing else, a
READ ONLY transaction, a cursor (which takes a single query and no other statement), and limits.
Each run has a connection of its own, rolled back and closed at the end, so nothing that a
statement sets or takes outlives it. ``docs/decisions/0013-reports.md`` tells what that leaves open.
"""

import datetime as dt
import hashlib
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Self
from uuid import uuid4

import psycopg
from psycopg.errors import InsufficientPrivilege, QueryCanceled
from psycopg.sql import SQL, Composable, Identifier, Literal

from tracker.errors import TrackerError
from tracker.reports.parameters import bind, write_in
from tracker.reports.result import Result

Connect = Callable[[], "psycopg.Connection[Any]"]
"""Makes a new connection of the reports' login."""

_CURSOR = "report"
_BEFORE = f'DECLARE "{_CURSOR}" NO SCROLL CURSOR FOR '  # what stands before the user's SQL


@dataclass(frozen=True)
class Limits:
    """What one run may take."""

    seconds: float = 30
    """From its start to its last row."""
    rows: int = 100_000
    """After so many, the rest is left out and the result says so."""
    letters: int = 50_000_000
    """Of texts in the rows; likewise. It bounds what whoever keeps all rows has to keep."""
    memory: str = "32MB"
    """For one sort or hash table; beyond it, PostgreSQL goes to temporary files."""


class ReportError(TrackerError):
    """A report gave no result."""

    exit_code = 3


class StatementError(ReportError):
    """PostgreSQL refused a statement or broke it off."""

    def __init__(self, error: psycopg.Error) -> None:
        """Take the driver's error."""
        diag = error.diag
        super().__init__(diag.message_primary or str(error))
        self.code = diag.sqlstate
        self.hint = diag.message_hint
        position = int(diag.statement_position or 0) - len(_BEFORE)
        self.position = position if position > 0 else None
        """At which character of the statement, from 1, where that is known."""


class TimedOutError(ReportError):
    """A run took longer than it may."""

    exit_code = 4


class CancelledError(ReportError):
    """Somebody broke a run off."""


class Runner:
    """Runs statements, each on a connection of its own."""

    def __init__(self, connect: Connect, limits: Limits = Limits()) -> None:
        """Take what connects as the reports' login."""
        self._connect = connect
        self.limits = limits

    @contextmanager
    def run(
        self,
        sql: str,
        values: Mapping[str, str] | None = None,
        *,
        as_of: dt.datetime | None = None,
        limits: Limits | None = None,
        run_id: str | None = None,
    ) -> Iterator[Result]:
        """Run one query; its rows are there until the block ends.

        ``as_of`` asks the database as it stood at a moment.
        ``run_id`` is what ``cancel`` knows the run by. Raises StatementError, TimedOutError,
        CancelledError and UnknownParameterError, also while rows are read.
        """
        allowed = limits or self.limits
        bound, arguments = bind(sql, values or {})
        with closing(self._connect()) as connection, _Watch(connection, allowed.seconds) as watch:
            try:
                _prepare(connection, allowed, as_of, run_id or new_run_id())
                written = write_in(sql, values or {}, partial(_quoted, connection))
                with psycopg.RawServerCursor(connection, _CURSOR, scrollable=False) as cursor:
                    cursor.execute(bound.encode(), arguments)
                    yield Result(cursor, allowed.rows, allowed.letters, written)
            except QueryCanceled as error:
                raise watch.explain(error) from None
            except psycopg.Error as error:
                raise StatementError(error) from None
            finally:
                with suppress(psycopg.Error):
                    connection.rollback()


def cancel(connect: Connect, run_id: str) -> bool:
    """Break a run off, in whatever process it runs; tell whether there was one.

    ``connect`` connects as the application, which may end what the reports' login does.
    """
    with closing(connect()) as connection:
        try:
            found = connection.execute(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = %s",
                (_label(run_id),),
            )
        except InsufficientPrivilege:  # of a login by address that was not granted the reader's
            return False
        return bool(found.fetchall())


class _Watch:
    """Breaks off what a connection does when its time is over.

    PostgreSQL's own timeout counts for each fetch anew, and a statement may set another.
    """

    def __init__(self, connection: "psycopg.Connection[Any]", seconds: float) -> None:
        self._connection = connection
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True
        self._over = False
        self._seconds = seconds

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()

    def explain(self, error: QueryCanceled) -> ReportError:
        """Tell a run that took too long from one that somebody broke off."""
        if self._over or "timeout" in (error.diag.message_primary or ""):
            return TimedOutError(f"The report took longer than {self._seconds:g} seconds.")
        return CancelledError("The report was broken off.")

    def _end(self) -> None:
        self._over = True
        with suppress(psycopg.Error):
            self._connection.cancel_safe()


def new_run_id() -> str:
    """Return a name for a run that no other has."""
    return uuid4().hex


def _label(run_id: str) -> str:
    """Return what the run's session is called: who reads it cannot tell the run's name from it."""
    return f"tracker report {hashlib.sha256(run_id.encode()).hexdigest()[:40]}"


def _quoted(connection: "psycopg.Connection[Any]", value: str) -> str:
    return Literal(value).as_string(connection)


def _prepare(
    connection: "psycopg.Connection[Any]",
    limits: Limits,
    as_of: dt.datetime | None,
    run_id: str,
) -> None:
    """Begin the run's transaction, and set what holds in it alone."""
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    settings = {
        "application_name": _label(run_id),
        "statement_timeout": f"{int(limits.seconds * 1000)}ms",
        "lock_timeout": "2s",
        "work_mem": limits.memory,
        "hash_mem_multiplier": "1",
        "max_parallel_workers_per_gather": "0",
        "timezone": "UTC",
        "datestyle": "ISO, YMD",
        "search_path": "report",
    }
    if as_of is not None:
        settings |= {"search_path": "report_as_of", "tracker.as_of": as_of.isoformat()}
    # Not by set_config, which the reports' login may be forbidden to call.
    chosen = (SQL("SET LOCAL {} = {}").format(*setting) for setting in _named(settings))
    connection.execute(SQL("; ").join(chosen))


def _named(settings: Mapping[str, str]) -> Iterator[tuple[Composable, Literal]]:
    for name, value in settings.items():
        yield Identifier(*name.split(".")), Literal(value)
