"""What every form of a record does: open, rows in and out, check, merge, save, remove."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import LazyString, gettext
from werkzeug.datastructures import MultiDict

from tracker.domain.drafts import KEY, Draft
from tracker.domain.merging import Merged, merge
from tracker.domain.permissions import Verb, verb_to_edit
from tracker.domain.record_types import RecordKey
from tracker.forms.by_table import FORMS
from tracker.forms.records import PartForm
from tracker.forms.rows import Fields, add_row, move_row, remove_row
from tracker.queries.history.drafts import Opened, open_record, read_draft, version_of
from tracker.queries.lookup.dependents import dependents_of
from tracker.services.records import delete_record, save_record
from tracker.services.refusals import BusyError, RefusedError
from tracker.web.accounts.expired_forms import has_valid_csrf, preserve_submission
from tracker.web.editing import conflicts
from tracker.web.editing.autocomplete import names_of, resolve_records
from tracker.web.editing.conflicts import ShownConflict
from tracker.web.editing.create_in_place import (
    asking_field,
    begun,
    tell,
    token,
)
from tracker.web.editing.field_options import offer
from tracker.web.editing.namesakes import warn_of_namesakes
from tracker.web.editing.problems import FormProblem, place_refusal, problems_of
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import changing, current_actor, needs
from tracker.web.site.sessions import session, snapshot
from tracker.web.site.writing import tries

SAVE = "save"


@dataclass(frozen=True)
class Editing:
    """How the records of a kind are edited: their table, their name, where they are shown."""

    record: str
    name: LazyString
    address: Callable[[Any], str]
    list_address: Callable[[], str]

    @property
    def form(self) -> type[PartForm]:
        """The form of a record."""
        return FORMS[self.record]

    @property
    def verb(self) -> Verb:
        """What somebody must be allowed to do to use the forms."""
        return verb_to_edit(self.record)

    def route(self, blueprint: Blueprint, path: str, key: str) -> None:
        """Add the addresses under a path: ``new``, and below a record's ``edit`` and ``delete``.

        ``key`` is how the addresses of records are written, such as ``<id:key>``.
        """

        @blueprint.route(f"{path}/new", methods=["GET", "POST"])
        @needs(self.verb)
        @preserve_submission(shows_again=True)
        def new() -> ResponseReturnValue:
            return self._answer(None)

        @blueprint.route(f"{path}/{key}/edit", methods=["GET", "POST"])
        @needs(self.verb)
        @preserve_submission(shows_again=True)
        def edit(key: RecordKey) -> ResponseReturnValue:
            return self._answer(key)

        @blueprint.route(f"{path}/{key}/delete", methods=["GET", "POST"])
        @needs(self.verb)
        @preserve_submission()
        def delete(key: RecordKey) -> ResponseReturnValue:
            return self._delete(key)

    def _delete(self, key: RecordKey) -> ResponseReturnValue:
        """Say what hangs on a record and, asked to, delete it."""
        if as_of():
            abort(404)  # the past is not edited
        opened = open_record(session(), self.record, key) or abort(404)
        refused: str | LazyString | None = None
        if request.method == "POST":
            actor = current_actor()
            try:
                with changing(actor, request.form.get("reason")) as within:
                    delete_record(within, actor, self.record, key)
            except RefusedError as error:
                refused = place_refusal(self.form(data=opened.draft), error).message
            else:
                flash(gettext("Removed. Its history stays."))
                return redirect(self.list_address(), 303)
        dependents = dependents_of(session(), self.record, key)
        page = render_template(
            "forms/delete.html",
            editing=self,
            key=key,
            draft=opened.draft,
            dependents=dependents,
            refused=refused,
        )
        return page, 409 if refused else 200

    def _answer(self, key: RecordKey | None) -> ResponseReturnValue:
        if as_of():
            abort(404)  # the past is not edited
        made_for = asking_field() if key is None else ""
        if request.method == "GET":
            opened = Opened(begun(self.form()), 0) if key is None else _opened(self.record, key)
            state = _State(key, opened.version, made_for=made_for)
            return self._page(self._filled(opened.draft, state), state)
        fields: Fields = MultiDict(request.form)
        version, reason = _number(fields.get("version", "")), fields.get("reason", "")
        state = _State(key, version, reason, made_for)
        do, _, target = fields.pop("do", SAVE).partition(":")
        fields.poplist("csrf_token")  # the page has its own
        if not has_valid_csrf():
            state.notice = gettext("This form has lapsed. All you typed is here; save it again.")
            return self._page(self._bound(fields, state), state, fields), 400
        if do != SAVE:
            state.focus = _act(fields, do, target)
            return self._page(self._bound(fields, state), state, fields)
        return self._save(fields, state)

    def _save(self, fields: Fields, state: "_State") -> ResponseReturnValue:
        form = self._bound(fields, state)
        seen = self._seen(state)
        form.keep(seen)
        valid = form.validate()
        if conflicts.left(fields):
            state.notice = gettext("Choose what to keep where you and others changed the same.")
            return self._page(form, state, fields), 409
        if not valid:
            return self._page(form, state, fields), 422
        return self._try(form, seen, fields, state)

    def _try(
        self, form: PartForm, seen: Draft, fields: Fields, state: "_State"
    ) -> ResponseReturnValue:
        """Write what the form says; show it again, with the reason, where that cannot be."""
        try:
            key = self._write(form, seen, state)
        except _GoneError:
            state.key, state.version = None, 0
            state.notice = gettext("Somebody has removed this record. To save makes it anew.")
            return self._page(form, state, fields), 409
        except _StaleError as stale:
            return self._stale(stale, state), 409
        except RefusedError as error:
            problem = place_refusal(form, error)
            return self._page(form, state, fields, [problem]), 422
        except BusyError:
            state.waits = True
            return self._page(form, state, fields), 503
        return self._saved(key, state)

    def _saved(self, key: RecordKey, state: "_State") -> ResponseReturnValue:
        """Go on to the record that was saved, or tell the form that it was made for."""
        if state.made_for:
            made = token(self.record, key)
            named = names_of({made}).get(made)  # nothing is named that fields do not choose
            return tell(made, named.name if named else str(key))
        flash(gettext("Saved."))
        if self.record == "country":
            warn_of_namesakes(str(key))
        return redirect(self.address(key), 303)

    def _seen(self, state: "_State") -> Draft:
        """Return the record as the form was opened on it; nothing for a new one."""
        if state.key is None:
            return {}
        with snapshot() as at_once:
            now = version_of(at_once, self.record, state.key)
            past = None if now == state.version else state.version
            return read_draft(at_once, self.record, state.key, at=past) or {}

    def _write(self, form: PartForm, seen: Draft, state: "_State") -> RecordKey:
        """Write the record if what others did meanwhile allows; return its key."""
        desired = {**form.draft(), KEY: str(state.key)}
        actor = current_actor()
        with changing(actor, state.reason or None) as within:
            if state.key is None:
                return save_record(within, actor, self.record, None, desired)
            # Read after the writers' lock is taken: nobody can write between this and the save.
            current = open_record(within, self.record, state.key)
            if current is None:
                raise _GoneError
            desired = {**current.draft, **desired}  # what the form does not have stays
            if current.version != state.version:
                merged = merge(seen or current.draft, desired, current.draft)
                if merged.conflicts:
                    raise _StaleError(merged, current.version)
                desired = merged.draft
            return save_record(within, actor, self.record, current.draft, desired)

    def _stale(self, stale: "_StaleError", state: "_State") -> str:
        """Show the merged record, and both changes where they conflict."""
        form = self._filled(stale.merged.draft, state)
        state.conflicts = conflicts.found(form, stale.merged.conflicts)
        state.version = stale.version
        state.notice = gettext(
            "Others have changed this record since you opened it. What does not conflict is put"
            " together; choose what to keep where you changed the same."
        )
        return self._page(form, state)

    def _filled(self, draft: Draft, state: "_State") -> PartForm:
        form = self.form(data=draft, prefix=state.prefix)
        resolve_records(form)
        offer(form)
        return form

    def _bound(self, fields: Fields, state: "_State") -> PartForm:
        form = self.form(fields, prefix=state.prefix)
        resolve_records(form)
        offer(form)
        return form

    def _page(
        self,
        form: PartForm,
        state: "_State",
        fields: Fields | None = None,
        refused: list[FormProblem] | None = None,
    ) -> str:
        if fields is not None:
            state.conflicts = conflicts.sent(fields)
        return render_template(
            "forms/in_place.html" if state.made_for else "forms/record.html",
            editing=self,
            form=form,
            state=state,
            problems=problems_of(form) if refused is None else refused,
            written=conflicts.written,
        )


@dataclass
class _State:
    """What a form carries beside the record: which one, the version it was opened on, why.

    ``made_for`` is the field of another form that a new record is made for, if it is. A form that
    ``waits`` has been sent while others saved, by itself ``tries`` times.
    """

    key: RecordKey | None
    version: int
    reason: str = ""
    made_for: str = ""
    notice: str = ""
    focus: str = ""
    waits: bool = False
    tries: int = field(default_factory=tries)
    conflicts: dict[str, ShownConflict] = field(default_factory=dict)

    @property
    def prefix(self) -> str:
        """What the names of the form's fields begin with."""
        return f"{self.made_for}-new-" if self.made_for else ""


class _GoneError(Exception):
    """The record is not there any more."""


class _StaleError(Exception):
    """Others changed the same; ``version`` is the record's now."""

    def __init__(self, merged: Merged, version: int) -> None:
        super().__init__()
        self.merged = merged
        self.version = version


def _opened(record: str, key: RecordKey) -> Opened:
    # Read at one moment: parts of what others save meanwhile would pass for this form's own edits.
    with snapshot() as within:
        return open_record(within, record, key) or abort(404)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0  # noqa: PLR2004


def _act(fields: Fields, do: str, target: str) -> str:
    """Do what a button in the form asks for; return the name of what is to have the focus."""
    match do:
        case "add":
            return add_row(fields, target)
        case "remove":
            remove_row(fields, target)
            return target.rpartition("-")[0]
        case "up" | "down":
            return move_row(fields, target, -1 if do == "up" else 1)
        case "mine" | "theirs" | "keep":
            conflicts.resolve(fields, do, target)
            return target
    return ""
