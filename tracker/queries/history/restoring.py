"""A past state of a record beside the present one: what would change if it were restored."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.orm import Session

from tracker.domain.drafts import EVIDENCE, KEY, Draft, by_key, content
from tracker.models.drafts import Shape
from tracker.models.record_tables import EVIDENCE_TABLES
from tracker.models.shapes import RECORDS
from tracker.queries.history.drafts import read_draft, version_of
from tracker.queries.history.record_history import RowChange, references
from tracker.queries.lookup.record_names import RecordName, RowKey, names


@dataclass(frozen=True)
class Past:
    """A record as it is ``now``, None if it was removed, and as it was ``then``.

    ``version`` is the newest change that touched it, ``rows`` what restoring would do, ``moved``
    whether it would change the order of parts; ``named`` is what all that is called.
    """

    now: Draft | None
    version: int
    then: Draft
    rows: list[RowChange]
    moved: bool
    named: dict[RowKey, RecordName]

    @property
    def same(self) -> bool:
        """Tell whether there is nothing to restore."""
        return not self.rows and not self.moved

    @property
    def gone(self) -> dict[RowKey, RecordName]:
        """Return the records that it pointed at then and that have been removed."""
        wanted = references(replace(row, before=None) for row in self.rows)
        return {
            each: self.named[each]
            for each in dict.fromkeys(wanted)
            if each[0] in RECORDS and each in self.named and self.named[each].gone
        }


def open_past(session: Session, record: str, key: int | str, at: int) -> Past | None:
    """Fetch a record as it is and as it was after a change; None where it was not there then.

    The version is read first, so that it is never newer than what is compared.
    """
    version = version_of(session, record, key)
    now, then = read_draft(session, record, key), read_draft(session, record, key, at=at)
    if then is None:
        return None
    shape = RECORDS[record]
    then = _Matching().row(shape, then, now or {})
    rows = list(_differing(shape, (), now, then))
    named = names(session, {*references(rows), (record, str(key))})
    return Past(now, version, then, rows, _moved(shape, now or {}, then), named)


class _Matching:
    """Gives parts that were removed the keys of like ones that came back since.

    So what has been restored once is found as it is, and not removed and made again.
    """

    def __init__(self) -> None:
        self._keys: dict[tuple[str, str | None], str] = {}  # now, by a part's name and its key then

    def row(self, shape: Shape | None, then: Draft, now: Draft) -> Draft:
        """Return a draft with its parts matched; of evidence, which has no shape, as it is."""
        if shape is None:
            return then
        matched = dict(then)
        for column, name in shape.within.items():
            matched[column] = self._keys.get((name, then[column]), then[column])
        parts: dict[str, Shape | None] = {**dict.fromkeys(EVIDENCE), **shape.parts}
        for name, part in parts.items():
            if name in then:
                matched[name] = list(self._rows(name, part, then[name], now.get(name) or []))
        return matched

    def _rows(
        self, name: str, shape: Shape | None, then: list[Draft], now: list[Draft]
    ) -> Iterator[Draft]:
        there, was = by_key(now), by_key(then)
        free = [row for key, row in there.items() if key not in was]
        for key, draft in was.items():
            matched = self.row(shape, draft, there.get(key, {}))
            like = None
            if key not in there:
                like = next((row for row in free if content(row) == content(matched)), None)
            if like is not None:
                free.remove(like)
                self._keys[name, key] = like[KEY]
            yield like or matched


def _differing(
    shape: Shape, above: tuple[str, ...], now: Draft | None, then: Draft | None
) -> Iterator[RowChange]:
    """Yield what differs in a row, in its evidence and in its parts; ``above`` ties it in."""
    before, after = (_columns(shape, above, draft) for draft in (now, then))
    if before != after:
        yield RowChange(shape.table.name, _key(now, then), before, after)
    for name, table in EVIDENCE_TABLES.items():
        for was, wanted in _pairs(name, now, then):
            if was != wanted:
                before, after = (_said(shape, draft) for draft in (was, wanted))
                yield RowChange(table, _key(was, wanted), before, after)
    for name, part in shape.parts.items():
        for was, wanted in _pairs(name, now, then):
            yield from _differing(part, (*above, shape.link), was, wanted)


def _pairs(
    name: str, now: Draft | None, then: Draft | None
) -> Iterator[tuple[Draft | None, Draft | None]]:
    """Yield the rows of a part as they are and as they were, side by side."""
    there, was = (by_key((draft or {}).get(name) or []) for draft in (now, then))
    for key in dict.fromkeys([*there, *was]):
        yield there.get(key), was.get(key)


def _moved(shape: Shape, now: Draft, then: Draft) -> bool:
    """Tell whether rows that are there in both stand in another order, where it is chosen."""
    for name, part in shape.parts.items():
        there, was = (by_key(draft.get(name) or []) for draft in (now, then))
        if part.has_position and [k for k in there if k in was] != [k for k in was if k in there]:
            return True
        if any(_moved(part, there[key], was[key]) for key in there.keys() & was.keys()):
            return True
    return False


def _key(now: Draft | None, then: Draft | None) -> tuple[str]:
    return (str((then or now or {})[KEY]),)


def _said(of: Shape, evidence: Draft | None) -> Draft | None:
    """Write evidence as the history does, which also has the row that it speaks of."""
    if evidence is None:
        return None
    said = {name: value for name, value in evidence.items() if name != KEY}
    return {**said, "subject": f"{of.table.name}:"}


def _columns(shape: Shape, above: tuple[str, ...], draft: Draft | None) -> dict[str, Any] | None:
    """Return the columns that a draft fills, written as the history writes them."""
    if draft is None:
        return None
    columns: dict[str, Any] = {}
    for each in shape.fields(above=above):
        columns |= each.write(draft)
    columns |= {column: draft[column] for column in shape.within}
    return {name: _written(value) for name, value in columns.items()}


def _written(value: object) -> object:
    match value:
        case Range():
            return f"[{value.lower or ''},{value.upper or ''})"
        case dt.date():
            return value.isoformat()
        case _:
            return value
