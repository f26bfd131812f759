"""The closed vocabularies in people's words, English and French through gettext."""

from enum import StrEnum
from functools import cache

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Role
from tracker.domain.vocabularies import (
    AgreementStatus,
    CommitmentStatus,
    DocumentClass,
    Door,
    EventLink,
    LegalNature,
    ListingClass,
    MissingReason,
    NameKind,
    OfficialRole,
    OtherNameKind,
    ParticipantRole,
    PartyCapacity,
    PartyStanding,
    RelationKind,
    ReviewState,
    Stance,
    StatementKind,
    SumBound,
)
from tracker.web.site.languages import language

ROLES = {
    Role.READER: _("Reader"),
    Role.EDITOR: _("Editor"),
    Role.REVIEWER: _("Reviewer"),
    Role.ADMINISTRATOR: _("Administrator"),
}

LABELS: dict[type[StrEnum], dict[StrEnum, LazyString]] = {
    AgreementStatus: {
        AgreementStatus.UNKNOWN: _("Status unknown"),
        AgreementStatus.NEGOTIATING: _("Under negotiation"),
        AgreementStatus.ANNOUNCED: _("Announced"),
        AgreementStatus.INITIALLED: _("Initialled"),
        AgreementStatus.ISSUED: _("Issued"),
        AgreementStatus.SIGNED: _("Signed"),
        AgreementStatus.OPERATIVE: _("Operative"),
        AgreementStatus.IN_FORCE: _("In force"),
        AgreementStatus.SUSPENDED: _("Suspended"),
        AgreementStatus.TERMINATED: _("Terminated"),
        AgreementStatus.EXPIRED: _("Expired"),
        AgreementStatus.LAPSED: _("Lapsed"),
        AgreementStatus.SUPERSEDED: _("Superseded"),
    },
    LegalNature: {
        LegalNature.TREATY: _("Treaty"),
        LegalNature.CONTRACT: _("Contract"),
        LegalNature.POLITICAL_COMMITMENT: _("Political commitment"),
        LegalNature.UNKNOWN: _("Not known"),
    },
    PartyCapacity: {
        PartyCapacity.PARTY: _("Party"),
        PartyCapacity.ACCEDING_PARTY: _("Acceding party"),
        PartyCapacity.FOUNDING_PARTICIPANT: _("Founding participant"),
        PartyCapacity.PARTICIPANT: _("Participant"),
        PartyCapacity.OBSERVER: _("Observer"),
    },
    PartyStanding: {
        PartyStanding.NOT_YET_BOUND: _("Not yet bound"),
        PartyStanding.CONSENTED: _("Consented to be bound"),
        PartyStanding.BOUND: _("Bound"),
        PartyStanding.SUSPENDED: _("Suspended its participation"),
        PartyStanding.WITHDRAWN: _("Withdrew"),
    },
    OfficialRole: {
        OfficialRole.SIGNATORY: _("Signatory"),
        OfficialRole.WITNESS: _("Witness"),
        OfficialRole.HOST: _("Host"),
        OfficialRole.NEGOTIATOR: _("Negotiator"),
        OfficialRole.ANNOUNCER: _("Announced it"),
    },
    EventLink: {
        EventLink.SIGNED_AT: _("Signed at"),
        EventLink.SIGNED_ON_MARGINS_OF: _("Signed on the margins of"),
        EventLink.ANNOUNCED_AT: _("Announced at"),
        EventLink.PREPARED_AT: _("Prepared at"),
        EventLink.FOLLOWED_UP_AT: _("Followed up at"),
    },
    ParticipantRole: {
        ParticipantRole.HOST: _("Host"),
        ParticipantRole.CHAIR: _("Chair"),
        ParticipantRole.PARTICIPANT: _("Participant"),
        ParticipantRole.VISITOR: _("Visitor"),
        ParticipantRole.WITNESS: _("Witness"),
        ParticipantRole.OBSERVER: _("Observer"),
    },
    Stance: {
        Stance.SUPPORTS: _("Supports it"),
        Stance.CONTRADICTS: _("Contradicts it"),
    },
    StatementKind: {
        StatementKind.SAID: _("Said"),
        StatementKind.STRESSED: _("Stressed"),
        StatementKind.REAFFIRMED: _("Reaffirmed"),
        StatementKind.DISCUSSED: _("Discussed"),
        StatementKind.ANNOUNCED: _("Announced"),
    },
    SumBound: {
        SumBound.EXACT: _("Exactly"),
        SumBound.UP_TO: _("Up to"),
        SumBound.AT_LEAST: _("At least"),
        SumBound.ABOUT: _("About"),
        SumBound.BETWEEN: _("Between two sums"),
    },
    CommitmentStatus: {
        CommitmentStatus.PLEDGED: _("Pledged"),
        CommitmentStatus.IN_PROGRESS: _("In progress"),
        CommitmentStatus.FULFILLED: _("Fulfilled"),
        CommitmentStatus.OVERDUE: _("Overdue"),
        CommitmentStatus.ABANDONED: _("Abandoned"),
        CommitmentStatus.UNKNOWN: _("Status unknown"),
    },
    OtherNameKind: {
        OtherNameKind.OFFICIAL: _("Name in full"),
        OtherNameKind.SHORT: _("Short form"),
        OtherNameKind.ABBREVIATION: _("Abbreviation"),
        OtherNameKind.FORMER: _("Former name"),
        OtherNameKind.VARIANT: _("Other name in use"),
    },
    NameKind: {
        NameKind.OFFICIAL: _("Preferred spelling"),
        NameKind.ALIAS: _("Other name"),
        NameKind.TRANSLITERATION: _("Transliteration"),
        NameKind.INFLECTION: _("Inflected form"),
        NameKind.MISSPELLING: _("Misspelling"),
    },
    ListingClass: {
        ListingClass.CRITICAL: _("Critical"),
        ListingClass.STRATEGIC: _("Strategic"),
        ListingClass.HIGH: _("High criticality"),
        ListingClass.MODERATE_TO_HIGH: _("Moderate to high"),
        ListingClass.MODERATE: _("Moderate"),
        ListingClass.WATCHLIST: _("Watch list"),
    },
    DocumentClass: {
        DocumentClass.PRIMARY: _("Primary text"),
        DocumentClass.OFFICIAL_STATEMENT: _("Official statement"),
        DocumentClass.NEWS: _("News"),
        DocumentClass.ANALYSIS: _("Analysis"),
        DocumentClass.REFERENCE: _("Reference work"),
    },
    MissingReason: {
        MissingReason.NOT_STATED: _("Not stated by the sources"),
        MissingReason.NOT_PUBLISHED: _("Not published"),
        MissingReason.NOT_APPLICABLE: _("Does not apply"),
        MissingReason.NOT_CHECKED: _("Not checked yet"),
    },
    Door: {
        Door.FORM: _("by form"),
        Door.CLI: _("on the command line"),
        Door.IMPORT: _("by import"),
        Door.SEED: _("from the seeds"),
        Door.MIGRATION: _("by an upgrade"),
        Door.PSQL: _("in SQL"),
    },
    ReviewState: {
        ReviewState.DRAFT: _("Not reviewed yet"),
        ReviewState.SUBMITTED: _("Submitted for review"),
        ReviewState.VERIFIED: _("Verified"),
        ReviewState.RETURNED: _("Returned"),
    },
}

