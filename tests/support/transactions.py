"""Transactions beside the test's own."""

import threading

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from tests.support.small_world import run


class Transaction(threading.Thread):
    """Statements that run to their commit beside the test."""

    def __init__(self, connection: Connection, statements: str) -> None:
        super().__init__(daemon=True)
        self.connection = connection
        self.statements = statements
        self.refused_by: str | None = None

    def run(self) -> None:
        try:
            run(self.connection, self.statements)
            self.connection.commit()
        except IntegrityError as error:
            self.refused_by = str(error.orig.diag.constraint_name)  # type: ignore[union-attr]
