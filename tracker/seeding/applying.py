"""Rows into the database: what is new is added, what changed is changed, what people did stays."""

from collections import defaultdict
from collections.abc import Callable

from sqlalchemy import Table, any_, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tracker.errors import TrackerError
from tracker.models import Base
from tracker.seeding.comparing import Comparison, Values, compare
from tracker.seeding.encoding import encode
from tracker.seeding.memory import Memory, PrimaryKey
from tracker.seeding.problems import SeedError, SeedProblem
from tracker.seeding.report import SeedReport
from tracker.seeding.rows import DesiredRow
from tracker.seeding.values import Ref, Stamp
from tracker.seeding.writing import (
    Write,
    in_words,
    insert_rows,
    primary_key,
    update_rows,
)

_LOCK = 7_411_020_302  # any number of our own: one run of the seeds at a time


class Application:
    """One run: compares the rows with the database and writes the difference."""

    def __init__(self, session: Session, advance: Callable[[int], None]) -> None:
        self._session = session
        self._advance = advance
        session.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        self._now = session.execute(select(func.now())).scalar_one()
        self._memory = Memory(session)
        self._deleted: set[str] = set()
        self._report = SeedReport()

    def run(self, rows: list[DesiredRow], every_key: set[str]) -> SeedReport:
        """Write ``rows``; ``every_key`` are the keys of all rows in all files."""
        tables = defaultdict(list)
        for row in rows:
            tables[row.table.name].append(row)
        for table in Base.metadata.sorted_tables:
            if table.name in tables:
                self._load(table, tables[table.name])
        self._memory.write()
        self._report.gone = sorted(self._memory.keys() - every_key)
        self._check_deferred()
        return self._report

    def _load(self, table: Table, rows: list[DesiredRow]) -> None:
        known = [row for row in rows if row.key in self._memory]
        current = self._current(table, known)
        for row in known:
            if self._memory[row.key].primary_key not in current:
                self._leave_out(row, "a person deleted it")
        self._add([row for row in rows if row.key not in self._memory])
        self._change([row for row in known if row.key not in self._deleted], current)

    def _current(self, table: Table, rows: list[DesiredRow]) -> dict[PrimaryKey, Values]:
        """Read the rows as they stand, and hold them until the transaction ends."""
        if not rows:
            return {}
        identity = primary_key(table)
        names = {name for row in rows for name in (*row.values, *self._memory[row.key].content)}
        columns = [table.c[name] for name in sorted(names)]
        wanted = literal([self._memory[row.key].primary_key for row in rows], ARRAY(identity.type))
        statement = (
            select(identity.label("the_row"), *columns)
            .where(identity == any_(wanted))
            .with_for_update(key_share=True)
        )
        return {
            found[0]: {
                column.name: encode(value) for column, value in zip(columns, found[1:], strict=True)
            }
            for found in self._session.execute(statement)
        }

    def _add(self, rows: list[DesiredRow]) -> None:
        """Insert new rows; those that others of the same table point at go first."""
        pending = rows
        while pending:
            ready = [row for row in pending if not self._unreached(row)]
            if not ready:
                raise SeedError([self._unreachable(row) for row in pending])
            self._insert(ready)
            written = {row.key for row in ready}
            pending = [row for row in pending if row.key not in written]

    def _insert(self, rows: list[DesiredRow]) -> None:
        writes = []
        for row in rows:
            lost = next((ref for ref in _refs(row) if ref.key in self._deleted), None)
            if lost:
                self._leave_out(row, f"a person deleted {lost.key}")
            else:
                writes.append(Write(row, self._values(row)))
        keys = insert_rows(self._session, writes)
        for write in writes:
            row = write.row
            content = {column: encode(value) for column, value in write.values.items()}
            self._memory.add(row.key, row.table, keys[row.key], content)
            self._report.of(row.entry.collection).added += 1
        self._advance(len(writes))

    def _change(self, rows: list[DesiredRow], current: dict[PrimaryKey, Values]) -> None:
        writes = []
        for row in rows:
            known = self._memory[row.key]
            values = self._values(row, known.content)
            wanted = {column: encode(value) for column, value in values.items()}
            found = compare(wanted, known.content, current[known.primary_key])
            self._memory.change(row.key, found.content)
            if found.changes:
                changed = {column: values.get(column) for column in found.changes}
                writes.append(Write(row, changed, known.primary_key))
            self._count(row, found)
        update_rows(self._session, writes)
        self._advance(len(rows))

    def _count(self, row: DesiredRow, found: Comparison) -> None:
        counts = self._report.of(row.entry.collection)
        if found.changes:
            counts.changed += 1
        elif found.kept:
            counts.kept += 1
        else:
            counts.left_alone += 1
        if found.kept:
            self._report.kept.append(f"{row.key}: {', '.join(found.kept)} as a person edited it")

    def _leave_out(self, row: DesiredRow, why: str) -> None:
        """Keep a row out, with all that hangs on it; say so once."""
        if row.above is None or row.above.key not in self._deleted:
            self._report.kept.append(f"{row.key}: left out, because {why}")
        self._deleted.add(row.key)
        self._report.of(row.entry.collection).kept += 1
        self._advance(1)

    def _values(self, row: DesiredRow, written: Values | None = None) -> dict[str, object]:
        """Return a row's values with primary keys for references.

        ``written`` are the values it was given before: a moment stays what it was, and so does
        a reference whose target a person deleted.
        """
        values: dict[str, object] = {}
        for column, value in row.values.items():
            stays = value is Stamp.NOW or (isinstance(value, Ref) and value.key in self._deleted)
            if stays and written and column in written:
                values[column] = written[column]
            elif value is Stamp.NOW:
                values[column] = self._now
            elif isinstance(value, Ref):
                values[column] = self._memory[value.key].primary_key
            else:
                values[column] = value
        return values

    def _unreached(self, row: DesiredRow) -> list[Ref]:
        return [
            ref
            for ref in _refs(row)
            if ref.key not in self._memory and ref.key not in self._deleted
        ]

    def _unreachable(self, row: DesiredRow) -> SeedProblem:
        keys = ", ".join(ref.key for ref in self._unreached(row))
        return row.problem(f"{keys} is not in the database: load all seeds, or break the circle")

    def _check_deferred(self) -> None:
        try:
            self._session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        except DBAPIError as error:
            raise TrackerError(f"The database refuses the seeds: {in_words(error)}") from error


def _refs(row: DesiredRow) -> list[Ref]:
    return [value for value in row.values.values() if isinstance(value, Ref)]
