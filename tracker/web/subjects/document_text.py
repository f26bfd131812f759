"""The full text of a source: read with its passages marked, attached, replaced, taken away."""

from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from tracker.domain import quotes
from tracker.domain.permissions import Verb
from tracker.forms.documents import FullTextForm
from tracker.queries.subjects.documents import DocumentRecord, get_document
from tracker.services.documents import Fate, Placement, placements, remove_text, replace_text
from tracker.services.refusals import BusyError, RefusedError
from tracker.web.accounts.expired_forms import preserve_submission
from tracker.web.editing.constraint_messages import refusal
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import changing, current_actor, needs
from tracker.web.site.sessions import session
from tracker.web.site.writing import tries

FATES = {
    Fate.LOST: _("Not in this text"),
    Fate.AMBIGUOUS: _("Stands in it more than once, so its place is not known"),
    Fate.MOVED: _("Stands elsewhere in this text"),
    Fate.FOUND: _("Found in this text"),
    Fate.KEPT: _("Keeps its place"),
}
"""What becomes of quotations in another text, the gravest first."""

REPLACE, REMOVE = "replace", "remove"


@dataclass(frozen=True)
class TriedText:
    """A text that somebody wants to attach, and what becomes of the quotations in it."""

    text: str
    digest: str
    recorded: str | None
    placed: list[Placement]

    @property
    def replaces(self) -> bool:
        """Whether another text was recorded so far."""
        return self.recorded not in {None, self.digest}

    @property
    def fates(self) -> list[tuple[str, list[Placement]]]:
        """Return the quotations by what becomes of them."""
        by_fate = [
            (str(words), [each for each in self.placed if each.fate is fate])
            for fate, words in FATES.items()
        ]
        return [(words, found) for words, found in by_fate if found]

    @property
    def lost(self) -> bool:
        """Whether a quotation does not stand in it."""
        return any(each.fate is Fate.LOST for each in self.placed)


def route(blueprint: Blueprint) -> None:
    """Add the addresses below a source's: where its text is read, and where it is attached."""

    @blueprint.get("/sources/<id:document_id>/text")
    @needs(Verb.READ)
    def text(document_id: int) -> ResponseReturnValue:
        return render_template("sources/text.html", record=_document(document_id))

    @blueprint.route("/sources/<id:document_id>/text/edit", methods=["GET", "POST"])
    @needs(Verb.EDIT)
    @preserve_submission()
    def attach(document_id: int) -> ResponseReturnValue:
        if as_of():
            abort(404)  # the past is not edited
        record = _document(document_id)
        if request.method == "GET":
            return _page(record, FullTextForm(formdata=None, seen=record.sha256))
        return _answer(record, FullTextForm())


def _document(document_id: int) -> DocumentRecord:
    return get_document(session(), document_id) or abort(404)


def _answer(record: DocumentRecord, form: FullTextForm) -> ResponseReturnValue:
    """Do what somebody asks for, or say why it is not done."""
    do = request.form.get("do")
    if (form.seen.data or "") != (record.sha256 or ""):
        form.seen.data = record.sha256
        notice = gettext("Nothing is done: others have changed the text since you saw it.")
        return _page(record, form, notice=notice), 409
    if not form.validate():
        return _page(record, form), 422
    if do == REMOVE:
        return _write(record, form, None)
    text = form.given()
    if text is None:
        return _page(record, form), 422
    tried = TriedText(
        text, quotes.sha256(text), record.sha256, placements(session(), record.id, text)
    )
    if tried.lost or (do != REPLACE and tried.replaces):
        return _page(record, form, tried), 422
    return _write(record, form, tried)


def _write(
    record: DocumentRecord, form: FullTextForm, tried: TriedText | None
) -> ResponseReturnValue:
    """Keep a text, or none any more; lead to where it can be read."""
    actor = current_actor()
    try:
        with changing(actor, form.reason.data) as within:
            if tried is None:
                remove_text(within, actor, record.id)
            else:
                replace_text(within, actor, record.id, tried.text)
    except RefusedError as error:
        return _page(record, form, tried, str(refusal(error)[1])), 422
    except BusyError:
        if tried is None:
            raise
        return _page(record, form, tried, waits=True), 503
    flash(gettext("The text is no longer kept here.") if tried is None else gettext("Saved."))
    return redirect(url_for("sources.text", document_id=record.id), 303)


def _page(
    record: DocumentRecord,
    form: FullTextForm,
    tried: TriedText | None = None,
    notice: str | None = None,
    *,
    waits: bool = False,
) -> str:
    return render_template(
        "sources/attach.html",
        record=record,
        form=form,
        tried=tried,
        notice=notice,
        waits=waits,
        tries=tries(),
    )
