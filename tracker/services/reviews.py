"""Reviewing agreements: submit a record, verify it, return it with words."""

from sqlalchemy import func, insert, select, text
from sqlalchemy.orm import Session

from tracker.domain.reviews import STEPS
from tracker.domain.vocabularies import ReviewState
from tracker.errors import TrackerError
from tracker.models import Agreement, Review
from tracker.services.audit import Author, require
from tracker.services.refusals import refusals_at

_DECISIONS = (ReviewState.VERIFIED, ReviewState.RETURNED)


class NoSuchStepError(TrackerError):
    """The record does not stand where this step begins: somebody else was faster."""


def take_step(
    session: Session, actor: Author, agreement_id: int, state: ReviewState, reason: str | None
) -> None:
    """Bring an agreement's record one step further in its review, after ``begin_change``.

    Raises ``NoSuchStepError`` where the step does not follow, ``RefusedError`` where the database
    refuses: to verify facts that have no evidence, or to return a record without words.
    """
    stands = session.scalar(select(Agreement.review_state).where(Agreement.id == agreement_id))
    verb = STEPS[ReviewState(stands)].get(state) if stands else None
    if verb is None:
        raise NoSuchStepError(f"From {stands} there is no step to {state}.")
    require(actor, verb)
    decided = state in _DECISIONS
    step = {
        "agreement_id": agreement_id,
        "state": state,
        "reason": reason,
        "reviewer_id": actor.account_id if decided else None,
        "decided_at": func.now() if decided else None,
    }
    with refusals_at():
        session.execute(insert(Review).values(step))
        session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
        session.execute(text("SET CONSTRAINTS ALL DEFERRED"))


def reset_review(session: Session, agreement_id: int) -> None:
    """Make a verified record a draft, as what was verified is about to change."""
    stands = session.scalar(select(Agreement.review_state).where(Agreement.id == agreement_id))
    if stands == ReviewState.VERIFIED:
        session.execute(insert(Review).values(agreement_id=agreement_id, state=ReviewState.DRAFT))
