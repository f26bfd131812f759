"""How people sign in. None of it has a history: it is secret, or of the moment."""

import datetime as dt
import uuid

from sqlalchemy import CheckConstraint, Index, Text, func, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import UNTRACKED, Base, Identified, points_to
from tracker.models.columns import not_blank


class Credential(Base):
    """What a person proves to be who the account says."""

    __tablename__ = "credential"
    __table_args__ = (
        not_blank("password_hash", "session_key", "totp_secret"),
        CheckConstraint(
            "totp_secret IS NOT NULL OR (totp_counter IS NULL AND recovery_codes = '{}')",
            name="second_factor_whole",
        ),
        {"comment": "What one person signs in with", "info": UNTRACKED},
    )

    account_id: Mapped[int] = points_to(
        "account.id", "The account", ondelete="CASCADE", index=False, primary_key=True
    )
    password_hash: Mapped[str | None] = mapped_column(
        comment="Argon2 hash of the password; empty until one is chosen"
    )
    session_key: Mapped[str] = mapped_column(
        unique=True,
        server_default=text("gen_random_uuid()::text"),
        comment="What sessions name the person by; another one ends them all",
    )
    totp_secret: Mapped[str | None] = mapped_column(
        comment="Secret of the second factor's codes, encrypted; empty where there is none"
    )
    totp_counter: Mapped[int | None] = mapped_column(
        comment="Number of the newest code used, so that none is used twice"
    )
    recovery_codes: Mapped[list[str]] = mapped_column(
        ARRAY(Text),
        server_default="{}",
        comment="SHA-256 of each recovery code still good, in hexadecimal",
    )
    passkey_handle: Mapped[uuid.UUID] = mapped_column(
        unique=True,
        server_default=func.gen_random_uuid(),
        comment="What passkeys name the person by; it stays",
    )
    last_signed_in_at: Mapped[dt.datetime | None] = mapped_column(
        comment="When the person last signed in"
    )


class SignInLink(Base):
    """A link that lets a person in once, to choose a password."""

    __tablename__ = "sign_in_link"
    __table_args__ = (
        CheckConstraint("token_sha256 ~ '^[0-9a-f]{64}$'", name="token_sha256_format"),
        {"comment": "The one-time link that one person has not used yet", "info": UNTRACKED},
    )

    account_id: Mapped[int] = points_to(
        "account.id", "Whom it lets in", ondelete="CASCADE", index=False, primary_key=True
    )
    token_sha256: Mapped[str] = mapped_column(
        unique=True, comment="SHA-256 of the link's secret, in hexadecimal"
    )
    expires_at: Mapped[dt.datetime] = mapped_column(comment="When it lapses")


class SignInAttempt(Identified, Base):
    """An attempt to sign in that has not succeeded."""

    __tablename__ = "sign_in_attempt"
    __table_args__ = (
        Index(None, "email", "attempted_at"),
        Index(None, "address", "attempted_at"),
        Index(None, "attempted_at"),
        {"comment": "One recent attempt to sign in that did not succeed", "info": UNTRACKED},
    )

    email: Mapped[str] = mapped_column(comment="The e-mail address that was tried")
    address: Mapped[str] = mapped_column(comment="The network address that it came from")
    attempted_at: Mapped[dt.datetime] = mapped_column(
        server_default=func.now(), comment="When it was made"
    )
