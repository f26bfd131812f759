"""Making a record that a form is to choose and that is not there yet, without leaving that form.

With scripts its form opens over the page. The names of its fields then begin with that of the
field that it is made for, so that both forms can stand on one page.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from flask import Response, request, url_for
from flask_babel import LazyString

from tracker.domain.drafts import Draft
from tracker.domain.record_types import BY_KIND, BY_TABLE, RecordKey
from tracker.forms.records import PartForm
from tracker.web.site.auth import may, needed
from tracker.web.site.labels import TABLE_LABELS
from tracker.web.site.languages import language

LONGEST_NAME = 200


@dataclass(frozen=True)
class Way:
    """A form in which a record can be made, and what such a record is."""

    address: str
    noun: LazyString


def ways(kinds: Iterable[str], name: str) -> list[Way]:
    """Return where whoever asks may make a record of some kinds, to be called by a name."""
    return [
        Way(url_for(made_at, called=name or None), TABLE_LABELS[made.table])
        for made in (BY_KIND[kind] for kind in kinds)
        for made_at in [f"{made.collection}.new"]
        if may(needed(made_at))
    ]


def asking_field() -> str:
    """Return the name of the field that the record is made for; nothing for a page of its own."""
    name = request.args.get("for", "")
    return name if re.fullmatch(r"[\w-]{1,200}", name, re.ASCII) else ""


def begun(form: PartForm) -> Draft:
    """Return a draft of a new record that has the name by which it was looked for."""
    name = request.args.get("called", "")[:LONGEST_NAME].strip()
    fields = ["name", "title", f"name_{language()}", f"title_{language()}"]
    if name.startswith(("http://", "https://")):
        fields.insert(0, "url")
    called = next((field for field in fields if field in form), None)
    return {called: name} if name and called else {}


def token(table: str, key: RecordKey) -> str:
    """Return how fields that choose records name one, by its table and key."""
    return f"{BY_TABLE[table].kind}:{key}"


def tell(token: str, name: str) -> Response:
    """Answer that a record was made, to the script that puts it into the field."""
    answer = Response(status=201)
    answer.headers["HX-Reswap"] = "none"
    answer.headers["HX-Trigger"] = json.dumps({"created": {"value": token, "name": name}})
    return answer
