"""Saying who changes the database, through which door and why, for the history to keep.

What is said holds until the transaction ends. Rows that are written without it, as somebody's
`psql` does, are changes all the same: their actor is then the login, their door `psql`.
"""

from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from tracker.domain.permissions import Verb
from tracker.domain.vocabularies import Door
from tracker.errors import TrackerError

# Those who write wait for one another: here, before they read what to write, and not when they hold
# rows that another is after. Who sits at a form hears soon that others write, and tries again.
PATIENCE = {Door.FORM: "3s"}
_LONG_PATIENCE = "10s"
_WAIT = text("SELECT set_config('lock_timeout', :patience, true), guard.wait_for_other_changes()")
_SAY = text(
    "SELECT set_config('tracker.actor', :actor, true),"
    " set_config('tracker.account_id', :account_id, true),"
    " set_config('tracker.door', :door, true),"
    " set_config('tracker.reason', :reason, true)"
)


@dataclass(frozen=True)
class Author:
    """Who makes a change: a person with an account, or a part of the program.

    A person may do what the roles allow; a part of the program, which has no account, may do all.
    """

    name: str
    account_id: int | None = None
    verbs: frozenset[Verb] = frozenset()

    def may(self, verb: Verb) -> bool:
        """Tell whether the actor is allowed to do something."""
        return self.account_id is None or verb in self.verbs


class NotAllowedError(TrackerError):
    """Somebody asks for what the roles do not allow."""


def require(actor: Author, verb: Verb) -> None:
    """Raise NotAllowedError unless the actor may; every service that writes begins with this."""
    if not actor.may(verb):
        raise NotAllowedError(f"{actor.name} may not {verb}.")


def begin_change(session: Session, actor: Author, door: Door, reason: str | None = None) -> None:
    """Say who makes the changes of this transaction. Call it before the first of them.

    Waits until no other transaction makes any; raises OperationalError should that take long.
    """
    session.execute(_WAIT, {"patience": PATIENCE.get(door, _LONG_PATIENCE)})
    account_id = "" if actor.account_id is None else str(actor.account_id)
    session.execute(
        _SAY,
        {"actor": actor.name, "account_id": account_id, "door": door, "reason": reason or ""},
    )
