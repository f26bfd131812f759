"""What every record does: answer as a page with its notes, or as data, or not at all."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote

from flask import abort, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker.exports.values import truncated
from tracker.forms.filters import AS_OF
from tracker.queries.parts.evidence import Evidence
from tracker.web.site import languages
from tracker.web.site.as_of import as_of_given
from tracker.web.site.footnotes import Footnotes

_Record = TypeVar("_Record")

KEYS = {
    "agreements": "agreement_id",
    "countries": "code",
    "events": "event_id",
    "minerals": "code",
    "officials": "official_id",
    "organizations": "organization_id",
    "sectors": "code",
    "sources": "document_id",
}
"""The name in addresses of the key of each subject's records."""

AGREEMENT_FILTERS = {
    "countries": "country",
    "events": "event",
    "minerals": "mineral",
    "officials": "official",
    "organizations": "organization",
    "sectors": "sector",
}
"""The filter that narrows the list of agreements to those of a record, by subject."""


def record_address(subject: str, key: int | str, *, data: bool = False, full: bool = False) -> str:
    """Return the address of a record, as a page or as data, with the host where ``full``.

    Keys are numbers and plain codes, so that nothing is to be quoted: a page has hundreds of these,
    and ``url_for`` would be a quarter of its time.
    """
    root = request.root_url.rstrip("/") if full else languages.root()
    return f"{root}/{subject}/{key}{'.json' if data else ''}{_moment()}"


def list_address(subject: str) -> str:
    """Return the address of the page that lists all records of a subject."""
    return f"{languages.root()}/{subject}{_moment()}"


def _moment() -> str:
    given = as_of_given()
    return "" if given is None else f"?{AS_OF}={quote(given)}"


def show_record(
    template: str,
    record: _Record | None,
    to_data: Callable[[_Record], dict[str, Any]],
    *,
    data: bool,
    endpoint: str | None = None,
    **more: object,
) -> ResponseReturnValue:
    """Answer with a record as its address asks for it; 404 where there is none.

    ``endpoint`` is the record's where another address answers with its page; ``more`` is for that.
    """
    if record is None:
        abort(404)
    agreements = _agreements_address(data=data)
    if data:
        beside = {} if agreements is None else {"agreements_url": agreements}
        return jsonify({**to_data(record), **beside, "truncated": truncated(record)})
    own_key: dict[str, Any] = {**(request.view_args or {}), "data": True}
    return render_template(
        template,
        record=record,
        footnotes=Footnotes(getattr(record, "evidence", Evidence())),
        data_address=url_for(endpoint or str(request.endpoint), **own_key),
        agreements_address=agreements,
        **more,
    )


def _agreements_address(*, data: bool) -> str | None:
    """Return the address of the list of all agreements of the record that is asked for."""
    subject = str(request.blueprint)
    if subject not in AGREEMENT_FILTERS:
        return None
    narrowed: dict[str, Any] = {
        AGREEMENT_FILTERS[subject]: (request.view_args or {})[KEYS[subject]],
        "data": data,
        "_external": data,
    }
    return url_for("agreements.index", **narrowed)
