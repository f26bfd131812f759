"""The tables. Importing this package makes ``Base.metadata`` whole."""

from tracker.models.accounts.passkeys import Passkey, PasskeyChallenge
from tracker.models.accounts.people import (
    Account,
    AccountRole,
    KnownRole,
    Review,
)
from tracker.models.accounts.sign_in import Credential, SignInAttempt, SignInLink
from tracker.models.agreements import (
    Agreement,
    AgreementAction,
    AgreementOfficial,
    AgreementParty,
    AgreementRelation,
    AgreementScope,
)
from tracker.models.base import Base
from tracker.models.commitments import Commitment, CommitmentUpdate
from tracker.models.countries import Country
from tracker.models.documents import Document, Passage
from tracker.models.events import (
    AgreementEvent,
    Event,
    EventParticipant,
    EventTopic,
    Statement,
    StatementSpeaker,
)
from tracker.models.evidence import Citation, MissingValue
from tracker.models.kept.search import AgreementCountry, AgreementSearch, SearchWord
from tracker.models.kept.statuses import AgreementStandingSpan, AgreementStatusSpan
from tracker.models.minerals import CriticalityList, CriticalityListing, Mineral, MineralHs, Sector
from tracker.models.names import OtherName
from tracker.models.officials import Official, OfficialName, Post, Tenure
from tracker.models.organizations import Organization, OrganizationMember
from tracker.models.saved_reports import SavedReport, SavedReportVersion
from tracker.models.seeds import SeedRow, SeedRun
from tracker.models.vocabularies import (
    ActionKind,
    AgreementForm,
    EventKind,
    OrganizationKind,
    PostKind,
    ValueChainStage,
)

__all__ = [
    "Account",
    "AccountRole",
    "ActionKind",
    "Agreement",
    "AgreementAction",
    "AgreementCountry",
    "AgreementEvent",
    "AgreementForm",
    "AgreementOfficial",
    "AgreementParty",
    "AgreementRelation",
    "AgreementScope",
    "AgreementSearch",
    "AgreementStandingSpan",
    "AgreementStatusSpan",
    "Base",
    "Citation",
    "Commitment",
    "CommitmentUpdate",
    "Country",
    "Credential",
    "CriticalityList",
    "CriticalityListing",
    "Document",
    "Event",
    "EventKind",
    "EventParticipant",
    "EventTopic",
    "KnownRole",
    "Mineral",
    "MineralHs",
    "MissingValue",
    "Official",
    "OfficialName",
    "Organization",
    "OrganizationKind",
    "OrganizationMember",
    "OtherName",
    "Passage",
    "Passkey",
    "PasskeyChallenge",
    "Post",
    "PostKind",
    "Review",
    "SavedReport",
    "SavedReportVersion",
    "SearchWord",
    "Sector",
    "SeedRow",
    "SeedRun",
    "SignInAttempt",
    "SignInLink",
    "Statement",
    "StatementSpeaker",
    "Tenure",
    "ValueChainStage",
]
