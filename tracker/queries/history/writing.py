"""Whether somebody is writing just now, for those who wait to."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session


def writers_waiting(session: Session) -> int:
    """Count the transactions that wait for that lock."""
    return session.scalar(select(func.guard.writers_waiting())) or 0


def somebody_writes(session: Session) -> bool:
    """Tell whether a transaction holds the lock that those who write wait for."""
    return bool(session.scalar(select(func.guard.somebody_writes())))
