"""What every record does: answer as a page with its notes, or as data, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import quote

from flask import Blueprint, abort, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.domain.record_types import BY_COLLECTION, WITH_PAGES, RecordKey
from tracker.exports.values import truncated
from tracker.forms.filters import AS_OF
from tracker.queries.parts.evidence import Evidence
from tracker.web.site import languages
from tracker.web.site.as_of import as_of_given
from tracker.web.site.auth import needs
from tracker.web.site.footnotes import Footnotes
from tracker.web.site.sessions import session

if TYPE_CHECKING:
    from tracker.db.engine import Session

_Record = TypeVar("_Record")

ANY_WITH_PAGES = f"any({', '.join(each.collection for each in WITH_PAGES)})"
"""What stands in the rule of an address for a collection whose records have pages."""


def record_address(
    collection: str, key: RecordKey, *, data: bool = False, full: bool = False
) -> str:
    """Return the address of a record, as a page or as data, with the host where ``full``.

    Keys are numbers and plain codes, so that nothing is to be quoted: a page has hundreds of these,
    and ``url_for`` would be a quarter of its time.
    """
    root = request.root_url.rstrip("/") if full else languages.root()
    return f"{root}/{collection}/{key}{'.json' if data else ''}{_moment()}"


def list_address(collection: str) -> str:
    """Return the address of the page that lists the records of a collection."""
    return f"{languages.root()}/{collection}{_moment()}"


def _moment() -> str:
    given = as_of_given()
    return "" if given is None else f"?{AS_OF}={quote(given)}"


@dataclass(frozen=True)
class RecordPage(Generic[_Record]):
    """The records of a collection on the site: how they are addressed, fetched and written."""

    name: str
    fetch: Callable[["Session", Any], _Record | None]
    to_data: Callable[[_Record], dict[str, Any]]

    def route(self, blueprint: Blueprint, path: str, key: str) -> None:
        """Add the addresses of a record under a path: its page and its data.

        ``key`` is how the addresses of records are written, such as ``<id:event_id>``.
        """

        @blueprint.get(f"{path}/{key}", defaults={"data": False})
        @blueprint.get(f"{path}/{key}.json", defaults={"data": True})
        @needs(Verb.READ)
        def record(*, data: bool, **keys: int | str) -> ResponseReturnValue:
            (own,) = keys.values()
            return self.show(own, data=data)

    def show(self, key: int | str, *, data: bool, **more: object) -> ResponseReturnValue:
        """Answer with a record as its address asks for it; 404 where there is none.

        ``more`` is what the page says of what somebody did there.
        """
        record = self.fetch(session(), key)
        if record is None:
            abort(404)
        agreements = _agreements_address(data=data)
        if data:
            beside = {} if agreements is None else {"agreements_url": agreements}
            return jsonify({**self.to_data(record), **beside, "truncated": truncated(record)})
        own_key: dict[str, Any] = {**(request.view_args or {}), "data": True}
        return render_template(
            f"{self.name}/record.html",
            record=record,
            footnotes=Footnotes(getattr(record, "evidence", Evidence())),
            data_address=url_for(f"{self.name}.record", **own_key),
            agreements_address=agreements,
            **more,
        )


def _agreements_address(*, data: bool) -> str | None:
    """Return the address of the list of all agreements of the record that is asked for."""
    of = BY_COLLECTION.get(str(request.blueprint))
    if of is None or of.agreements_filter is None:
        return None
    narrowed: dict[str, Any] = {
        of.agreements_filter: (request.view_args or {})[of.argument],
        "data": data,
        "_external": data,
    }
    return url_for("agreements.index", **narrowed)