RELATIONS: dict[RelationKind, tuple[LazyString, LazyString]] = {
    RelationKind.AMENDS: (_("Amends"), _("Amended by")),
    RelationKind.IMPLEMENTS: (_("Implements"), _("Implemented by")),
    RelationKind.SUPERSEDES: (_("Supersedes"), _("Superseded by")),
    RelationKind.BUILDS_ON: (_("Builds on"), _("Built on by")),
    RelationKind.ACCEDES_TO: (_("Accedes to"), _("Acceded to by")),
    RelationKind.PART_OF: (_("Part of"), _("Contains")),
    RelationKind.SIGNED_WITH: (_("Signed together with"), _("Signed together with")),
}
"""Each kind of tie as one reads it from either end."""

STANDING_SINCE: dict[PartyStanding, tuple[LazyString, LazyString]] = {
    PartyStanding.CONSENTED: (
        _("Consented to be bound on %(date)s"),
        _("Consented to be bound in %(date)s"),
    ),
    PartyStanding.BOUND: (_("Became bound on %(date)s"), _("Became bound in %(date)s")),
    PartyStanding.SUSPENDED: (
        _("Suspended its participation on %(date)s"),
        _("Suspended its participation in %(date)s"),
    ),
    PartyStanding.WITHDRAWN: (_("Withdrew on %(date)s"), _("Withdrew in %(date)s")),
}
"""Each standing with a date: one known to the day, and one known to its month or year."""


