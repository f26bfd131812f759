"""The request's database session: made when first asked for, closed with the request."""

from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from flask import Flask, current_app, g

from tracker.web.site.as_of import as_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.db.engine import Database, Session


def init_app(app: Flask) -> None:
    """Close each request's session at its end, whatever became of it."""
    app.teardown_appcontext(_close)


def session() -> "Session":
    """Return this request's session, which only reads."""
    if "session" not in g:
        database: Database = current_app.extensions["database"]
        g.session = database.reading(as_of())
    return cast("Session", g.session)


@contextmanager
def snapshot() -> "Iterator[Session]":
    """Lend a session that reads everything as it is at one moment, whoever writes meanwhile."""
    database: Database = current_app.extensions["database"]
    with database.snapshot() as lent:
        yield lent


@contextmanager
def transaction() -> "Iterator[Session]":
    """Lend a session that writes; all is kept, unless an error leaves the block."""
    database: Database = current_app.extensions["database"]
    with database.transaction() as lent:
        yield lent


def _close(_: BaseException | None) -> None:
    opened = g.pop("session", None)
    if opened is not None:
        opened.close()
