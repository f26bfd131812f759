"""People who use the site, and what they sign in with."""

import datetime as dt
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from tracker.domain.permissions import Verb, verbs_of
from tracker.models import Account, AccountRole, Credential, SignInLink


@dataclass(frozen=True)
class Person:
    """A person with an account; nothing secret."""

    id: int
    email: str
    name: str
    active: bool
    roles: tuple[str, ...]
    has_password: bool
    has_second_factor: bool
    recovery_codes: int
    last_signed_in_at: dt.datetime | None
    session_key: str = field(repr=False)

    @property
    def verbs(self) -> frozenset[Verb]:
        """What the person may do."""
        return verbs_of(self.roles)


@dataclass(frozen=True)
class Credentials:
    """What a person proves to be who the account says."""

    account_id: int
    password_hash: str | None = field(repr=False)
    totp_secret: str | None = field(repr=False)
    totp_counter: int | None = field(repr=False)


_ROLES = (
    select(func.array_agg(aggregate_order_by(AccountRole.role_code, AccountRole.role_code)))
    .where(AccountRole.account_id == Account.id)
    .scalar_subquery()
)
_PEOPLE = select(Account, Credential, _ROLES.label("roles")).join(
    Credential, Credential.account_id == Account.id
)
_CREDENTIALS = (
    select(
        Credential.account_id,
        Credential.password_hash,
        Credential.totp_secret,
        Credential.totp_counter,
    )
    .join(Account, Account.id == Credential.account_id)
    .where(Account.active)
)


def list_people(session: Session) -> list[Person]:
    """Return everybody, by name."""
    rows = session.execute(_PEOPLE.order_by(func.fold(Account.display_name), Account.id))
    return [_person(row) for row in rows]


def get_person(session: Session, account_id: int) -> Person | None:
    """Return one person."""
    return _one(session.execute(_PEOPLE.where(Account.id == account_id)).one_or_none())


def get_by_email(session: Session, email: str) -> Person | None:
    """Return the person with an e-mail address."""
    found = session.execute(_PEOPLE.where(Account.email == email.strip().lower()))
    return _one(found.one_or_none())


def get_by_session_key(session: Session, session_key: str) -> Person | None:
    """Return whom a session names; nobody once the account is disabled."""
    found = session.execute(_PEOPLE.where(Credential.session_key == session_key, Account.active))
    return _one(found.one_or_none())


def get_by_link(session: Session, token: str) -> Person | None:
    """Return whom a one-time link would let in; nobody once it was used or has lapsed."""
    hashed = sha256(token.encode()).hexdigest()
    found = session.execute(
        _PEOPLE.join(SignInLink, SignInLink.account_id == Account.id).where(
            SignInLink.token_sha256 == hashed, SignInLink.expires_at > func.now(), Account.active
        )
    )
    return _one(found.one_or_none())


def credentials_by_email(session: Session, email: str) -> Credentials | None:
    """Return what the person with an e-mail address signs in with."""
    found = session.execute(_CREDENTIALS.where(Account.email == email.strip().lower()))
    return _credentials(found.one_or_none())


def credentials_of(session: Session, account_id: int) -> Credentials | None:
    """Return what a person signs in with."""
    found = session.execute(_CREDENTIALS.where(Account.id == account_id))
    return _credentials(found.one_or_none())


def _one(row: Row[Any] | None) -> Person | None:
    return None if row is None else _person(row)


def _person(row: Row[Any]) -> Person:
    account: Account = row.Account
    credential: Credential = row.Credential
    return Person(
        id=account.id,
        email=account.email,
        name=account.display_name,
        active=account.active,
        roles=tuple(row.roles or ()),
        has_password=credential.password_hash is not None,
        has_second_factor=credential.totp_secret is not None,
        recovery_codes=len(credential.recovery_codes),
        last_signed_in_at=credential.last_signed_in_at,
        session_key=credential.session_key,
    )


def _credentials(row: Row[int, str | None, str | None, int | None] | None) -> Credentials | None:
    return None if row is None else Credentials(*row)
