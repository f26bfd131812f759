"""A record as a draft: as it is now, or as it was after some change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import FromClause, Table, func, select, union_all
from sqlalchemy.orm import Session

from tracker.domain.drafts import CITATIONS, EVIDENCE, EVIDENCE_FIELDS, KEPT, KEY, MISSING, Draft
from tracker.models import Base
from tracker.models.drafts import Columns, Shape
from tracker.models.evidence import PART_ROOTS, ROOTS
from tracker.models.history import twin
from tracker.models.record_tables import EVIDENCE_TABLES, own_tables
from tracker.models.shapes import RECORDS

_EVIDENCED = {*(root.table.name for root in ROOTS), *PART_ROOTS}
"""The tables of whose rows evidence can speak."""


@dataclass(frozen=True)
class Opened:
    """A record as somebody opens it: its draft, and the newest change that touched it."""

    draft: Draft
    version: int


def open_record(session: Session, record: str, key: int | str) -> Opened | None:
    """Fetch a record with its version, by its root's table and key; None when there is none.

    The version is the draft's own only where nobody can write between its queries: in a session
    that sees one moment, or that holds the writers' lock.
    """
    version = version_of(session, record, key)
    draft = read_draft(session, record, key)
    return None if draft is None else Opened(draft, version)


def version_of(session: Session, record: str, key: int | str) -> int:
    """Return the newest change that touched the record, its parts or their evidence."""
    touched = []
    for table, column in own_tables(record).items():
        past = twin(Base.metadata.tables[table])
        newest = func.greatest(func.max(past.c.opened_by), func.max(past.c.closed_by))
        touched.append(select(newest.label("change")).where(past.c[column] == key))
    newest_of_all = func.max(union_all(*touched).subquery().c.change)
    return session.scalar(select(func.coalesce(newest_of_all, 0))) or 0


def read_draft(
    session: Session, record: str, key: int | str, *, at: int | None = None
) -> Draft | None:
    """Fetch a record with its parts and their evidence, as it was after the change ``at``."""
    return _Reader(session, RECORDS[record], key, at).read()


class _Reader:
    """Reads one record: its rows table by table, and its evidence at once."""

    def __init__(self, session: Session, shape: Shape, key: int | str, at: int | None) -> None:
        self._session = session
        self._shape = shape
        self._key = key
        self._at = at
        self._evidence: dict[str, dict[str, list[Draft]]] = {}

    def read(self) -> Draft | None:
        found = self._fetch(self._shape.table, self._shape.key.name)
        if not found:
            return None
        if self._shape.table.name in _EVIDENCED:
            self._read_evidence()
        (draft,) = self._drafts(self._shape, found, ())
        return draft

    def _drafts(self, shape: Shape, rows: list[Columns], links: tuple[str, ...]) -> list[Draft]:
        """Make drafts of rows; ``links`` are the columns that tie them to what is above."""
        fields = shape.fields(above=links)
        drafts: dict[Any, Draft] = {}
        for row in rows:
            draft: Draft = {KEY: str(row[shape.key.name])}
            for field in fields:
                draft |= field.read(row)
            for column in shape.within:
                draft[column] = None if row[column] is None else str(row[column])
            if self._at is not None and shape.kept:
                draft[KEPT] = {column: row[column] for column in shape.kept}
            draft |= {name: [] for name in shape.parts}
            drafts[row[shape.key.name]] = draft | self._evidence_of(shape, draft[KEY])
        for name, part in shape.parts.items():
            below = (*links, shape.link)
            found = self._fetch(part.table, below[0])
            for row, draft in zip(found, self._drafts(part, found, below), strict=True):
                drafts[row[shape.link]][name].append(draft)
        return list(drafts.values())

    def _fetch(self, table: Table, column: str) -> list[Columns]:
        """Fetch the record's rows of one table, in their order."""
        source = _source(table, self._at)
        (own,) = table.primary_key.columns
        order = [source.c[name] for name in ("position", own.name) if name in source.c]
        statement = select(source).where(source.c[column] == self._key).order_by(*order)
        return [dict(row) for row in self._session.execute(statement).mappings()]

    def _evidence_of(self, shape: Shape, key: str) -> Draft:
        table = shape.table.name
        if self._shape.table.name not in _EVIDENCED or table not in _EVIDENCED:
            return {}
        return {**_no_evidence(), **self._evidence.get(f"{table}:{key}", {})}

    def _read_evidence(self) -> None:
        """Fetch the evidence of the record and its parts, by the row that it speaks of."""
        tables = Base.metadata.tables
        citation = _source(tables[EVIDENCE_TABLES[CITATIONS]], self._at)
        passage = _source(tables["passage"], self._at)
        quoted = (
            select(citation, passage.c.exact.label("quote"))
            .select_from(citation.outerjoin(passage, passage.c.id == citation.c.passage_id))
            .where(citation.c[self._shape.link] == self._key)
            .order_by(citation.c.id)
        )
        for said in self._session.execute(quoted).mappings():
            self._put(CITATIONS, said)
        for missing in self._fetch(tables[EVIDENCE_TABLES[MISSING]], self._shape.link):
            self._put(MISSING, missing)

    def _put(self, name: str, row: Mapping[Any, Any]) -> None:
        of_subject = self._evidence.setdefault(row["subject"], _no_evidence())
        said = {field: row[field] for field in EVIDENCE_FIELDS[name]}
        of_subject[name].append({KEY: str(row["id"]), **said})


def _no_evidence() -> dict[str, list[Draft]]:
    return {name: [] for name in EVIDENCE}


def _source(table: Table, at: int | None) -> FromClause:
    """Return the table's rows as they are, or those of its twin that held after a change."""
    if at is None:
        return table
    past = twin(table)
    held = (past.c.opened_by <= at) & (past.c.closed_by.is_(None) | (past.c.closed_by > at))
    return select(past).where(held).subquery()
