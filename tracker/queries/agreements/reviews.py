"""The steps of an agreement's review: who took each, when and why."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import BigInteger, column, text
from sqlalchemy.orm import Session

_STEPS = text("""
    SELECT r.state, c.actor, c.at, r.reason
    FROM review AS r
    JOIN LATERAL (
        SELECT min(v.opened_by) AS first FROM history.review AS v WHERE v.id = r.id
    ) AS made ON true
    JOIN history.change AS c ON c.id = made.first
    WHERE r.agreement_id = :agreement_id
    ORDER BY r.id DESC
    LIMIT :shown
""")

NEWEST_CHANGE = (
    text("SELECT coalesce(max(id), 0) FROM history.change")
    .columns(column("id", BigInteger))
    .scalar_subquery()
)
"""The newest change of the database."""

SHOWN = 50
"""How many steps are shown, the newest of them."""


@dataclass(frozen=True)
class ReviewStep:
    """One step of a review."""

    state: str
    actor: str
    at: dt.datetime
    reason: str | None


def steps_of(session: Session, agreement_id: int) -> tuple[ReviewStep, ...]:
    """Fetch the steps of an agreement's review, newest first."""
    rows = session.execute(_STEPS, {"agreement_id": agreement_id, "shown": SHOWN})
    return tuple(ReviewStep(*row) for row in rows)
