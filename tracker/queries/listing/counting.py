"""How many rows there are, in one query that never reads a large table whole.

Rows that fit are counted up to a cap; all rows of a large table are told by the planner. Each way
to count has its way to read what it counted, and a ``Total`` says how its number is to be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    GenerativeSelect,
    Row,
    ScalarSelect,
    bindparam,
    case,
    func,
    literal,
    select,
    text,
    union,
)
from sqlalchemy.orm import Session

from tracker.models import Base
from tracker.queries.listing.expressions import AnySelect

_Rows = TypeVar("_Rows", bound=GenerativeSelect)

COUNTED_BELOW = 20_000
"""Rows of a table up to which its values are counted one by one."""

COUNTED_UP_TO = 1_000
"""Rows that fit a filter up to which they are counted; beyond, there are more than that."""


class Exactness(StrEnum):
    """What a number says."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"


@dataclass(frozen=True)
class Total:
    """A number of rows, and how it is to be read."""

    number: int
    exactness: Exactness = Exactness.EXACT


def capped(rows: _Rows, cap: int | None = None) -> _Rows:
    """Select rows up to a cap, which is ``COUNTED_UP_TO``, plus one that tells of more."""
    return rows.limit((COUNTED_UP_TO if cap is None else cap) + 1)


def capped_count(rows: GenerativeSelect, cap: int | None = None) -> ScalarSelect[int]:
    """Count rows up to a cap, as a column of another query; ``capped_total`` reads it."""
    return select(func.count()).select_from(capped(rows, cap).subquery()).scalar_subquery()


def capped_total(number: int, cap: int | None = None) -> Total:
    """Read what ``capped_count`` has counted up to the same cap."""
    most = COUNTED_UP_TO if cap is None else cap
    return Total(most, Exactness.MORE_THAN) if number > most else Total(number)


def part_of_capped(number: int, seen: int) -> Total:
    """Read how many there are of one kind among the rows of ``capped``, ``seen`` of them."""
    return Total(number, Exactness.MORE_THAN if seen > COUNTED_UP_TO else Exactness.EXACT)


def count_column(
    table: type[Base], conditions: Sequence[ColumnElement[bool]] = ()
) -> ColumnElement[Any]:
    """Count the rows of a table that fit, as a column of another query; ``read_total`` reads it.

    All rows of a large table are the planner's word for it.
    """
    if conditions:
        return capped_count(select(literal(1)).select_from(table).where(*conditions))
    name: BindParameter[str] = bindparam("name", f"public.{table.__tablename__}", unique=True)
    about = _ROWS.bindparams(name).columns(rows=BigInteger).scalar_subquery()
    counted = select(func.count()).select_from(table).correlate(None).scalar_subquery()
    return case((about >= counted_below(), about), else_=counted)


def read_total(number: int | None, conditions: Sequence[ColumnElement[bool]] = ()) -> Total:
    """Read what ``count_column`` counted under the same conditions."""
    number = number or 0
    if conditions:
        return capped_total(number)
    return Total(number, Exactness.ABOUT if number >= COUNTED_BELOW else Exactness.EXACT)


def total_of(
    session: Session, table: type[Base], conditions: Sequence[ColumnElement[bool]]
) -> Total:
    """Tell how many rows of a table fit, where no other query could count them beside its rows."""
    return read_total(session.scalar(select(count_column(table, conditions))), conditions)


def count_of(table: Any, *ties: AnySelect) -> ScalarSelect[int]:  # noqa: ANN401 (a model)
    """Count what is tied to a row of a table: each select narrows ties to those of the row.

    What several selects find counts once. Counting ends a little beyond ``COUNTED_BELOW``.
    """
    own = [tie.correlate(table) for tie in ties]
    return capped_count(own[0] if len(own) == 1 else union(*own), COUNTED_BELOW)


def agreements_of(row: Row[Any]) -> Total:
    """Read the number of a row's agreements, which ``count_of`` or the planner told."""
    if getattr(row, "agreements_about", False):
        return Total(row.agreements, Exactness.ABOUT)
    return capped_total(row.agreements, COUNTED_BELOW)


def is_small(session: Session, table: str) -> bool:
    """Tell whether a table is small enough to be counted."""
    return rows_about(session, table) < COUNTED_BELOW


def rows_about(session: Session, table: str) -> int:
    """Return about how many rows a table has, without reading it; 0 when it was never analysed."""
    return session.scalar(_ROWS, {"name": f"public.{table}"}) or 0


def counted_below() -> BindParameter[int]:
    """Return ``COUNTED_BELOW`` for statements that are built once: it is read when they are run."""
    return bindparam("counted_below", callable_=lambda: COUNTED_BELOW, unique=True)


_ROWS = text(
    "SELECT greatest(reltuples, 0)::bigint AS rows FROM pg_class WHERE oid = to_regclass(:name)"
)
