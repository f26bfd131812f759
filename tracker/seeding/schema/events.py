"""Events: who took part, what was spoken of, what was said."""

from typing import Self

from pydantic import Field, model_validator

from tracker import models
from tracker.domain.vocabularies import ParticipantRole, StatementKind
from tracker.seeding import values
from tracker.seeding.schema.records import (
    Cited,
    Keyed,
    OneOf,
    Worded,
)


class Participant(OneOf, Cited):
    """A country, organization or official that took part."""

    TABLE = models.EventParticipant

    country: values.Country | None = None
    organization: values.Organization | None = None
    official: values.Official | None = None
    post: values.Post | None = None
    role: ParticipantRole

    def segment(self) -> str:
        """Tell participants apart by who they are and what they did."""
        return f"participant:{self.named()}/{self.role}"

    @model_validator(mode="after")
    def _only_people_hold_posts(self) -> Self:
        if self.post and not self.official:
            raise ValueError("post is given without official")
        return self


class Topic(Cited):
    """A sector that was spoken of."""

    TABLE = models.EventTopic

    sector: values.Sector

    def segment(self) -> str:
        """Tell topics apart by sector."""
        return f"topic:{self.sector.named}"


class Speaker(OneOf):
    """Who made a statement."""

    TABLE = models.StatementSpeaker

    country: values.Country | None = None
    organization: values.Organization | None = None
    official: values.Official | None = None

    def segment(self) -> str:
        """Tell speakers apart by who they are."""
        return f"speaker:{self.named()}"


class Statement(Worded, Cited):
    """What was said, in our words."""

    TABLE = models.Statement

    kind: StatementKind
    text: values.Bilingual
    sector: values.Sector | None = None
    speakers: tuple[Speaker, ...] = Field(min_length=1)

    def words(self) -> str:
        """Return what it is known by when it has no key."""
        return self.text.en


class Event(Keyed, Cited):
    """A summit, meeting, visit, ceremony or other event."""

    TABLE = models.Event

    kind: values.EventKind
    series: values.Text | None = None
    ordinal: int | None = Field(None, gt=0)
    title: values.Bilingual
    place: values.Bilingual | None = None
    place_country: values.Country | None = None
    starts_on: values.Date | None = None
    ends_on: values.Date | None = None
    parent: values.Event | None = None
    participants: tuple[Participant, ...] = ()
    topics: tuple[Topic, ...] = ()
    statements: tuple[Statement, ...] = ()

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.ordinal and not self.series:
            raise ValueError("ordinal is given without series")
        if self.starts_on and self.ends_on and self.ends_on.last_day < self.starts_on.day:
            raise ValueError("ends_on is before starts_on")
        return self
