"""Passkeys: made and removed by whom they let in, removed by an administrator, and used.

The web checks what they signed, by a library; here is kept what it needs for that.
"""

import datetime as dt
import secrets
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import delete, func, or_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from tracker.domain.permissions import Verb
from tracker.models import Passkey, PasskeyChallenge
from tracker.services.audit import Author, require
from tracker.services.sign_in import end_sessions

CHALLENGE_LIFETIME = dt.timedelta(minutes=5)
"""How long somebody may take to unlock a passkey."""


@dataclass(frozen=True)
class NewPasskey:
    """What a device says of a passkey that it has made."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    transports: tuple[str, ...]


def new_challenge(session: Session) -> bytes:
    """Return what a passkey is to sign, once and soon."""
    session.execute(delete(PasskeyChallenge).where(PasskeyChallenge.expires_at <= func.now()))
    challenge = secrets.token_bytes(32)
    session.add(
        PasskeyChallenge(
            challenge_sha256=_hashed(challenge), expires_at=func.now() + CHALLENGE_LIFETIME
        )
    )
    return challenge


def use_challenge(session: Session, challenge: bytes) -> bool:
    """Use a challenge up; tell whether it was good, being neither used nor lapsed."""
    used = session.scalar(
        delete(PasskeyChallenge)
        .where(
            PasskeyChallenge.challenge_sha256 == _hashed(challenge),
            PasskeyChallenge.expires_at > func.now(),
        )
        .returning(PasskeyChallenge.challenge_sha256)
    )
    return used is not None


def add_passkey(session: Session, actor: Author, name: str, made: NewPasskey) -> bool:
    """Let a passkey of one's own let one in; tell whether it could, being nobody's before."""
    require(actor, Verb.KEEP_ACCOUNT)
    added = session.scalar(
        insert(Passkey)
        .values(
            account_id=actor.account_id,
            name=name.strip(),
            credential_id=made.credential_id,
            public_key=made.public_key,
            sign_count=made.sign_count,
            transports=list(made.transports),
        )
        .on_conflict_do_nothing(index_elements=["credential_id"])
        .returning(Passkey.id)
    )
    return added is not None


def use_passkey(session: Session, passkey_id: int, sign_count: int) -> bool:
    """Note that a passkey let somebody in; tell whether it may, its count having risen.

    A count that does not rise is that of a copy; some devices do not count, and always say 0.
    """
    rises = or_(Passkey.sign_count < sign_count, Passkey.sign_count + sign_count == 0)
    used = session.scalar(
        update(Passkey)
        .where(Passkey.id == passkey_id, rises)
        .values(sign_count=sign_count, last_used_at=func.now())
        .returning(Passkey.id)
    )
    return used is not None


def remove_passkey(session: Session, actor: Author, passkey_id: int) -> None:
    """Remove a passkey of one's own, which ends one's sessions: one of them may be a thief's."""
    require(actor, Verb.KEEP_ACCOUNT)
    session.execute(
        delete(Passkey).where(Passkey.id == passkey_id, Passkey.account_id == actor.account_id)
    )
    end_sessions(session, actor.account_id)


def remove_passkeys_of(session: Session, actor: Author, account_id: int) -> None:
    """Remove every passkey of a person, which ends the person's sessions."""
    require(actor, Verb.MANAGE_PEOPLE)
    session.execute(delete(Passkey).where(Passkey.account_id == account_id))
    end_sessions(session, account_id)


def _hashed(challenge: bytes) -> str:
    return sha256(challenge).hexdigest()
