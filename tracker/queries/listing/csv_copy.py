"""Whole lists as CSV, written by PostgreSQL itself and passed on as they come."""

from collections.abc import Collection, Iterator
from typing import Any

import psycopg
from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Integer,
    Numeric,
    String,
    and_,
    case,
    cast,
    func,
    or_,
)
from sqlalchemy.dialects import postgresql

from tracker.domain.spreadsheets import FORMULA_SIGNS, INVISIBLE
from tracker.queries.listing.expressions import AnyExpression, AnySelect
from tracker.queries.listing.paging import Order

# All else is text: what is joined of several texts has no type that is known here.
_NO_TEXT = (Boolean, Date, DateTime, Integer, Numeric)
_DIALECT = postgresql.dialect(paramstyle="pyformat")  # type: ignore[no-untyped-call]


def copy_csv(connection: Connection, statement: AnySelect) -> Iterator[bytes]:
    """Yield the rows of a statement as CSV with a header; memory does not grow with the rows."""
    compiled = statement.compile(dialect=_DIALECT, compile_kwargs={"render_postcompile": True})
    driver = connection.connection.driver_connection
    if not isinstance(driver, psycopg.Connection):
        raise TypeError(f"rows are copied through psycopg, not through {type(driver)}")
    query = f"COPY ({compiled}) TO STDOUT (FORMAT csv, HEADER)"
    # COPY takes no parameters on the server: this cursor writes them into the statement, quoted.
    with (
        psycopg.ClientCursor(driver) as cursor,
        cursor.copy(query.encode(), compiled.params) as copy,
    ):
        yield from map(bytes, copy)


def cell(column: AnyExpression) -> AnyExpression:
    """Return text as a spreadsheet may read it: what would run as a formula is quoted."""
    # Comparisons of bytes, which most texts end at, cost a fifth of looking behind what is unseen.
    bytes_ = column.collate("C")
    signs = func.left(func.ltrim(column, INVISIBLE), 1).in_(list(FORMULA_SIGNS))
    risky = and_(or_(bytes_ < "A", bytes_ > "\x7f"), signs)
    return case((risky, func.concat("'", column)), else_=column)


def written_date(day: AnyExpression, precision: AnyExpression) -> AnyExpression:
    """Write a date at its precision: 2025, 2025-11 or 2025-11-06."""
    length = case((precision == "year", 4), (precision == "month", 7), else_=10)
    return func.left(cast(day, String), length)


def csv_statement(rows: AnySelect, order: Order, left_out: Collection[str] = ()) -> AnySelect:
    """Return a list's rows as a CSV shows them: all of them, in order, dates at their precision."""
    columns = {
        str(column.key): column for column in rows.selected_columns if column.key not in left_out
    }
    shown: list[AnyExpression] = [
        _shown(column, columns.get(f"{name}_precision")).label(name)
        for name, column in columns.items()
        if not name.endswith("_precision") or name.removesuffix("_precision") not in columns
    ]
    return order.sort(rows.with_only_columns(*shown, maintain_column_froms=True))


def _shown(column: ColumnElement[Any], precision: ColumnElement[Any] | None) -> AnyExpression:
    if precision is not None:
        return written_date(column, precision)
    return column if isinstance(column.type, _NO_TEXT) else cell(column)
