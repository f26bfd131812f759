"""How an agreement's record comes to be verified: which step may follow which, and who takes it."""

from tracker.domain.permissions import Verb
from tracker.domain.vocabularies import ReviewState

STEPS: dict[ReviewState, dict[ReviewState, Verb]] = {
    ReviewState.DRAFT: {ReviewState.SUBMITTED: Verb.EDIT},
    ReviewState.SUBMITTED: {
        ReviewState.VERIFIED: Verb.REVIEW,
        ReviewState.RETURNED: Verb.REVIEW,
        ReviewState.DRAFT: Verb.EDIT,
    },
    ReviewState.RETURNED: {ReviewState.SUBMITTED: Verb.EDIT},
    ReviewState.VERIFIED: {},
}
"""For each state the ones that people may bring about, and what they must be allowed to do.

Who may edit may take a submission back. A change of a verified record makes it a draft again:
nobody has looked at what it says now.
"""
