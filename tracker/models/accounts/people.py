"""People who use the site, what they may do, and their reviews of records."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import ReviewState
from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import not_blank, one_of


class Account(Identified, Base):
    """A person who signs in."""

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint(
            "email = lower(email) AND email ~ '^[^@[:space:]]+@[^@[:space:]]+$'",
            name="email_format",
        ),
        not_blank("display_name"),
        {"comment": "One person who uses the site"},
    )

    email: Mapped[str] = mapped_column(unique=True, comment="Address to sign in with, lower case")
    display_name: Mapped[str] = mapped_column(comment="Name shown beside what the person did")
    active: Mapped[bool] = mapped_column(
        server_default="true", comment="False once the account is disabled"
    )
    created_at: Mapped[dt.datetime] = mapped_column(
        server_default=func.now(), comment="When the account was made"
    )


class KnownRole(Base):
    """What a person may do."""

    __tablename__ = "role"
    __table_args__ = (
        not_blank("code", "label_en", "label_fr"),
        {"comment": "One role: reader, editor, reviewer or administrator"},
    )

    code: Mapped[str] = mapped_column(primary_key=True, comment="The role as the program knows it")
    label_en: Mapped[str] = mapped_column(comment="The role in English")
    label_fr: Mapped[str] = mapped_column(comment="The role in French")


class AccountRole(Base):
    """A role that a person has."""

    __tablename__ = "account_role"
    __table_args__ = ({"comment": "One role that one account has"},)

    account_id: Mapped[int] = points_to(
        "account.id", "The account", ondelete="CASCADE", index=False, primary_key=True
    )
    role_code: Mapped[str] = points_to("role.code", "The role", primary_key=True)


class Review(Identified, Base):
    """A step in the review of an agreement's record."""

    __tablename__ = "review"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        one_of("state", ReviewState),
        CheckConstraint(
            "(state IN ('verified', 'returned')) = (reviewer_id IS NOT NULL)"
            " AND (state IN ('verified', 'returned')) = (decided_at IS NOT NULL)",
            name="decision_has_reviewer_and_time",
        ),
        CheckConstraint("state <> 'returned' OR reason IS NOT NULL", name="return_has_reason"),
        not_blank("reason"),
        {"comment": "One step in the review of an agreement's record; the latest holds"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    state: Mapped[str] = mapped_column(comment="draft, submitted, verified or returned")
    reviewer_id: Mapped[int | None] = points_to("account.id", "Who verified or returned it")
    decided_at: Mapped[dt.datetime | None] = mapped_column(
        comment="When it was verified or returned"
    )
    reason: Mapped[str | None] = mapped_column(comment="Why; never empty for a return")
