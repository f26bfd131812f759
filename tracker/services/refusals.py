"""What the database does not do that it is asked for: what it refuses to hold, and what is late."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DBAPIError

from tracker.errors import TrackerError

_LATE = {
    "55P03",  # a lock that others keep too long
    "40P01",  # two who wait for each other
    "40001",  # what was read has changed meanwhile
    "57014",  # a statement that took too long
}
_AWAY = ("08", "57P")
"""What the codes of errors begin with that speak of the server and not of what it was asked."""

_TOO_LONG = "54000"


class BusyError(TrackerError):
    """Others are writing, and were not done in the time that one waits for them."""


class RefusedError(TrackerError):
    """The database refuses a row: ``path`` leads to it, by part names and keys.

    ``constraint`` is the rule that it breaks, or the index that cannot hold it, where it has a
    name; ``too_long`` says that it breaks no rule but is too much.
    """

    def __init__(self, path: tuple[str, ...], error: DBAPIError) -> None:
        """Take where the row is and what the database said."""
        diagnosis = error.orig.diag if isinstance(error.orig, psycopg.Error) else None
        said = diagnosis.message_primary if diagnosis else None
        super().__init__(said or str(error.orig))
        self.path = path
        self.constraint = diagnosis.constraint_name if diagnosis else None
        self.too_long = _code(error) == _TOO_LONG


@contextmanager
def refusals_at(*path: str) -> Iterator[None]:
    """Say of what the database refuses within where it stands, and of what is late that it is.

    That the database cannot be reached is no refusal, and is raised as it came.
    """
    try:
        yield
    except DBAPIError as error:
        code = _code(error)
        if code in _LATE:
            raise BusyError("Others are writing.") from error
        if error.connection_invalidated or code.startswith(_AWAY) or _never_arrived(error):
            raise
        raise RefusedError(path, error) from error


def _code(error: DBAPIError) -> str:
    """Return PostgreSQL's code of an error; nothing for one that is not PostgreSQL's."""
    return (isinstance(error.orig, psycopg.Error) and error.orig.sqlstate) or ""


def _never_arrived(error: DBAPIError) -> bool:
    """Tell whether the server has said nothing: a connection that broke or was never made."""
    return isinstance(error.orig, psycopg.OperationalError) and error.orig.sqlstate is None
