"""The vocabularies that people may extend: each a small table of codes with labels."""

from sqlalchemy import CheckConstraint, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import AgreementStatus
from tracker.models.base import Base
from tracker.models.columns import not_blank, one_of

CODE_PATTERN = "^[a-z][a-z0-9_]*$"


class Term:
    """One word of a vocabulary."""

    code: Mapped[str] = mapped_column(
        primary_key=True, sort_order=-10, comment="The word as it is written in data and queries"
    )
    label_en: Mapped[str] = mapped_column(sort_order=-5, comment="The word in English")
    label_fr: Mapped[str] = mapped_column(sort_order=-5, comment="The word in French")
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place in lists, smallest first"
    )


class AgreementForm(Term, Base):
    """A form of instrument."""

    __tablename__ = "agreement_form"
    __table_args__ = (
        not_blank("code", "label_en", "label_fr"),
        {"comment": "One form of instrument, after the UN Treaty Collection's terms"},
    )


class ActionKind(Term, Base):
    """A kind of step in an agreement's life, and the status that it leads to."""

    __tablename__ = "action_kind"
    __table_args__ = (
        not_blank("code", "label_en", "label_fr"),
        one_of("status", AgreementStatus),
        CheckConstraint("phase BETWEEN 1 AND 4", name="phase_known"),
        {"comment": "One kind of step in an agreement's life"},
    )

    status: Mapped[str | None] = mapped_column(
        comment="The agreement's status after such a step; null where it changes nothing"
    )
    phase: Mapped[int] = mapped_column(
        SmallInteger,
        comment="1 before the text is made, 2 its making, 3 its effect, 4 its end:"
        " of two steps of one day the later phase counts, and one of phase 1 does not undo a text",
    )
    dates_text: Mapped[bool] = mapped_column(
        server_default="false",
        comment="True where such a step is the making of the text, so that its date dates the text",
    )


class ValueChainStage(Term, Base):
    """A stage of the value chain."""

    __tablename__ = "value_chain_stage"
    __table_args__ = (
        not_blank("code", "label_en", "label_fr"),
        {"comment": "One stage of a mineral's value chain, or one activity around it"},
    )


class OrganizationKind(Term, Base):
    """A kind of organization."""

    __tablename__ = "organization_kind"
    __table_args__ = (
        not_blank("code", "label_en", "label_fr"),
        {"comment": "One kind of organization"},
    )


class PostKind(Term, Base):
    """A kind of post."""

    __tablename__ = "post_kind"
    __table_args__ = (
        not_blank("code", "label_en", "label_fr"),
        {"comment": "One kind of post that an official can hold"},
    )


class EventKind(Term, Base):
    """A kind of event."""

    __tablename__ = "event_kind"
    __table_args__ = (
        not_blank("code", "label_en", "label_fr"),
        {"comment": "One kind of event"},
    )
