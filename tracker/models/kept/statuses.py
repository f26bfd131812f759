"""Where agreements and their parties stand, in spans of days; kept by the database."""

import datetime as dt

from sqlalchemy import ForeignKeyConstraint, Index, column
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import AgreementStatus, PartyStanding
from tracker.models.base import FOLLOWING, UNTRACKED, Base, Identified, points_to
from tracker.models.columns import one_of


class AgreementStatusSpan(Identified, Base):
    """A status that an agreement has for a span of days."""

    __tablename__ = "agreement_status_span"
    __table_args__ = (
        one_of("status", AgreementStatus),
        ExcludeConstraint(
            (column("agreement_id"), "="),
            (column("valid"), "&&"),
            name="ex_agreement_status_span_overlap",
            using="gist",
        ),
        Index(None, "agreement_id"),
        Index(None, "status", "dated_on", "agreement_id", postgresql_include=["valid"]),
        {
            "comment": "One agreement's status over one span of days; its spans leave no day out;"
            " kept by the database from the actions",
            "info": FOLLOWING,
        },
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    status: Mapped[str] = mapped_column(comment="Where it stands on these days")
    valid: Mapped[Range[dt.date]] = mapped_column(
        DATERANGE,
        comment="From the day on which the status begins up to the day on which another does",
    )
    valid_lower_precision: Mapped[str | None] = mapped_column(
        comment="How much of its beginning is known: year, month or day; null where no date is"
    )
    dated_on: Mapped[dt.date] = mapped_column(
        comment="The agreement's dated_on, for reading in its order; 0001-01-01 where it has none",
        info=UNTRACKED,
    )


class AgreementStandingSpan(Identified, Base):
    """Where a party stands for a span of days."""

    __tablename__ = "agreement_standing_span"
    __table_args__ = (
        ForeignKeyConstraint(
            ["agreement_id", "party_id"],
            ["agreement_party.agreement_id", "agreement_party.id"],
            ondelete="CASCADE",
        ),
        one_of("standing", PartyStanding),
        ExcludeConstraint(
            (column("party_id"), "="),
            (column("valid"), "&&"),
            name="ex_agreement_standing_span_overlap",
            using="gist",
        ),
        Index(None, "agreement_id", "party_id"),
        {
            "comment": "One party's standing over one span of days on which its own steps say"
            " more than the agreement's status; kept by the database from the actions",
            "info": FOLLOWING,
        },
    )

    agreement_id: Mapped[int] = mapped_column(comment="The agreement")
    party_id: Mapped[int] = mapped_column(comment="The party")
    standing: Mapped[str] = mapped_column(
        comment="not_yet_bound, consented (signed, acceded or ratified), bound, suspended or"
        " withdrawn"
    )
    valid: Mapped[Range[dt.date]] = mapped_column(
        DATERANGE,
        comment="From the day on which the standing begins up to the day on which it ends",
    )
    valid_lower_precision: Mapped[str | None] = mapped_column(
        comment="How much of its beginning is known: year, month or day; null where no date is"
    )