TABLE_LABELS: dict[str, LazyString] = {
    "agreement": _("Agreement"),
    "agreement_party": _("Party"),
    "agreement_action": _("Action"),
    "agreement_official": _("Official's part"),
    "agreement_relation": _("Link to an agreement"),
    "agreement_scope": _("Scope"),
    "agreement_event": _("Link to an event"),
    "commitment": _("Commitment"),
    "commitment_update": _("Report on a commitment"),
    "event": _("Event"),
    "event_participant": _("Participant"),
    "event_topic": _("Topic"),
    "statement": _("Statement"),
    "organization": _("Organization"),
    "organization_member": _("Membership"),
    "official": _("Official"),
    "other_name": _("Other name"),
    "official_name": _("Spelling of a name"),
    "tenure": _("Time in a post"),
    "post": _("Post"),
    "country": _("Country"),
    "sector": _("Sector"),
    "mineral": _("Mineral"),
    "mineral_hs": _("Trade code"),
    "criticality_list": _("Criticality list"),
    "criticality_listing": _("Entry of a criticality list"),
    "document": _("Source"),
    "passage": _("Passage"),
    "citation": _("Citation"),
    "missing_value": _("Missing value"),
    "statement_speaker": _("Speaker"),
    "review": _("Review"),
    "account": _("Account"),
    "account_role": _("Role of an account"),
    "role": _("Role"),
    "agreement_form": _("Form of instrument"),
    "action_kind": _("Kind of action"),
    "value_chain_stage": _("Stage of the value chain"),
    "organization_kind": _("Kind of organization"),
    "post_kind": _("Kind of post"),
    "event_kind": _("Kind of event"),
}
"""What rows are called, by table."""

COLLECTION_LABELS: dict[str, LazyString] = {
    "agreement": _("Agreements"),
    "country": _("Countries"),
    "official": _("Officials"),
    "organization": _("Organizations"),
    "event": _("Events"),
    "mineral": _("Minerals"),
    "sector": _("Sectors"),
    "document": _("Sources"),
    "agreement_form": _("Forms of instrument"),
    "action_kind": _("Kinds of action"),
    "value_chain_stage": _("Stages of the value chain"),
    "organization_kind": _("Kinds of organization"),
    "post_kind": _("Kinds of post"),
    "event_kind": _("Kinds of event"),
}
"""What the pages are called that show all records of a kind, by their table."""


def label(vocabulary: type[StrEnum], value: str) -> LazyString:
    """Return the words for a value of a closed vocabulary."""
    return LABELS[vocabulary][vocabulary(value)]


def choices(vocabulary: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    """Return a vocabulary as choices of a form."""
    return _choices_in(language(), vocabulary)


@cache
def _choices_in(
    language: str,  # noqa: ARG001 (gettext's own by now)
    vocabulary: type[StrEnum],
) -> tuple[tuple[str, str], ...]:
    """Look the words up once a language: every list's filters have some."""
    return tuple((value.value, str(words)) for value, words in LABELS[vocabulary].items())
