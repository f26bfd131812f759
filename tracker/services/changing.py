"""Saying who changes the database, through which door and why, for the history to keep.

What is said holds until the transaction ends. Rows that are written without it, as somebody's
`psql` does, are changes all the same: their actor is then the login, their door `psql`.
"""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from tracker.domain.vocabularies import Door

_SAY = text(
    "SELECT set_config('tracker.actor', :actor, true),"
    " set_config('tracker.account_id', :account_id, true),"
    " set_config('tracker.door', :door, true),"
    " set_config('tracker.reason', :reason, true)"
)


@dataclass(frozen=True)
class Actor:
    """Who makes a change: a person with an account, or a part of the program."""

    name: str
    account_id: int | None = None


def begin_change(session: Session, actor: Actor, door: Door, reason: str | None = None) -> None:
    """Say who makes the changes of this transaction. Call it before the first of them."""
    account_id = "" if actor.account_id is None else str(actor.account_id)
    session.execute(
        _SAY,
        {"actor": actor.name, "account_id": account_id, "door": door, "reason": reason or ""},
    )
