"""Reviews of agreements: the buttons on a record's page that submit, verify and return it."""

from typing import TYPE_CHECKING

from flask import Blueprint, abort, flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.domain.reviews import STEPS
from tracker.domain.vocabularies import ReviewState
from tracker.queries.drafts import version_of
from tracker.services.refusals import RefusedError
from tracker.services.reviews import NoSuchStepError, take_step
from tracker.web.auth import changing, current_actor, may, needs
from tracker.web.moments import as_of
from tracker.web.records import record_address
from tracker.web.refusals import refusal
from tracker.web.sessions import session

if TYPE_CHECKING:
    from tracker.db.engine import Session

blueprint = Blueprint("reviews", __name__)

BUTTONS = {
    ReviewState.SUBMITTED: _("Submit for review"),
    ReviewState.VERIFIED: _("Verify"),
    ReviewState.RETURNED: _("Return"),
}
LONGEST = 1000  # characters of what somebody says


@blueprint.post("/agreements/<id:agreement_id>/review")
@needs(Verb.EDIT)
def step(agreement_id: int) -> ResponseReturnValue:
    """Take a step in the review of an agreement; lead back to it, and say what became of it."""
    if as_of() or request.form.get("do") not in BUTTONS:
        abort(404)
    actor, wanted = current_actor(), ReviewState(request.form["do"])
    words = request.form.get("words", "").replace("\0", "").strip()[:LONGEST] or None
    try:
        with changing(actor) as within:
            _refuse_unseen(within, agreement_id)
            take_step(within, actor, agreement_id, wanted, words)
    except NoSuchStepError:
        flash(
            gettext(
                "Nothing is done: others have changed the record since you saw it."
                " Look at it again."
            )
        )
    except RefusedError as error:
        flash(refusal(error.constraint)[1])
    else:
        flash(gettext("Noted."))
    return redirect(f"{record_address('agreements', agreement_id)}#review", 303)


def _refuse_unseen(within: "Session", agreement_id: int) -> None:
    """Have what is reviewed be what was seen: read after the writers' lock is taken."""
    if str(version_of(within, "agreement", agreement_id)) != request.form.get("version"):
        raise NoSuchStepError


@blueprint.app_template_global("review_version")
def version(agreement_id: int) -> int:
    """Return the version of an agreement that a page shows."""
    return version_of(session(), "agreement", agreement_id)


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
