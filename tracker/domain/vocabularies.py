"""The closed vocabularies: values that the program's own rules depend on.

The database holds each to its values with a CHECK. Vocabularies that people may extend (forms of
instrument, kinds of action, of event, of organization, of post, stages of the value chain) are
tables instead: ``tracker.models.vocabularies``.
"""

from enum import StrEnum


class Precision(StrEnum):
    """How much of a date is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


class AgreementStatus(StrEnum):
    """Where an agreement stands on a day, as its actions tell."""

    UNKNOWN = "unknown"
    NEGOTIATING = "negotiating"
    ANNOUNCED = "announced"
    INITIALLED = "initialled"
    ISSUED = "issued"
    SIGNED = "signed"
    OPERATIVE = "operative"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    EXPIRED = "expired"
    LAPSED = "lapsed"
    SUPERSEDED = "superseded"


class PartyStanding(StrEnum):
    """Where one party stands by its own steps, where they say more than the agreement's."""

    NOT_YET_BOUND = "not_yet_bound"
    CONSENTED = "consented"
    BOUND = "bound"
    SUSPENDED = "suspended"
    WITHDRAWN = "withdrawn"


class LegalNature(StrEnum):
    """How one party sees the legal nature of a text."""

    TREATY = "treaty"
    CONTRACT = "contract"
    POLITICAL_COMMITMENT = "political_commitment"
    UNKNOWN = "unknown"


class PartyCapacity(StrEnum):
    """In what capacity a country or organization takes part in an agreement."""

    PARTY = "party"
    ACCEDING_PARTY = "acceding_party"
    FOUNDING_PARTICIPANT = "founding_participant"
    PARTICIPANT = "participant"
    OBSERVER = "observer"


class OfficialRole(StrEnum):
    """What an official did at the making of an agreement."""

    SIGNATORY = "signatory"
    WITNESS = "witness"
    HOST = "host"
    NEGOTIATOR = "negotiator"
    ANNOUNCER = "announcer"


class RelationKind(StrEnum):
    """How one agreement stands to another."""

    AMENDS = "amends"
    IMPLEMENTS = "implements"
    SUPERSEDES = "supersedes"
    BUILDS_ON = "builds_on"
    ACCEDES_TO = "accedes_to"
    PART_OF = "part_of"
    SIGNED_WITH = "signed_with"


class EventLink(StrEnum):
    """How an agreement is tied to an event."""

    SIGNED_AT = "signed_at"
    SIGNED_ON_MARGINS_OF = "signed_on_margins_of"
    ANNOUNCED_AT = "announced_at"
    PREPARED_AT = "prepared_at"
    FOLLOWED_UP_AT = "followed_up_at"


class ParticipantRole(StrEnum):
    """What a country, organization or official did at an event."""

    HOST = "host"
    CHAIR = "chair"
    PARTICIPANT = "participant"
    VISITOR = "visitor"
    WITNESS = "witness"
    OBSERVER = "observer"


class StatementKind(StrEnum):
    """How something was said at an event."""

    SAID = "said"
    STRESSED = "stressed"
    REAFFIRMED = "reaffirmed"
    DISCUSSED = "discussed"
    ANNOUNCED = "announced"


class CommitmentStatus(StrEnum):
    """How far a commitment has come."""

    PLEDGED = "pledged"
    IN_PROGRESS = "in_progress"
    FULFILLED = "fulfilled"
    OVERDUE = "overdue"
    ABANDONED = "abandoned"
    UNKNOWN = "unknown"


class SumBound(StrEnum):
    """How a sum of money is meant."""

    EXACT = "exact"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    ABOUT = "about"
    BETWEEN = "between"


class NameKind(StrEnum):
    """What kind of spelling of a person's name this is."""

    OFFICIAL = "official"
    ALIAS = "alias"
    TRANSLITERATION = "transliteration"
    INFLECTION = "inflection"
    MISSPELLING = "misspelling"


class OtherNameKind(StrEnum):
    """What kind of name a record has beside the one it is shown by."""

    OFFICIAL = "official"
    SHORT = "short"
    ABBREVIATION = "abbreviation"
    FORMER = "former"
    VARIANT = "variant"


class ListingClass(StrEnum):
    """How high a criticality list ranks a mineral."""

    CRITICAL = "critical"
    STRATEGIC = "strategic"
    HIGH = "high"
    MODERATE_TO_HIGH = "moderate_to_high"
    MODERATE = "moderate"
    WATCHLIST = "watchlist"


class DocumentClass(StrEnum):
    """How near a document is to the facts it speaks of."""

    PRIMARY = "primary"
    OFFICIAL_STATEMENT = "official_statement"
    NEWS = "news"
    ANALYSIS = "analysis"
    REFERENCE = "reference"


class Stance(StrEnum):
    """What a citation does to the recorded value."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


class MissingReason(StrEnum):
    """Why a value is not there."""

    NOT_STATED = "not_stated"
    NOT_PUBLISHED = "not_published"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"


class ReviewState(StrEnum):
    """Where an agreement's record stands in review."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    RETURNED = "returned"


class Door(StrEnum):
    """The way by which a change came into the database."""

    FORM = "form"
    CLI = "cli"
    IMPORT = "import"
    SEED = "seed"
    MIGRATION = "migration"
    PSQL = "psql"
