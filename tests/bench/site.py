"""The site in this process, and what its pages ask of the database."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from pydantic import SecretStr
from sqlalchemy import event
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tracker.app import create_app
from tracker.config import Settings
from tracker.db.engine import Database


@dataclass
class Asked:
    """The statements of a request, with the seconds that each took to run and fetch."""

    statements: list[tuple[float, str]] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return sum(taken for taken, _ in self.statements)

    @property
    def slowest(self) -> str:
        return max(self.statements)[1]


class Site:
    """The whole application, asked without a network between."""

    def __init__(self, database: Database) -> None:
        self._database = database
        settings = Settings(secret_key=SecretStr("only for measuring"))
        self._app = create_app(database, settings)

    def get(self, address: str) -> bytes:
        """Return what the site answers."""
        return b"".join(self.pieces(address))

    def pieces(self, address: str) -> Iterable[bytes]:
        """Return what the site answers, piece by piece; fail unless all is well."""
        environ = EnvironBuilder(address).get_environ()
        pieces, status, _ = run_wsgi_app(self._app, environ)
        if not status.startswith("200"):
            raise RuntimeError(f"{address}: {status}")
        return pieces

    @contextmanager
    def watched(self) -> Iterator[Asked]:
        """Note the statements that are asked meanwhile."""
        asked, begun = Asked(), 0.0

        def before(*_: Any) -> None:  # noqa: ANN401 - SQLAlchemy's own
            nonlocal begun
            begun = time.perf_counter()

        def after(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:  # noqa: ANN401
            asked.statements.append((time.perf_counter() - begun, statement))

        engine = self._database.app
        event.listen(engine, "before_cursor_execute", before)
        event.listen(engine, "after_cursor_execute", after)
        try:
            yield asked
        finally:
            event.remove(engine, "before_cursor_execute", before)
            event.remove(engine, "after_cursor_execute", after)
