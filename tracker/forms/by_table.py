"""The form of the rows of each table that records consist of."""

from tracker.domain.record_types import VOCABULARIES
from tracker.forms import agreements, events, minerals, officials, organizations
from tracker.forms.countries import CountryForm
from tracker.forms.documents import DocumentForm, PassageForm
from tracker.forms.names import OtherNameForm
from tracker.forms.records import CitationForm, MissingForm, PartForm
from tracker.forms.sectors import SectorForm
from tracker.forms.vocabularies import ActionKindForm, AgreementFormForm, TermForm

FORMS: dict[str, type[PartForm]] = {
    "agreement": agreements.AgreementRecordForm,
    "agreement_party": agreements.PartyForm,
    "agreement_official": agreements.OfficialPartForm,
    "agreement_action": agreements.ActionForm,
    "agreement_scope": agreements.ScopeForm,
    "commitment": agreements.CommitmentForm,
    "commitment_update": agreements.CommitmentUpdateForm,
    "agreement_event": agreements.LinkedEventForm,
    "agreement_relation": agreements.LinkedAgreementForm,
    "country": CountryForm,
    "official": officials.OfficialForm,
    "official_name": officials.SpellingForm,
    "tenure": officials.TenureForm,
    "organization": organizations.OrganizationForm,
    "organization_member": organizations.MemberForm,
    "event": events.EventForm,
    "event_participant": events.ParticipantForm,
    "event_topic": events.TopicForm,
    "statement": events.StatementForm,
    "statement_speaker": events.SpeakerForm,
    "mineral": minerals.MineralForm,
    "mineral_hs": minerals.TradeCodeForm,
    "sector": SectorForm,
    "document": DocumentForm,
    "passage": PassageForm,
    "post": officials.PostForm,
    "criticality_list": minerals.CriticalityListForm,
    "criticality_listing": minerals.ListingForm,
    **{each.table: TermForm for each in VOCABULARIES},
    "action_kind": ActionKindForm,
    "agreement_form": AgreementFormForm,
    "other_name": OtherNameForm,
    "citation": CitationForm,
    "missing_value": MissingForm,
}
