"""Summits, meetings, visits and ceremonies: who took part, what was spoken of, what was said."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import EventLink, ParticipantRole, StatementKind
from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import (
    date_index,
    exactly_one,
    letters_indexes,
    not_blank,
    one_of,
    partial_date_check,
    text_index,
)


class Event(Identified, Base):
    """Something that took place."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("series", "ordinal"),
        CheckConstraint("ordinal > 0 AND (ordinal IS NULL OR series IS NOT NULL)", name="ordinal"),
        CheckConstraint(
            "ends_on + CASE ends_on_precision WHEN 'year' THEN interval '1 year'"
            " WHEN 'month' THEN interval '1 month' ELSE interval '1 day' END > starts_on",
            name="ends_after_start",
        ),
        CheckConstraint("parent_id <> id", name="parent_is_another"),
        partial_date_check("starts_on"),
        partial_date_check("ends_on"),
        not_blank("title_en", "title_fr", "place_en", "place_fr", "series"),
        date_index("event", "starts_on"),
        date_index("event", "starts_on", "kind"),
        text_index("event", "title_en"),
        text_index("event", "title_fr"),
        *letters_indexes("event", "title_en", "title_fr", "place_en", "place_fr", "series"),
        {"comment": "One summit, meeting, visit, ceremony or other event"},
    )

    kind: Mapped[str] = points_to("event_kind.code", "What kind of event it was", index=False)
    series: Mapped[str | None] = mapped_column(comment="The series it belongs to, such as C5+1")
    ordinal: Mapped[int | None] = mapped_column(
        SmallInteger, comment="Which of the series it was: 10 for the tenth"
    )
    title_en: Mapped[str] = mapped_column(comment="Title in English")
    title_fr: Mapped[str] = mapped_column(comment="Title in French")
    place_en: Mapped[str | None] = mapped_column(comment="Where it took place, in English")
    place_fr: Mapped[str | None] = mapped_column(comment="Where it took place, in French")
    place_country_code: Mapped[str | None] = points_to(
        "country.code", "The country where it took place"
    )
    starts_on: Mapped[dt.date | None] = mapped_column(
        comment="When it began, at its place: first day of the period known"
    )
    starts_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of starts_on is known: year, month or day"
    )
    ends_on: Mapped[dt.date | None] = mapped_column(
        comment="When it ended, where that is another day: first day of the period known"
    )
    ends_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of ends_on is known: year, month or day"
    )
    parent_id: Mapped[int | None] = points_to("event.id", "The event that it was a part of")


class EventParticipant(Identified, Base):
    """Who took part."""

    __tablename__ = "event_participant"
    __table_args__ = (
        UniqueConstraint("event_id", "id"),
        UniqueConstraint(
            "event_id",
            "country_code",
            "organization_id",
            "official_id",
            "role",
            name="uq_event_participant_who",
            postgresql_nulls_not_distinct=True,
        ),
        exactly_one(("country_code", "organization_id", "official_id"), "one_participant"),
        CheckConstraint("post_id IS NULL OR official_id IS NOT NULL", name="post_of_official"),
        one_of("role", ParticipantRole),
        {"comment": "One country, organization or official that took part in an event"},
    )

    event_id: Mapped[int] = points_to("event.id", "The event", ondelete="CASCADE", index=False)
    country_code: Mapped[str | None] = points_to("country.code", "Who, if a country")
    organization_id: Mapped[int | None] = points_to("organization.id", "Who, if an organization")
    official_id: Mapped[int | None] = points_to("official.id", "Who, if an official")
    post_id: Mapped[int | None] = points_to("post.id", "The post that the official held then")
    role: Mapped[str] = mapped_column(
        comment="host, chair, participant, visitor, witness or observer"
    )
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place among the participants, smallest first"
    )


class EventTopic(Identified, Base):
    """What was spoken of."""

    __tablename__ = "event_topic"
    __table_args__ = (
        UniqueConstraint("event_id", "id"),
        UniqueConstraint("event_id", "sector_code"),
        {"comment": "One sector that was spoken of at an event"},
    )

    event_id: Mapped[int] = points_to("event.id", "The event", ondelete="CASCADE", index=False)
    sector_code: Mapped[str] = points_to("sector.code", "The sector")


class Statement(Identified, Base):
    """What was said or reaffirmed."""

    __tablename__ = "statement"
    __table_args__ = (
        UniqueConstraint("event_id", "id"),
        one_of("kind", StatementKind),
        not_blank("text_en", "text_fr"),
        {"comment": "One thing that was said, discussed or reaffirmed at an event, in our words"},
    )

    event_id: Mapped[int] = points_to("event.id", "The event", ondelete="CASCADE", index=False)
    kind: Mapped[str] = mapped_column(comment="said, stressed, reaffirmed, discussed or announced")
    text_en: Mapped[str] = mapped_column(comment="What was said, in English, in our words")
    text_fr: Mapped[str] = mapped_column(comment="What was said, in French, in our words")
    sector_code: Mapped[str | None] = points_to("sector.code", "The sector it is about, if one")
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place among the statements, smallest first"
    )


class StatementSpeaker(Identified, Base):
    """By whom it was said."""

    __tablename__ = "statement_speaker"
    __table_args__ = (
        UniqueConstraint("event_id", "id"),
        UniqueConstraint(
            "statement_id",
            "country_code",
            "organization_id",
            "official_id",
            name="uq_statement_speaker_who",
            postgresql_nulls_not_distinct=True,
        ),
        ForeignKeyConstraint(
            ["event_id", "statement_id"],
            ["statement.event_id", "statement.id"],
            ondelete="CASCADE",
        ),
        Index(None, "event_id", "statement_id"),
        exactly_one(("country_code", "organization_id", "official_id"), "one_speaker"),
        {"comment": "One country, organization or official that made a statement"},
    )

    event_id: Mapped[int] = points_to("event.id", "The event", ondelete="CASCADE", index=False)
    statement_id: Mapped[int] = mapped_column(comment="The statement")
    country_code: Mapped[str | None] = points_to("country.code", "Who, if a country")
    organization_id: Mapped[int | None] = points_to("organization.id", "Who, if an organization")
    official_id: Mapped[int | None] = points_to("official.id", "Who, if an official")


class AgreementEvent(Identified, Base):
    """How an agreement is tied to an event."""

    __tablename__ = "agreement_event"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        UniqueConstraint("agreement_id", "event_id", "link"),
        Index(None, "event_id", "agreement_id"),
        one_of("link", EventLink),
        {"comment": "One tie between an agreement and an event"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    event_id: Mapped[int] = points_to("event.id", "The event", ondelete="CASCADE", index=False)
    link: Mapped[str] = mapped_column(
        comment="signed_at, signed_on_margins_of, announced_at, prepared_at or followed_up_at"
    )
