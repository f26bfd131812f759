"""Agreements with their parts."""

import re
from decimal import Decimal
from typing import ClassVar, Self

from pydantic import Field, model_validator

from tracker import models
from tracker.domain.vocabularies import (
    CommitmentStatus,
    EventLink,
    LegalNature,
    OfficialRole,
    PartyCapacity,
    RelationKind,
    SumBound,
)
from tracker.seeding import values
from tracker.seeding.schema.records import (
    Cited,
    Keyed,
    OneOf,
    Worded,
)


class Party(OneOf, Cited):
    """A country or organization that takes part."""

    TABLE = models.AgreementParty
    ALTERNATIVES: ClassVar[tuple[str, ...]] = ("country", "organization")

    country: values.Country | None = None
    organization: values.Organization | None = None
    capacity: PartyCapacity = PartyCapacity.PARTY
    legal_nature: LegalNature = LegalNature.UNKNOWN
    named_as: values.Text | None = None

    def segment(self) -> str:
        """Tell parties apart by who they are."""
        return f"party:{self.named()}"


class Action(Cited):
    """A step in the agreement's life."""

    TABLE = models.AgreementAction

    kind: values.ActionKind
    party: values.Party | None = None
    happened_on: values.Date | None = Field(None, alias="on")
    effective_on: values.Date | None = None
    note: values.Bilingual | None = None

    def segment(self) -> str:
        """Tell steps apart by kind, and by party if they are one's."""
        return f"action:{self.kind.named}/{self.party.named if self.party else ''}"

    def order(self) -> str:
        """Tell repeated steps apart by date, the undated last."""
        return str(self.happened_on or "unknown")


class Role(Cited):
    """An official's part in the making of the agreement."""

    TABLE = models.AgreementOfficial

    official: values.Official
    post: values.Post | None = None
    party: values.Party | None = None
    role: OfficialRole

    def segment(self) -> str:
        """Tell officials apart by person and role."""
        return f"official:{self.official.named}/{self.role}"


class Scope(OneOf, Cited):
    """A mineral or sector that the agreement covers."""

    TABLE = models.AgreementScope
    ALTERNATIVES: ClassVar[tuple[str, ...]] = ("mineral", "sector")

    mineral: values.Mineral | None = None
    sector: values.Sector | None = None
    stage: values.ValueChainStage | None = None

    def segment(self) -> str:
        """Tell items apart by what they cover and at which stage."""
        return f"scope:{self.named()}/{self.stage.named if self.stage else ''}"


class Relation(Cited):
    """How the agreement stands to another."""

    TABLE = models.AgreementRelation

    kind: RelationKind
    related_agreement: values.Agreement = Field(alias="agreement")

    def segment(self) -> str:
        """Tell ties apart by kind and the other agreement."""
        return f"relation:{self.kind}/{self.related_agreement.named}"


class Link(Cited):
    """How the agreement is tied to an event."""

    TABLE = models.AgreementEvent

    event: values.Event
    link: EventLink

    def segment(self) -> str:
        """Tell ties apart by event and how."""
        return f"event:{self.event.named}/{self.link}"


class Update(Cited):
    """A dated report on how far a commitment has come."""

    TABLE = models.CommitmentUpdate

    happened_on: values.Date | None = Field(None, alias="on")
    status: CommitmentStatus
    note: values.Bilingual | None = None

    def segment(self) -> str:
        """Tell reports apart by date and status."""
        return f"update:{self.happened_on or ''}/{self.status}"


class Commitment(Worded, Cited):
    """Something that a party undertook."""

    TABLE = models.Commitment

    what: values.Bilingual
    party: values.Party | None = None
    amount: Decimal | None = Field(None, ge=0, max_digits=20, decimal_places=2)
    amount_bound: SumBound = SumBound.EXACT
    amount_to: Decimal | None = Field(None, ge=0, max_digits=20, decimal_places=2)
    currency: values.Currency | None = None
    due_on: values.Date | None = None
    status: CommitmentStatus = CommitmentStatus.UNKNOWN
    updates: tuple[Update, ...] = ()

    def words(self) -> str:
        """Return what it is known by when it has no key."""
        return self.what.en

    @model_validator(mode="after")
    def _amount_has_its_currency(self) -> Self:
        if (self.amount is None) != (self.currency is None):
            raise ValueError("amount and currency are given together or not at all")
        return self


class Agreement(Keyed, Cited):
    """An agreement, or another text or arrangement between parties."""

    TABLE = models.Agreement
    KEY: ClassVar[re.Pattern[str]] = re.compile(r"[A-Z0-9][A-Za-z0-9._-]*")
    KEY_COLUMN: ClassVar[str | None] = "reference"

    title: values.Bilingual
    form: values.AgreementForm
    summary: values.Bilingual | None = None
    place: values.Bilingual | None = None
    place_country: values.Country | None = None
    base_agreement: values.Agreement | None = Field(None, alias="base")
    parties: tuple[Party, ...] = Field(min_length=1)
    actions: tuple[Action, ...] = ()
    officials: tuple[Role, ...] = ()
    scope: tuple[Scope, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Link, ...] = ()
    commitments: tuple[Commitment, ...] = ()
