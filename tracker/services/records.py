"""Writing a record with its parts and their evidence, as somebody has edited it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Insert, delete, insert, text, update
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from tracker.domain.drafts import EVIDENCE, KEPT, KEY, Draft, by_key
from tracker.domain.permissions import verb_to_edit
from tracker.domain.record_types import RecordKey
from tracker.models.drafts import Shape
from tracker.models.shapes import RECORDS
from tracker.services.audit import Author, require
from tracker.services.evidence import EvidenceSubject, write_evidence
from tracker.services.refusals import refusals_at
from tracker.services.reviews import reset_review


@dataclass(frozen=True)
class _Row:
    """One row as it was, if it was, and as it is to be.

    ``links`` are the columns that tie it to what it is a part of, ``path`` leads to its draft.
    ``key`` is the one that it had, where it was removed and is to come back under the same.
    """

    shape: Shape
    current: Draft | None
    desired: Draft
    links: dict[str, RecordKey] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    position: int | None = None
    key: RecordKey | None = None


@dataclass(frozen=True)
class _Part:
    """A list of parts as it was and as it is to be."""

    shape: Shape
    current: list[Draft]
    desired: list[Draft]
    links: dict[str, RecordKey]
    path: tuple[str, ...]

    def rows(self) -> Iterator[_Row]:
        """Yield the rows that are to be; their positions where rows came or moved."""
        current = by_key(self.current)
        now = [row[KEY] for row in self.desired]
        moved = now != [key for key in current if key in now]
        for position, row in enumerate(self.desired):
            yield _Row(
                self.shape,
                current.get(row[KEY]),
                row,
                self.links,
                (*self.path, row[KEY]),
                position if moved and self.shape.has_position else None,
            )


def save_record(  # noqa: PLR0913 (the last by name)
    session: Session,
    actor: Author,
    record: str,
    current: Draft | None,
    desired: Draft,
    *,
    key: RecordKey | None = None,
) -> RecordKey:
    """Write what differs between a record as it is and as it is desired; return its key.

    ``record`` is its root's table. ``current`` is the record as it stands in this transaction,
    after ``begin_change``, so that nobody changes it meanwhile; None makes a new one, or one that
    was removed anew under its old ``key``. Raises ``RefusedError`` where the database refuses.
    """
    require(actor, verb_to_edit(record))
    shape = RECORDS[record]
    if record == "agreement" and current is not None and desired != current:
        reset_review(session, int(current[KEY]))
    return _Writer(session, actor, shape.link).write(_Row(shape, current, desired, key=key))


def delete_record(session: Session, actor: Author, record: str, key: RecordKey) -> None:
    """Delete a record with its parts and evidence.

    Raises ``RefusedError`` where others refer to it.
    """
    require(actor, verb_to_edit(record))
    shape = RECORDS[record]
    with refusals_at():
        session.execute(delete(shape.table).where(shape.key == key))
    _check_now(session)


class _Writer:
    """Writes one record. ``root`` is the column by which its evidence points at it."""

    def __init__(self, session: Session, actor: Author, root: str) -> None:
        self._session = session
        self._actor = actor
        self._root = root
        self._ids: dict[
            tuple[str, str], RecordKey
        ] = {}  # of its parts, by their name and draft key

    def write(self, root: _Row) -> RecordKey:
        key = self._write_row(root)
        parts = list(_parts(root, key))
        for part in parts:
            self._clear_references(part)
        for part in reversed(parts):
            self._delete_rows(part)
        self._write_evidence(root, key)
        for part in parts:
            self._write_part(part)
        _check_now(self._session)
        return key

    def _write_part(self, part: _Part) -> None:
        for row in part.rows():
            key = self._write_row(row)
            self._ids[part.path[-1], row.desired[KEY]] = key
            self._write_evidence(row, key)
            for below in _parts(row, key):
                self._delete_rows(below)
                self._write_part(below)

    def _write_row(self, row: _Row) -> RecordKey:
        """Insert the row, or update the columns that differ; return its key."""
        placed = {} if row.position is None else {"position": row.position}
        columns = self._columns(row, row.desired)
        table, own = row.shape.table, row.shape.key
        with refusals_at(*row.path):
            if row.current is None:
                filled = {name: value for name, value in columns.items() if value is not None}
                filled |= {**row.links, **placed, **row.shape.derived(filled)}
                filled |= row.desired.get(KEPT, {})
                adds = insert(table)
                if row.key is not None:
                    filled |= {own.name: row.key}
                    adds = _InsertWithKey(table)
                made = self._session.execute(adds.values(filled).returning(own))
                return cast("RecordKey", made.scalar_one())
            before = self._columns(row, row.current)
            changed = {name: value for name, value in columns.items() if value != before[name]}
            changed |= {**placed, **row.shape.derived(changed)}
            key: RecordKey = own.type.python_type(row.current[KEY])
            if changed:
                self._session.execute(update(table).where(own == key).values(changed))
            return cast("RecordKey", columns.get(own.name, key))

    def _columns(self, row: _Row, draft: Draft) -> dict[str, Any]:
        """Return the columns that a draft fills; a reference within the record as a row's id."""
        columns: dict[str, Any] = {}
        for each in row.shape.fields(above=tuple(row.links)):
            columns |= each.write(draft)
        for column, name in row.shape.within.items():
            columns[column] = self._ids.get((name, draft.get(column) or ""))
        return columns

    def _clear_references(self, part: _Part) -> None:
        """Empty references to other parts that change, so that what they point at can go."""
        table, own = part.shape.table, part.shape.key
        desired = by_key(part.desired)
        for column in part.shape.within:
            changed = [
                int(row[KEY])
                for row in part.current
                if row[column] and desired.get(row[KEY], row)[column] != row[column]
            ]
            if changed:
                empty = update(table).where(own.in_(changed)).values({column: None})
                self._session.execute(empty)

    def _delete_rows(self, part: _Part) -> None:
        desired = by_key(part.desired)
        for row in part.current:
            if row[KEY] not in desired:
                with refusals_at(*part.path):
                    self._session.execute(
                        delete(part.shape.table).where(part.shape.key == int(row[KEY]))
                    )

    def _write_evidence(self, row: _Row, key: RecordKey) -> None:
        if not any(name in row.desired for name in EVIDENCE):
            return
        columns = {self._root: row.links.get(self._root, key)}
        if row.path:
            columns[row.shape.link] = key
        subject = EvidenceSubject(columns, row.path)
        write_evidence(self._session, self._actor, subject, row.current or {}, row.desired)


def _parts(row: _Row, key: RecordKey) -> Iterator[_Part]:
    """Yield the lists of parts directly below a row."""
    links = {**row.links, row.shape.link: key}
    current = row.current or {}
    for name, shape in row.shape.parts.items():
        before, after = current.get(name) or [], row.desired.get(name) or []
        yield _Part(shape, before, after, links, (*row.path, name))


def _check_now(session: Session) -> None:
    """Have the rules checked that else would be at the end of the transaction."""
    with refusals_at():
        session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        session.execute(text("SET CONSTRAINTS ALL DEFERRED"))


class _InsertWithKey(Insert):
    """Adds a row with a key of ours, where the database else gives the keys itself."""

    inherit_cache = True


@compiles(_InsertWithKey)
def _override(statement: _InsertWithKey, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401 (SQLAlchemy's)
    written: str = compiler.visit_insert(statement, **options)  # type: ignore[no-untyped-call]
    return written.replace(") VALUES (", ") OVERRIDING SYSTEM VALUE VALUES (", 1)
