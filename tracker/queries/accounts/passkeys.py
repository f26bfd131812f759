"""Passkeys, as their owner sees them and as what they sign is checked with."""

import datetime as dt
import uuid
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models import Account, Credential, Passkey


@dataclass(frozen=True)
class KeptPasskey:
    """A passkey as its owner knows it."""

    id: int
    name: str
    created_at: dt.datetime
    last_used_at: dt.datetime | None
    credential_id: bytes = field(repr=False)
    transports: list[str]


@dataclass(frozen=True)
class PasskeyInUse:
    """Whom a passkey lets in, and what its signature is checked with."""

    id: int
    account_id: int
    email: str
    handle: uuid.UUID
    public_key: bytes = field(repr=False)
    sign_count: int


def passkeys_of(session: Session, account_id: int) -> list[KeptPasskey]:
    """Return a person's passkeys, oldest first."""
    rows = session.execute(
        select(
            Passkey.id,
            Passkey.name,
            Passkey.created_at,
            Passkey.last_used_at,
            Passkey.credential_id,
            Passkey.transports,
        )
        .where(Passkey.account_id == account_id)
        .order_by(Passkey.id)
    )
    return [KeptPasskey(*row) for row in rows]


def get_passkey(session: Session, credential_id: bytes) -> PasskeyInUse | None:
    """Return the passkey that a device calls so; none once the account is disabled."""
    found = session.execute(
        select(
            Passkey.id,
            Passkey.account_id,
            Account.email,
            Credential.passkey_handle,
            Passkey.public_key,
            Passkey.sign_count,
        )
        .join(Account, Account.id == Passkey.account_id)
        .join(Credential, Credential.account_id == Passkey.account_id)
        .where(Passkey.credential_id == credential_id, Account.active)
    ).one_or_none()
    return None if found is None else PasskeyInUse(*found)


def passkey_handle(session: Session, account_id: int) -> uuid.UUID:
    """Return what a person's passkeys name the person by."""
    return session.scalars(
        select(Credential.passkey_handle).where(Credential.account_id == account_id)
    ).one()
