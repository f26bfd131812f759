"""Agreements: the filters of their list, and the form of one on one page."""

from typing import Any, ClassVar

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from tracker.domain.sums import Sum
from tracker.domain.vocabularies import (
    AgreementStatus,
    CommitmentStatus,
    EventLink,
    LegalNature,
    OfficialRole,
    PartyCapacity,
    RelationKind,
    ReviewState,
    SumBound,
)
from tracker.forms.fields import (
    LONGEST_NAME,
    CurrencyField,
    DateField,
    LongTextField,
    MoneyField,
    RecordField,
    SiblingField,
    TextField,
    WordField,
)
from tracker.forms.filters import ChoiceFilter, FilterForm, RecordFilter, YearField
from tracker.forms.records import ACTOR, Rows, SourcedForm


class AgreementFilterForm(FilterForm):
    """What the list of agreements can be narrowed to."""

    country = ChoiceFilter(_("Country"), "country", counted=True)
    mineral = ChoiceFilter(_("Mineral"), "mineral", counted=True)
    sector = ChoiceFilter(_("Sector"), "sector", counted=True)
    form = ChoiceFilter(_("Form"), "form", counted=True)
    status = ChoiceFilter(_("Status"), AgreementStatus, counted=True)
    review_state = ChoiceFilter(_("Review"), ReviewState, counted=True)
    year_from = YearField(_("From year"))
    year_to = YearField(_("To year"))
    official = RecordFilter(_("Official"), "official")
    organization = RecordFilter(_("Organization"), "organization")
    event = RecordFilter(_("Event"), "event")


class PartyForm(SourcedForm):
    """A party, and how it sees the text."""

    ALSO: ClassVar = ACTOR

    who = RecordField(_("Country or organization"), "country", "organization", required=True)
    capacity = WordField(_("Capacity"), PartyCapacity, required=True, default=PartyCapacity.PARTY)
    legal_nature = WordField(
        _("How it sees the text"), LegalNature, required=True, default=LegalNature.UNKNOWN
    )
    named_as = TextField(
        _("As the text names it"), hint=_("Where that is not the name of today, such as Swaziland")
    )


class OfficialPartForm(SourcedForm):
    """An official's part in the making of the agreement."""

    official_id = RecordField(_("Official"), "official", required=True)
    role = WordField(_("Role"), OfficialRole, required=True, default=OfficialRole.SIGNATORY)
    post_id = RecordField(_("Post held then"), "post")
    party_id = SiblingField(_("For the party"), "parties", "who")


class ActionForm(SourcedForm):
    """A step in the agreement's life."""

    kind = WordField(_("Action"), "action_kind", required=True)
    happened_on = DateField(_("Date"))
    effective_on = DateField(_("Takes effect"))
    party_id = SiblingField(_("By one party"), "parties", "who")
    note_en = TextField(_("Remark in English"))
    note_fr = TextField(_("Remark in French"))


class ScopeForm(SourcedForm):
    """What the agreement covers."""

    ALSO: ClassVar = {"mineral_code": _("Mineral"), "sector_code": _("Sector")}

    what = RecordField(_("Mineral or sector"), "mineral", "sector", required=True)
    stage = WordField(_("Stage of the value chain"), "value_chain_stage")


class CommitmentUpdateForm(SourcedForm):
    """A report on how far a commitment has come."""

    status = WordField(_("Status"), CommitmentStatus, required=True)
    happened_on = DateField(_("Date"))
    note_en = TextField(_("Remark in English"))
    note_fr = TextField(_("Remark in French"))


class CommitmentForm(SourcedForm):
    """What was undertaken."""

    what_en = TextField(_("What, in English"), required=True)
    what_fr = TextField(_("What, in French"), required=True)
    party_id = SiblingField(_("Who, if not all"), "parties", "who")
    amount = MoneyField(_("Amount"), hint=_("Such as 1 500 000, 1.6 billion or up to US$ 500m"))
    amount_bound = WordField(
        _("How the amount is meant"), SumBound, required=True, default=SumBound.EXACT
    )
    amount_to = MoneyField(_("Upper end of a range"))
    currency = CurrencyField(_("Currency"), hint=_("Three letters, such as USD"))
    due_on = DateField(_("Due"))
    status = WordField(
        _("Status"), CommitmentStatus, required=True, default=CommitmentStatus.UNKNOWN
    )
    updates = Rows(CommitmentUpdateForm, _("Reports"), _("Add a report"))

    def process(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 (WTForms' own)
        """Take from the words of the amount what its other fields do not say."""
        super().process(*args, **kwargs)
        told = self.amount.told
        if told is not None:
            self._take(told)
        if self.amount_to.data is not None and self.amount_bound.data == SumBound.EXACT:
            self.amount_bound.data = SumBound.BETWEEN

    def _take(self, told: Sum) -> None:
        """Fill the fields beside the amount; what they say themselves stands, or contradicts."""
        said = {"amount_bound": told.bound, "amount_to": told.upper, "currency": told.currency}
        for name, value in said.items():
            field = self[name]
            if value is None:
                continue
            if field.data in (None, SumBound.EXACT) and not field.process_errors:
                field.data = value
            elif field.data != value:
                said_otherwise = gettext("“%(field)s” says otherwise.", field=field.label.text)
                self.amount.process_errors = [*self.amount.process_errors, said_otherwise]


class LinkedEventForm(SourcedForm):
    """An event that the agreement is tied to."""

    event_id = RecordField(_("Event"), "event", required=True)
    link = WordField(_("Link"), EventLink, required=True)


class LinkedAgreementForm(SourcedForm):
    """An agreement that this one is tied to."""

    kind = WordField(_("Link"), RelationKind, required=True)
    related_agreement_id = RecordField(_("Agreement"), "agreement", required=True)


class AgreementRecordForm(SourcedForm):
    """An agreement with all its parts."""

    ALSO: ClassVar = {"signed_on": _("Date of signature"), "dated_on": _("Date of the text")}

    reference = TextField(
        _("Reference"), longest=LONGEST_NAME, required=True, hint=_("A short name, such as A001")
    )
    form = WordField(_("Form"), "form", required=True)
    title_en = TextField(_("Title in English"), required=True)
    title_fr = TextField(_("Title in French"), required=True)
    summary_en = LongTextField(_("Summary in English"))
    summary_fr = LongTextField(_("Summary in French"))
    place_en = TextField(_("Place in English"))
    place_fr = TextField(_("Place in French"))
    place_country_code = RecordField(_("Country of the place"), "country")
    base_agreement_id = RecordField(_("Rests on the agreement"), "agreement")
    parties = Rows(PartyForm, _("Parties"), _("Add a party"), ordered=True)
    officials = Rows(OfficialPartForm, _("Officials"), _("Add an official"), ordered=True)
    actions = Rows(ActionForm, _("Actions"), _("Add an action"))
    scope = Rows(ScopeForm, _("Scope"), _("Add a mineral or sector"), ordered=True)
    commitments = Rows(CommitmentForm, _("Commitments"), _("Add a commitment"), ordered=True)
    events = Rows(LinkedEventForm, _("Linked events"), _("Link an event"))
    relations = Rows(
        LinkedAgreementForm, _("Linked agreements"), _("Link an agreement"), ordered=True
    )
