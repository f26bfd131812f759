"""The rows that are made, in the columns that are filled; a class for each table."""

import datetime as dt
from typing import NamedTuple, TypeAlias

AnyRow: TypeAlias = NamedTuple
"""A row of whatever table."""


class Organization(NamedTuple):
    """A ministry or a company."""

    id: int
    name_en: str
    name_fr: str
    kind: str
    country_code: str


class Official(NamedTuple):
    """A person."""

    id: int
    name: str
    country_code: str


class OfficialName(NamedTuple):
    """A spelling of a person's name."""

    id: int
    official_id: int
    text: str
    language: str | None
    script: str
    kind: str


class Post(NamedTuple):
    """An office."""

    id: int
    title_en: str
    title_fr: str
    kind: str
    organization_id: int | None
    country_code: str


class Tenure(NamedTuple):
    """A person in an office; ``held`` as PostgreSQL writes a daterange."""

    id: int
    official_id: int
    post_id: int
    held: str
    held_lower_precision: str
    held_upper_precision: str | None


class Event(NamedTuple):
    """A meeting."""

    id: int
    kind: str
    title_en: str
    title_fr: str
    place_country_code: str
    starts_on: dt.date
    starts_on_precision: str


class EventParticipant(NamedTuple):
    """A country that took part."""

    id: int
    event_id: int
    country_code: str
    role: str
    position: int


class EventTopic(NamedTuple):
    """What was spoken of."""

    id: int
    event_id: int
    sector_code: str


class Agreement(NamedTuple):
    """An agreement, with the columns that the database keeps from its actions."""

    id: int
    reference: str
    title_en: str
    title_fr: str
    form: str
    place_country_code: str | None
    base_agreement_id: int | None
    signed_on: dt.date | None
    signed_on_precision: str | None
    dated_on: dt.date | None
    dated_on_precision: str | None


class AgreementParty(NamedTuple):
    """A party."""

    id: int
    agreement_id: int
    country_code: str | None
    organization_id: int | None
    legal_nature: str
    position: int


class AgreementAction(NamedTuple):
    """A step in an agreement's life."""

    id: int
    agreement_id: int
    kind: str
    happened_on: dt.date | None
    happened_on_precision: str | None


class AgreementStatusSpan(NamedTuple):
    """A status for a span of days, as the database keeps it from the actions."""

    id: int
    agreement_id: int
    status: str
    valid: str
    valid_lower_precision: str | None
    dated_on: dt.date


class AgreementOfficial(NamedTuple):
    """An official's part in the making."""

    id: int
    agreement_id: int
    official_id: int
    post_id: int
    party_id: int
    role: str
    position: int


class AgreementScope(NamedTuple):
    """What is covered."""

    id: int
    agreement_id: int
    mineral_code: str | None
    sector_code: str | None
    stage: str | None


class AgreementRelation(NamedTuple):
    """A tie to an earlier agreement."""

    id: int
    agreement_id: int
    kind: str
    related_agreement_id: int


class AgreementEvent(NamedTuple):
    """A tie to an event."""

    id: int
    agreement_id: int
    event_id: int
    link: str


class Document(NamedTuple):
    """A source; its ``class`` is a word of Python."""

    id: int
    url: str
    publisher: str
    title: str
    language: str
    class_: str
    published_on: dt.date | None
    published_on_precision: str | None
    text: str | None
    sha256: str | None


class Passage(NamedTuple):
    """A quotation."""

    id: int
    document_id: int
    exact: str
    start_offset: int | None
    end_offset: int | None
    sha256: str
    language: str


class Citation(NamedTuple):
    """What a document says about an agreement, or a part of one."""

    id: int
    agreement_id: int
    document_id: int
    passage_id: int | None
    stance: str
    stated_value: str | None
    field: str | None = None
    agreement_party_id: int | None = None
    agreement_action_id: int | None = None
    agreement_official_id: int | None = None
    agreement_scope_id: int | None = None


class MissingValue(NamedTuple):
    """Why an agreement has no place."""

    id: int
    agreement_id: int
    field: str
    reason: str


TABLES: dict[type[AnyRow], str] = {
    Organization: "organization",
    Official: "official",
    OfficialName: "official_name",
    Post: "post",
    Tenure: "tenure",
    Event: "event",
    EventParticipant: "event_participant",
    EventTopic: "event_topic",
    Agreement: "agreement",
    AgreementParty: "agreement_party",
    AgreementAction: "agreement_action",
    AgreementStatusSpan: "agreement_status_span",
    AgreementOfficial: "agreement_official",
    AgreementScope: "agreement_scope",
    AgreementRelation: "agreement_relation",
    AgreementEvent: "agreement_event",
    Document: "document",
    Passage: "passage",
    Citation: "citation",
    MissingValue: "missing_value",
}
"""The table of each class."""
