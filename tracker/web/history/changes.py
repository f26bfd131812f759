"""What changed across the database, newest first: as a page, as data and as a feed."""

import datetime as dt
from dataclasses import replace
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.permissions import Verb
from tracker.domain.record_types import BY_TABLE
from tracker.domain.text import fold
from tracker.domain.vocabularies import Door
from tracker.exports import changes as exports
from tracker.forms.changes import ChangeFilterForm
from tracker.forms.filters import offer_all
from tracker.queries.history.changes import (
    Changes,
    Filters,
    Touched,
    changes,
)
from tracker.queries.lookup.record_names import RecordName
from tracker.web.history.record_history import BEFORE, change_before, following
from tracker.web.site import labels
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import needs
from tracker.web.site.errors import WrongParameters
from tracker.web.site.field_labels import part_name
from tracker.web.site.languages import language
from tracker.web.site.records import record_address
from tracker.web.site.sessions import session

blueprint = Blueprint("changes", __name__)

_PEOPLE = {"account", "account_role", "role"}


@blueprint.get("/changes", defaults={"data": False})
@blueprint.get("/changes.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show what changed across the database, newest first."""
    form, found = _changes()
    next_page = following(found.before, **request.args.to_dict(), data=data, _external=data)
    if data:
        return jsonify(
            items=[exports.item(each, _records(each)) for each in found.changes], next=next_page
        )
    return render_template("changes/index.html", form=form, found=found, following=next_page)


@blueprint.get("/changes.atom")
@needs(Verb.READ)
def feed() -> ResponseReturnValue:
    """Send the newest changes as an Atom feed."""
    _, found = _changes()
    page = url_for("changes.index", data=False, _external=True, **request.args.to_dict())
    body = exports.feed(
        found.changes,
        title=gettext("Changes of the Critical Minerals Partnership Tracker"),
        page=page,
        address=request.url,
        language=language(),
        described=lambda each: (_records(each), summary(each.rows)),
    )
    return Response(body, mimetype="application/atom+xml")


def summary(rows: dict[str, int]) -> str:
    """Say of how many rows of which tables a change was."""
    counted = sorted(rows.items(), key=lambda each: -each[1])
    return ", ".join(f"{part_name(table)} {number}" for table, number in counted)


@blueprint.app_context_processor
def _for_templates() -> dict[str, Any]:
    return {"changed_records": _records, "changed_rows": summary}


def _records(touched: Touched) -> list[exports.ChangedRecord]:
    """Name the records that a change touched, each with where it is shown, or its history is."""
    return [
        exports.ChangedRecord(table, key, name[language()], name.gone, _address(table, key, name))
        for (table, key), name in touched.records.items()
    ]


def _address(table: str, key: str, name: RecordName) -> str | None:
    """Return the address of a record, that of its history if it is gone or has no page."""
    of = BY_TABLE.get(table)
    if of is None:
        return None
    if name.gone or not of.has_page:
        return url_for(
            "history.record", collection=of.collection, key=key, as_of=None, _external=True
        )
    return record_address(of.collection, key, full=True)


def _changes() -> tuple[ChangeFilterForm, Changes]:
    form = ChangeFilterForm(request.args)
    tables = [
        (name, str(words)) for name, words in labels.TABLE_LABELS.items() if name not in _PEOPLE
    ]
    offer_all(
        form,
        {"door": labels.choices(Door), "table": sorted(tables, key=lambda each: fold(each[1]))},
        gettext("Any"),
    )
    given = request.args.copy()
    given.poplist(BEFORE)
    problems = form.problems(given)
    if problems:
        raise WrongParameters(problems)
    filters = Filters(**form.filters())
    moment = as_of()
    if moment is not None:
        seen = moment + dt.timedelta(microseconds=1)
        filters = replace(filters, until=min(filters.until or seen, seen))
    return form, changes(session(), filters, change_before())
