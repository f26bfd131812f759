"""Restoring a record as it was after some change: what would differ, and why it is done."""

from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.permissions import Verb
from tracker.domain.record_types import BY_COLLECTION, RecordKey
from tracker.queries.history.drafts import read_draft
from tracker.queries.history.record_history import change_seen, get_change
from tracker.queries.history.restoring import Past, open_past
from tracker.services.records import save_record
from tracker.services.refusals import RefusedError
from tracker.web.accounts.expired_forms import preserve_submission
from tracker.web.editing.editing import Editing
from tracker.web.editing.problems import FormProblem, place_refusal
from tracker.web.history.change_rendering import differences, row_name
from tracker.web.history.record_history import history_of_row, record_key
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import (
    changing,
    current_actor,
    may,
    needs,
)
from tracker.web.site.records import ANY_WITH_PAGES
from tracker.web.site.sessions import session
from tracker.web.subjects.editings import EDITINGS

blueprint = Blueprint("restoring", __name__)

LONGEST = 500  # characters of a reason


@dataclass
class _Asked:
    """What somebody asks to be restored: a record as it was after a change, and why."""

    collection: str
    key: RecordKey
    number: int
    reason: str = ""

    @property
    def editing(self) -> Editing:
        return EDITINGS[self.collection]

    def past(self) -> Past:
        """Fetch both states; 404 where the record was not there then."""
        return open_past(session(), self.editing.record, self.key, self.number) or abort(404)


class _NotAsSeenError(Exception):
    """What would be restored is not what was looked at, or cannot be."""


def _route(collection: str, editing: Editing) -> None:
    """Add the address at which records of a collection are restored."""

    @needs(editing.verb)
    @preserve_submission()
    def restore(key: str, number: int) -> ResponseReturnValue:
        if as_of() or get_change(session(), number) is None:
            abort(404)  # the past is not edited, nor is there a state after a change to come
        asked = _Asked(collection, record_key(collection, key), number)
        return _page(asked) if request.method == "GET" else _restore(asked)

    address = f"/{collection}/<key>/history/<id:number>/restore"
    blueprint.add_url_rule(address, collection, restore, methods=["GET", "POST"])


for _collection, _editing in EDITINGS.items():
    _route(_collection, _editing)


@blueprint.get(f"/<{ANY_WITH_PAGES}:collection>/<key>/restore")
@needs(Verb.READ)
def then(collection: str, key: str) -> ResponseReturnValue:
    """Lead from a record as of a moment to where that state can be restored."""
    if as_of() is None:
        abort(404)
    return redirect(
        str(_address(collection, record_key(collection, key), change_seen(session()))), 303
    )


@blueprint.app_template_global("restore_address")
def restore_address(collection: str, key: RecordKey, number: int | None = None) -> str | None:
    """Return where a record's state can be restored: after a change, or at the moment shown.

    None where whoever asks may not, or the page shows the present.
    """
    if collection not in EDITINGS or not may(EDITINGS[collection].verb):
        return None
    if number is not None:
        return _address(collection, key, number)
    return url_for("restoring.then", collection=collection, key=key) if as_of() else None


def _address(collection: str, key: RecordKey, number: int) -> str:
    return url_for(f"restoring.{collection}", key=key, number=number, as_of=None)


def _restore(asked: _Asked) -> ResponseReturnValue:
    """Write the record as it was then, if it still is as whoever asks has seen it."""
    asked.reason = request.form.get("reason", "").replace("\0", "").strip()[:LONGEST]
    if not asked.reason:
        problem = FormProblem(gettext("Say why you restore it."), "reason")
        return _page(asked, problem), 422
    try:
        _write(asked)
    except _NotAsSeenError:
        notice = gettext(
            "Nothing is done: others have changed the record since you saw it. Look at it again."
        )
        return _page(asked, FormProblem(notice)), 409
    except RefusedError as error:
        return _page(asked, _placed(asked, error)), 422
    flash(gettext("Restored. What it replaces stays in the history."))
    return redirect(asked.editing.address(asked.key), 303)


def _write(asked: _Asked) -> None:
    """Write the record as it was; refuse what is not as it was seen."""
    actor, record = current_actor(), asked.editing.record
    with changing(actor, asked.reason) as within:
        # Read after the writers' lock is taken: nobody can write between this and the save.
        past = open_past(within, record, asked.key, asked.number) or abort(404)
        if request.form.get("version") != str(past.version) or past.same or past.gone:
            raise _NotAsSeenError
        lost = asked.key if past.now is None else None
        save_record(within, actor, record, past.now, past.then, key=lost)


def _placed(asked: _Asked, error: RefusedError) -> FormProblem:
    """Say what the database refuses, at the field it speaks of."""
    draft = read_draft(session(), asked.editing.record, asked.key, at=asked.number)
    return place_refusal(asked.editing.form(data=draft), error)


def _page(asked: _Asked, problem: FormProblem | None = None) -> str:
    past = asked.past()
    return render_template(
        "restoring/record.html",
        asked=asked,
        past=past,
        problem=problem,
        has_page=BY_COLLECTION[asked.collection].has_page,
        change=get_change(session(), asked.number),
        name=past.named.get((asked.editing.record, str(asked.key))),
        called=lambda row: row_name(row, past.named),
        differences=lambda row: differences(row, past.named),
        gone=[(of, name, history_of_row(of, key)) for (of, key), name in past.gone.items()],
    )
