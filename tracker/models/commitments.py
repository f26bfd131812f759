"""What parties to an agreement undertook to do, and how far they have come."""

import datetime as dt
from decimal import Decimal

from sqlalchemy import (
    CheckConstraint,
    ForeignKeyConstraint,
    Index,
    Numeric,
    SmallInteger,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import CommitmentStatus, SumBound
from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import not_blank, one_of, partial_date_check


class Commitment(Identified, Base):
    """Something that a party undertook."""

    __tablename__ = "commitment"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        ForeignKeyConstraint(
            ["agreement_id", "party_id"], ["agreement_party.agreement_id", "agreement_party.id"]
        ),
        Index(None, "agreement_id", "party_id"),
        CheckConstraint("(amount IS NULL) = (currency IS NULL)", name="amount_has_currency"),
        CheckConstraint("amount >= 0 AND amount < 'NaN'", name="amount_not_negative"),
        CheckConstraint("currency ~ '^[A-Z]{3}$'", name="currency_format"),
        one_of("amount_bound", SumBound),
        CheckConstraint(
            "amount IS NOT NULL OR amount_bound = 'exact'", name="bound_has_its_amount"
        ),
        CheckConstraint(
            "(amount_bound = 'between') = (amount_to IS NOT NULL)", name="range_has_both_ends"
        ),
        CheckConstraint(
            "amount_to > amount AND amount_to < 'NaN'", name="range_ends_above_its_beginning"
        ),
        partial_date_check("due_on"),
        one_of("status", CommitmentStatus),
        not_blank("what_en", "what_fr"),
        {"comment": "One undertaking of a party, or of all, under an agreement"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    party_id: Mapped[int | None] = mapped_column(comment="Who undertook it; null when all did")
    what_en: Mapped[str] = mapped_column(comment="What was undertaken, in English")
    what_fr: Mapped[str] = mapped_column(comment="What was undertaken, in French")
    amount: Mapped[Decimal | None] = mapped_column(
        Numeric(20, 2), comment="Sum of money, in units of the currency; of a range the lower end"
    )
    amount_bound: Mapped[str] = mapped_column(
        server_default=SumBound.EXACT,
        comment="How the amount is meant: exact, up_to, at_least, about or between",
    )
    amount_to: Mapped[Decimal | None] = mapped_column(
        Numeric(20, 2), comment="The upper end of a range, in units of the currency"
    )
    currency: Mapped[str | None] = mapped_column(comment="ISO 4217 code of the currency")
    due_on: Mapped[dt.date | None] = mapped_column(
        comment="When it is due: first day of the period known"
    )
    due_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of due_on is known: year, month or day"
    )
    status: Mapped[str] = mapped_column(
        server_default=CommitmentStatus.UNKNOWN, comment="How far it has come"
    )
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place among the commitments, smallest first"
    )


class CommitmentUpdate(Identified, Base):
    """A dated report on a commitment."""

    __tablename__ = "commitment_update"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        ForeignKeyConstraint(
            ["agreement_id", "commitment_id"],
            ["commitment.agreement_id", "commitment.id"],
            ondelete="CASCADE",
        ),
        Index(None, "agreement_id", "commitment_id"),
        partial_date_check("happened_on"),
        one_of("status", CommitmentStatus),
        {"comment": "One dated report on how far a commitment has come"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    commitment_id: Mapped[int] = mapped_column(comment="The commitment")
    happened_on: Mapped[dt.date | None] = mapped_column(
        comment="When it stood so: first day of the period known"
    )
    happened_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of happened_on is known: year, month or day"
    )
    status: Mapped[str] = mapped_column(comment="How far it had come")
    note_en: Mapped[str | None] = mapped_column(comment="Remark in English")
    note_fr: Mapped[str | None] = mapped_column(comment="Remark in French")
