"""What changed: the history of each record, and of the whole database."""

from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.permissions import Verb
from tracker.domain.text import fold
from tracker.domain.vocabularies import Door
from tracker.exports import changes as exports
from tracker.forms.changes import ChangeFilterForm
from tracker.forms.filters import AS_OF, Problem, offer_all
from tracker.queries.history import (
    Changes,
    Filters,
    changes,
    get_change,
    references,
    timeline,
)
from tracker.queries.naming import names
from tracker.web import labels
from tracker.web.auth import needs
from tracker.web.converters import LARGEST_ID
from tracker.web.differences import differences
from tracker.web.errors import WrongParameters
from tracker.web.languages import language
from tracker.web.records import KEYS
from tracker.web.sessions import session

blueprint = Blueprint("history", __name__)

TABLES = {
    "agreements": "agreement",
    "countries": "country",
    "events": "event",
    "minerals": "mineral",
    "officials": "official",
    "organizations": "organization",
    "sectors": "sector",
    "sources": "document",
}
"""The table of each subject's records."""

_CODED = {subject for subject, key in KEYS.items() if key == "code"}
_PEOPLE = {"account", "account_role", "role"}
_BEFORE = "before"


@blueprint.get(f"/<any({', '.join(TABLES)}):subject>/<key>/history")
@needs(Verb.READ)
def record(subject: str, key: str) -> ResponseReturnValue:
    """Show how a record came to be as it is; of a deleted one, as it was."""
    table = TABLES[subject]
    own = record_key(subject, key)
    found = timeline(session(), table, own, _before())
    if not found.changes:
        abort(404)
    key = str(own)
    rows = [row for each in found.changes for row in each.rows]
    named = names(session(), {*references(rows), (table, key)})
    name = named.get((table, key))
    root = f"{table}_{'code' if subject in _CODED else 'id'}"
    return render_template(
        "history/record.html",
        subject=subject,
        key=key,
        name=name,
        exists=name is not None and not name.gone,
        newest=found.changes[0].change.id if _before() is None else None,
        was_there=lambda each: all(row.after or row.table != table for row in each.rows),
        timeline=found,
        differences=lambda row: differences(row, named, root),
        rows_of=lambda each: sorted(
            each.rows, key=lambda row: (row.table != table, part_name(row.table), row.key)
        ),
        following=_following(found.before, subject=subject, key=key),
    )


@blueprint.get(f"/<any({', '.join(TABLES)}):subject>/<key>/history/<id:number>")
@needs(Verb.READ)
def then(subject: str, key: str, number: int) -> ResponseReturnValue:
    """Lead to a record's page as it was after a change."""
    change = get_change(session(), number) or abort(404)
    own: dict[str, Any] = {KEYS[subject]: record_key(subject, key), AS_OF: change.at.isoformat()}
    return redirect(url_for(f"{subject}.record", data=False, **own), 303)


@blueprint.get("/changes", defaults={"data": False})
@blueprint.get("/changes.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show what changed across the database, newest first."""
    form, found = _changes()
    following = _following(found.before, **request.args.to_dict(), data=data, _external=data)
    if data:
        return jsonify(items=[exports.item(each) for each in found.changes], next=following)
    return render_template("history/index.html", form=form, found=found, following=following)


@blueprint.get("/changes.atom")
@needs(Verb.READ)
def feed() -> ResponseReturnValue:
    """Send the newest changes as an Atom feed."""
    _, found = _changes()
    page = url_for("history.index", data=False, _external=True, **request.args.to_dict())
    body = exports.feed(
        found.changes,
        title=gettext("Changes of the Critical Minerals Partnership Tracker"),
        page=page,
        address=request.url,
        language=language(),
        summary=summary,
    )
    return Response(body, mimetype="application/atom+xml")


def summary(rows: dict[str, int]) -> str:
    """Say of how many rows of which tables a change was."""
    counted = sorted(rows.items(), key=lambda each: -each[1])
    return ", ".join(f"{part_name(table)} {number}" for table, number in counted)


def part_name(table: str) -> str:
    """Return what a table's rows are called."""
    return str(labels.PARTS.get(table, table.replace("_", " ")))


@blueprint.app_context_processor
def _for_templates() -> dict[str, Any]:
    return {"part_name": part_name, "changed_rows": summary, "history_address": history_address}


def history_address(subject: str, key: str | int) -> str | None:
    """Return the address of a record's history, which is whole at any moment; None without one."""
    if subject not in TABLES:
        return None
    return url_for("history.record", subject=subject, key=key, as_of=None)


def _changes() -> tuple[ChangeFilterForm, Changes]:
    form = ChangeFilterForm(request.args)
    tables = [(name, str(words)) for name, words in labels.PARTS.items() if name not in _PEOPLE]
    offer_all(
        form,
        {"door": labels.choices(Door), "table": sorted(tables, key=lambda each: fold(each[1]))},
        gettext("Any"),
    )
    given = request.args.copy()
    given.poplist(_BEFORE)
    problems = form.problems(given)
    if problems:
        raise WrongParameters(problems)
    return form, changes(session(), Filters(**form.filters()), _before())


def _before() -> int | None:
    """Return the change before which the page begins."""
    given = request.args.get(_BEFORE)
    if not given:
        return None
    if not (given.isascii() and given.isdecimal() and int(given) <= LARGEST_ID):
        message = gettext("This is not an address that the list gave.")
        raise WrongParameters([Problem(_BEFORE, given, message)])
    return int(given)


def _following(before: int | None, **address: Any) -> str | None:  # noqa: ANN401 (an address's)
    if before is None:
        return None
    return url_for(str(request.endpoint), **{**address, _BEFORE: before})


def record_key(subject: str, key: str) -> int | str:
    """Return the key of a subject's record as its table has it; 404 where it cannot be one."""
    if subject == "countries":
        return key.upper()  # in whatever case, as in the addresses of records
    if subject in _CODED:
        return key
    if not (key.isascii() and key.isdecimal() and int(key) <= LARGEST_ID):
        abort(404)
    return int(key)
