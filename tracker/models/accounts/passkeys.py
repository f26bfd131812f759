"""Passkeys, with which people sign in. Like all that one signs in with, they have no history."""

import datetime as dt

from sqlalchemy import CheckConstraint, Text, func
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import UNTRACKED, Base, Identified, points_to
from tracker.models.columns import not_blank


class Passkey(Identified, Base):
    """A key that a person's device keeps, and whose use it lets nobody else see to."""

    __tablename__ = "passkey"
    __table_args__ = (
        not_blank("name"),
        CheckConstraint(
            "octet_length(credential_id) BETWEEN 1 AND 1023", name="credential_id_length"
        ),
        CheckConstraint("octet_length(public_key) > 0", name="public_key_length"),
        CheckConstraint("sign_count BETWEEN 0 AND 4294967295", name="sign_count_range"),
        {"comment": "One passkey of one person, to sign in with alone", "info": UNTRACKED},
    )

    account_id: Mapped[int] = points_to("account.id", "Whom it lets in", ondelete="CASCADE")
    name: Mapped[str] = mapped_column(comment="What the person calls it")
    credential_id: Mapped[bytes] = mapped_column(
        unique=True, comment="What the device calls it, chosen at random"
    )
    public_key: Mapped[bytes] = mapped_column(
        comment="Public key (COSE) that its signatures are checked with"
    )
    sign_count: Mapped[int] = mapped_column(
        comment="How often it had signed at its last use, as it says; 0 where it does not count"
    )
    transports: Mapped[list[str]] = mapped_column(
        ARRAY(Text),
        server_default="{}",
        comment="How a browser may reach it (internal, usb, nfc, ble, hybrid), as that said",
    )
    created_at: Mapped[dt.datetime] = mapped_column(
        server_default=func.now(), comment="When it was made"
    )
    last_used_at: Mapped[dt.datetime | None] = mapped_column(
        comment="When it last let the person in"
    )


class PasskeyChallenge(Base):
    """What a passkey was asked to sign and has not signed yet."""

    __tablename__ = "passkey_challenge"
    __table_args__ = (
        CheckConstraint("challenge_sha256 ~ '^[0-9a-f]{64}$'", name="challenge_sha256_format"),
        {
            "comment": "One challenge that no passkey has answered yet; it is answered once",
            "info": UNTRACKED,
        },
    )

    challenge_sha256: Mapped[str] = mapped_column(
        primary_key=True, comment="SHA-256 of the challenge, in hexadecimal"
    )
    expires_at: Mapped[dt.datetime] = mapped_column(index=True, comment="When it lapses")
