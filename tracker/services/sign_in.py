"""Signing in: passwords, one-time links, second factors, and how often one may try.

Passwords come hashed, and secrets of second factors encrypted: neither is ever seen here.
"""

import datetime as dt
import secrets
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from sqlalchemy import Update, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from tracker.domain.permissions import Verb
from tracker.models import Account, Credential, SignInAttempt, SignInLink
from tracker.services.audit import Author, require

LINK_LIFETIME = dt.timedelta(days=3)
"""How long a one-time link is good."""

WINDOW = dt.timedelta(minutes=15)
"""How far back attempts to sign in are counted."""

MOST_BY_EMAIL, MOST_BY_ADDRESS = 10, 60
"""How often one may fail in that time for one account, and from one place."""


def make_link(session: Session, actor: Author, account_id: int) -> str:
    """Make a one-time link for a person, in place of any before; return its secret."""
    require(actor, Verb.MANAGE_PEOPLE)
    token = secrets.token_urlsafe(32)
    values = {"token_sha256": _hashed(token), "expires_at": func.now() + LINK_LIFETIME}
    made = insert(SignInLink).values(account_id=account_id, **values)
    session.execute(made.on_conflict_do_update(index_elements=["account_id"], set_=values))
    return token


def use_link(session: Session, token: str) -> int | None:
    """Use a one-time link up; return whose it was, or None where it lapsed or was used before."""
    return session.scalar(
        delete(SignInLink)
        .where(
            SignInLink.token_sha256 == _hashed(token),
            SignInLink.expires_at > func.now(),
            SignInLink.account_id.in_(select(Account.id).where(Account.active)),
        )
        .returning(SignInLink.account_id)
    )


def note_attempt(session: Session, email: str, address: str) -> bool:
    """Count an attempt to sign in, before it is made; tell whether it may be.

    Counted first, so that many at once are no way around; who succeeds is forgiven.
    """
    oldest = func.now() - WINDOW
    session.execute(delete(SignInAttempt).where(SignInAttempt.attempted_at < oldest))
    session.add(SignInAttempt(email=email.strip().lower(), address=address))
    session.flush()
    return (
        _count(session, SignInAttempt.email == email.strip().lower()) <= MOST_BY_EMAIL
        and _count(session, SignInAttempt.address == address) <= MOST_BY_ADDRESS
    )


def note_success(session: Session, account_id: int) -> None:
    """Note that a person signed in, and forget the failures before it."""
    forget_attempts(session, account_id)
    session.execute(_of(account_id).values(last_signed_in_at=func.now()))


def forget_attempts(session: Session, account_id: int) -> None:
    """Forget that a person tried to sign in, once they have proved who they are."""
    email = select(Account.email).where(Account.id == account_id).scalar_subquery()
    session.execute(delete(SignInAttempt).where(SignInAttempt.email == email))


def set_password(session: Session, actor: Author, password_hash: str) -> None:
    """Set one's own password, which ends one's sessions and takes an open link."""
    require(actor, Verb.KEEP_ACCOUNT)
    session.execute(_of(actor.account_id).values(password_hash=password_hash))
    session.execute(delete(SignInLink).where(SignInLink.account_id == actor.account_id))
    end_sessions(session, actor.account_id)


def end_sessions(session: Session, account_id: int | None) -> None:
    """End every session of a person, wherever it is open."""
    session.execute(_of(account_id).values(session_key=secrets.token_urlsafe(24)))


def add_second_factor(
    session: Session, actor: Author, totp_secret: str, counter: int, codes: Iterable[str]
) -> None:
    """Ask for a code from now on when one signs in; ``counter`` is that of the code just shown."""
    require(actor, Verb.KEEP_ACCOUNT)
    hashed = [_hashed(_plain(code)) for code in codes]
    session.execute(
        _of(actor.account_id).values(
            totp_secret=totp_secret, totp_counter=counter, recovery_codes=hashed
        )
    )


def remove_second_factor(session: Session, actor: Author) -> None:
    """Ask for no code any more."""
    require(actor, Verb.KEEP_ACCOUNT)
    session.execute(
        _of(actor.account_id).values(totp_secret=None, totp_counter=None, recovery_codes=[])
    )


def use_code(session: Session, account_id: int, counter: int) -> bool:
    """Use a code of the second factor up; tell whether it was good, being newer than the last."""
    newer = or_(Credential.totp_counter.is_(None), Credential.totp_counter < counter)
    return _did(session, _of(account_id).where(newer).values(totp_counter=counter))


def use_recovery_code(session: Session, account_id: int, code: str) -> bool:
    """Use a recovery code up; tell whether it was one."""
    hashed = _hashed(_plain(code))
    left = func.array_remove(Credential.recovery_codes, hashed)
    known = Credential.recovery_codes.contains([hashed])
    return _did(session, _of(account_id).where(known).values(recovery_codes=left))


def new_recovery_codes() -> list[str]:
    """Return codes to keep on paper, each good once in place of the second factor's."""
    return ["-".join(secrets.token_hex(2) for _ in range(4)) for _ in range(8)]


def _of(account_id: int | None) -> Update:
    return update(Credential).where(Credential.account_id == account_id)


def _did(session: Session, statement: Update) -> bool:
    return session.scalar(statement.returning(Credential.account_id)) is not None


def _count(session: Session, condition: Any) -> int:  # noqa: ANN401 (a condition on attempts)
    return session.scalar(select(func.count()).select_from(SignInAttempt).where(condition)) or 0


def _hashed(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _plain(code: str) -> str:
    """Return a recovery code however it was typed."""
    return code.replace("-", "").replace(" ", "").lower()
