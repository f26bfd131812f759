"""What the database refuses to hold, and where in a draft it stands."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from sqlalchemy.exc import DataError, IntegrityError

from tracker.errors import TrackerError


class RefusedError(TrackerError):
    """The database refuses a row: ``path`` leads to it, by part names and keys.

    ``constraint`` is the rule that it breaks, where it has a name.
    """

    def __init__(self, path: tuple[str, ...], error: IntegrityError | DataError) -> None:
        """Take where the row is and what the database said."""
        diagnosis = error.orig.diag if isinstance(error.orig, psycopg.Error) else None
        said = diagnosis.message_primary if diagnosis else None
        super().__init__(said or str(error.orig))
        self.path = path
        self.constraint = diagnosis.constraint_name if diagnosis else None


@contextmanager
def refusals_at(*path: str) -> Iterator[None]:
    """Say of what the database refuses within where it stands."""
    try:
        yield
    except (IntegrityError, DataError) as error:
        raise RefusedError(path, error) from error
