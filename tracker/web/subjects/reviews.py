"""Reviews of agreements: the buttons on a record's page that submit, verify and return it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, Response, abort, flash, make_response, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.domain.reviews import STEPS
from tracker.domain.vocabularies import ReviewState
from tracker.queries.history.drafts import version_of
from tracker.services.refusals import RefusedError
from tracker.services.reviews import NoSuchStepError, take_step
from tracker.web.accounts.expired_forms import preserve_submission
from tracker.web.editing.constraint_messages import refusal
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import (
    changing,
    current_actor,
    may,
    needs,
)
from tracker.web.site.converters import LARGEST_ID
from tracker.web.site.records import record_address
from tracker.web.subjects.agreements import RECORD

if TYPE_CHECKING:
    from tracker.db.engine import Session

blueprint = Blueprint("reviews", __name__)

ADDRESS = "/agreements/<id:agreement_id>/review"

BUTTONS = {
    ReviewState.SUBMITTED: _("Submit for review"),
    ReviewState.VERIFIED: _("Verify"),
    ReviewState.RETURNED: _("Return"),
    ReviewState.DRAFT: _("Withdraw"),
}
LONGEST = 1000  # characters of what somebody says


@dataclass(frozen=True)
class Refused:
    """Why a step was not taken, and the words that somebody gave with it."""

    message: str | LazyString
    words: str


@blueprint.get(ADDRESS)
@needs(Verb.READ)
def stand(agreement_id: int) -> ResponseReturnValue:
    """Lead to where the record's page tells of its review."""
    return redirect(f"{record_address('agreements', agreement_id)}#review", 303)


@blueprint.post(ADDRESS)
@needs(Verb.EDIT)
@preserve_submission()
def step(agreement_id: int) -> ResponseReturnValue:
    """Take a step in the review of an agreement and lead back to it, or say why it is refused."""
    if as_of() or request.form.get("do") not in BUTTONS:
        abort(404)
    actor, wanted = current_actor(), ReviewState(request.form["do"])
    words = request.form.get("words", "").replace("\0", "").strip()[:LONGEST]
    try:
        with changing(actor) as within:
            _refuse_unseen(within, agreement_id)
            take_step(within, actor, agreement_id, wanted, words or None)
    except NoSuchStepError:
        message = gettext(
            "Nothing is done: others have changed the record since you saw it. Look at it again."
        )
        return _refuse(409, agreement_id, message, words)
    except RefusedError as error:
        return _refuse(422, agreement_id, refusal(error)[1], words)
    flash(gettext("Noted."))
    return stand(agreement_id)


def _refuse(status: int, agreement_id: int, message: str | LazyString, words: str) -> Response:
    """Show the record as it is now, why the step was refused, and the words that were typed."""
    page = RECORD.show(agreement_id, data=False, refused=Refused(message, words))
    return make_response(page, status)


def _refuse_unseen(within: "Session", agreement_id: int) -> None:
    """Have what is reviewed be what was seen: read after the writers' lock is taken."""
    seen = request.form.get("seen", "")
    known = seen.isascii() and seen.isdecimal() and int(seen) <= LARGEST_ID
    if not known or version_of(within, "agreement", agreement_id) > int(seen):
        raise NoSuchStepError


@blueprint.app_template_global("review_buttons")
def buttons(state: str) -> list[tuple[str, str]]:
    """Return the steps that whoever asks may take from a state, with the words of their buttons."""
    if as_of():
        return []
    return [
        (str(wanted), str(BUTTONS[wanted]))
        for wanted, verb in STEPS[ReviewState(state)].items()
        if may(verb)
    ]
