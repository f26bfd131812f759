"""The history of each record: what changed, and what led to the record as it was."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.permissions import Verb
from tracker.domain.record_types import BY_COLLECTION, BY_TABLE, RecordKey
from tracker.forms.filters import AS_OF, WrongParameter
from tracker.queries.history.record_history import (
    change_seen,
    get_change,
    references,
    timeline,
)
from tracker.queries.lookup.record_names import names
from tracker.web.history.change_rendering import (
    differences,
    fact_names,
    row_name,
)
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import needs
from tracker.web.site.converters import LARGEST_ID
from tracker.web.site.errors import WrongParameters
from tracker.web.site.field_labels import part_name
from tracker.web.site.records import ANY_WITH_PAGES
from tracker.web.site.sessions import session

blueprint = Blueprint("history", __name__)

BEFORE = "before"


_ANY = ", ".join(f'"{name}"' if "-" in name else name for name in BY_COLLECTION)


@blueprint.get(f"/<any({_ANY}):collection>/<key>/history")
@needs(Verb.READ)
def record(collection: str, key: str) -> ResponseReturnValue:
    """Show how a record came to be as it is; of a deleted one, as it was."""
    of = BY_COLLECTION[collection]
    table = of.table
    own = record_key(collection, key)
    before = change_before()
    if as_of():
        seen = change_seen(session()) + 1
        before = min(before or seen, seen)
    found = timeline(session(), table, own, before)
    if not found.changes:
        abort(404)
    key = str(own)
    rows = [row for each in found.changes for row in each.rows]
    named = names(session(), {*references(rows), (table, key)})
    name = named.get((table, key))
    return render_template(
        "history/record.html",
        collection=collection,
        key=key,
        name=name,
        exists=name is not None and not name.gone,
        has_page=of.has_page,
        newest=found.changes[0].change.id if before is None else None,
        was_there=lambda each: all(row.after or row.table != table for row in each.rows),
        timeline=found,
        called=lambda row: row_name(row, named, of.column),
        differences=lambda row: differences(row, named, of.column),
        rows_of=lambda each: sorted(
            each.rows, key=lambda row: (row.table != table, part_name(row.table), row.key)
        ),
        following=following(found.before, collection=collection, key=key),
    )


@blueprint.get(f"/<{ANY_WITH_PAGES}:collection>/<key>/history/<id:number>")
@needs(Verb.READ)
def then(collection: str, key: str, number: int) -> ResponseReturnValue:
    """Lead to a record's page as it was after a change."""
    change = get_change(session(), number) or abort(404)
    argument = BY_COLLECTION[collection].argument
    own: dict[str, Any] = {argument: record_key(collection, key), AS_OF: change.at.isoformat()}
    return redirect(url_for(f"{collection}.record", data=False, **own), 303)


@blueprint.app_context_processor
def _for_templates() -> dict[str, Any]:
    return {
        "history_address": history_address,
        "history_of_missing": history_of_missing,
        "history_of_row": history_of_row,
        "fact_names": fact_names,
        "part_name": part_name,
    }


def history_address(collection: str, key: RecordKey) -> str | None:
    """Return the address of a record's history, which is whole at any moment; None without one."""
    if collection not in BY_COLLECTION:
        return None
    return url_for("history.record", collection=collection, key=key, as_of=None)


def history_of_row(table: str, key: RecordKey) -> str | None:
    """Return the address of the history of a row; None where its table's rows have none."""
    return history_address(BY_TABLE[table].collection, key) if table in BY_TABLE else None


def history_of_missing() -> str | None:
    """Return the address of the history of the record that is asked for and is not there.

    None where there never was one.
    """
    collection = str(request.blueprint)
    of = BY_COLLECTION.get(collection)
    if of is None or request.endpoint != f"{collection}.record":
        return None
    key = record_key(collection, str((request.view_args or {})[of.argument]))
    there_was = names(session(), [(of.table, str(key))])
    return history_address(collection, key) if there_was else None


def record_key(collection: str, key: str) -> RecordKey:
    """Return the key of a collection's record as its table has it; 404 where it cannot be one."""
    if collection == "countries":
        return key.upper()  # in whatever case, as in the addresses of records
    if BY_COLLECTION[collection].is_coded:
        return key
    if not (key.isascii() and key.isdecimal() and int(key) <= LARGEST_ID):
        abort(404)
    return int(key)


def change_before() -> int | None:
    """Return the change before which the page begins."""
    given = request.args.get(BEFORE)
    if not given:
        return None
    if not (given.isascii() and given.isdecimal() and int(given) <= LARGEST_ID):
        message = gettext("This is not an address that the list gave.")
        raise WrongParameters([WrongParameter(BEFORE, given, message)])
    return int(given)


def following(before: int | None, /, **address: Any) -> str | None:  # noqa: ANN401 (an address's)
    """Return the address of the page after one; None where there is none."""
    if before is None:
        return None
    return url_for(str(request.endpoint), **{**address, BEFORE: before})
