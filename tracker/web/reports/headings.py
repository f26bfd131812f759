"""What the columns of reports are called, and the words for the codes that stand in them.

By the names that columns have in every report and view; what is named otherwise is shown as it is.
"""

from collections.abc import Mapping
from enum import StrEnum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from tracker.domain.vocabularies import (
    AgreementStatus,
    CommitmentStatus,
    DocumentClass,
    Door,
    EventLink,
    ListingClass,
    MissingReason,
    ReviewState,
)
from tracker.reports.catalogue import Theme
from tracker.web.site.labels import LABELS, TABLE_LABELS

THEMES: dict[Theme, LazyString] = {
    "partners": _("Who with whom"),
    "minerals": _("Minerals"),
    "commitments": _("What was promised, and what became of it"),
    "people": _("People and posts"),
    "history": _("What changed"),
    "evidence": _("How well it is known"),
}
"""The headings of the library, in their order."""

HEADINGS: dict[str, LazyString] = {
    "added_at": _("Recorded"),
    "agreement": _("Agreement"),
    "agreements": _("Agreements"),
    "agreements_of_first": _("Agreements of the first list\u2019s issuer"),
    "agreements_of_second": _("Agreements of the second list\u2019s issuer"),
    "actor": _("Who"),
    "amount": _("Amount"),
    "sums_not_added": _("Sums not added"),
    "change": _("What was done"),
    "changed_at": _("When"),
    "changed_parts": _("What was changed"),
    "chosen_by": _("Chosen by"),
    "chosen_reason": _("Why"),
    "chosen_value": _("Chosen"),
    "citations": _("Citations"),
    "class": _("Rank in the list"),
    "commitments": _("Commitments"),
    "contracts": _("Contracts"),
    "contradicting": _("Contradicting"),
    "country": _("Country"),
    "country_code": _("Country"),
    "covers": _("Mineral"),
    "currency": _("Currency"),
    "dated_on": _("Date"),
    "dated_on_first": _("Date on the first day"),
    "dated_on_second": _("Date on the second day"),
    "days": _("Days"),
    "difference": _("Difference"),
    "document_class": _("Kind of source"),
    "documents": _("Documents"),
    "door": _("How"),
    "due": _("What falls due"),
    "event": _("Event"),
    "field": _("Field"),
    "form": _("Form"),
    "happened_on": _("Date"),
    "held_from": _("From"),
    "held_until": _("Until"),
    "instruments": _("Instruments"),
    "is_resolved": _("Resolved"),
    "kind": _("Kind"),
    "language": _("Language"),
    "latest": _("Latest"),
    "link": _("Tie"),
    "member": _("Member"),
    "member_from": _("Since"),
    "member_until": _("Until"),
    "mineral": _("Mineral"),
    "not_known": _("Not known"),
    "official": _("Official"),
    "on_day": _("Date"),
    "on_first": _("On the first list"),
    "on_second": _("On the second list"),
    "other_reference": _("Other reference"),
    "other_title": _("Other agreement"),
    "part": _("Part"),
    "parties": _("Parties"),
    "partner": _("Partner"),
    "party": _("Party"),
    "political_commitments": _("Political commitments"),
    "post": _("Post"),
    "publisher": _("Publisher"),
    "quoted": _("Quoted"),
    "reason": _("Reason"),
    "record": _("Record"),
    "reference": _("Reference"),
    "review_state": _("Review"),
    "rows": _("Rows"),
    "signed_on": _("Date of signature"),
    "since": _("Since"),
    "sources": _("Number of sources"),
    "stage": _("Stage"),
    "stages": _("Stages"),
    "starts_on": _("Date"),
    "stated_values": _("Values stated"),
    "status": _("Status"),
    "status_first": _("Status on the first day"),
    "status_second": _("Status on the second day"),
    "title": _("Title"),
    "treaties": _("Treaties"),
    "year": _("Year"),
}
"""The heading of each column, by its name without the language of its words."""

Words = Mapping[str, LazyString]


def _words(*vocabularies: type[StrEnum]) -> Words:
    return {value.value: words for each in vocabularies for value, words in LABELS[each].items()}


_STATUS: Words = _words(AgreementStatus, CommitmentStatus)

WORDS: dict[str, Words] = {
    "change": {"added": _("Added"), "changed": _("Changed"), "removed": _("Removed")},
    "changed_parts": TABLE_LABELS,
    "class": _words(ListingClass),
    "difference": {"new": _("New"), "gone": _("Gone"), "different": _("Different")},
    "document_class": _words(DocumentClass),
    "door": _words(Door),
    "kind": TABLE_LABELS,
    "link": _words(EventLink),
    "part": TABLE_LABELS,
    "reason": _words(MissingReason),
    "review_state": _words(ReviewState),
    "status": _STATUS,
    "status_first": _STATUS,
    "status_second": _STATUS,
}
"""The words for the codes of a column, by its name."""
