"""Choosing records in forms: what a text stands for, and what is offered while one types."""

from flask import Blueprint, abort, jsonify, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.permissions import Verb
from tracker.forms.fields import RecordChoice, RecordField
from tracker.forms.records import PartForm
from tracker.queries.lookup.record_lookup import (
    KINDS,
    Choosable,
    called,
    named,
    suggested,
)
from tracker.web.editing.create_in_place import LONGEST_NAME, ways
from tracker.web.site.auth import needs
from tracker.web.site.languages import language
from tracker.web.site.sessions import session

blueprint = Blueprint("choosing", __name__)


@blueprint.get("/choose/<kinds>.json")
@needs(Verb.EDIT)
def suggestions(kinds: str) -> ResponseReturnValue:
    """Offer records for a text: of one kind, or of several, as in ``country+organization``.

    The last choices are to make one, for those who may.
    """
    asked = kinds.split("+")
    if not KINDS.issuperset(asked):
        abort(404)
    text = request.args.get("q", "")[:LONGEST_NAME].strip()
    if not text:
        return jsonify([])
    there = [
        {"value": choice.token, "name": choice.name, "detail": choice.detail}
        for choice in map(choice_of, suggested(session(), asked, text))
    ]
    makes = gettext("Create “%(name)s”", name=text)
    new = [
        {"create": way.address, "name": makes, "detail": str(way.noun)} for way in ways(asked, text)
    ]
    return jsonify(there + new)


def resolve_records(form: PartForm) -> None:
    """Find out for every field of a form what record its text stands for."""
    fields = [
        field
        for part in form.walk()
        for field in part.own_fields()
        if isinstance(field, RecordField)
    ]
    choices = names_of({field.token for field in fields if field.token})
    for field in fields:
        known = choices.get(field.token or "")
        if not field.text or (known and known.is_called(field.text)):
            field.resolve(known, (), exact=True)
            continue
        text = field.text[:LONGEST_NAME].replace("\0", "")
        found = called(session(), field.kinds, text)
        near = found or suggested(session(), field.kinds, text)
        field.resolve(known, map(choice_of, near), exact=bool(found))


def names_of(tokens: set[str]) -> dict[str, RecordChoice]:
    """Return what records are called, by their tokens."""
    return {token: choice_of(found) for token, found in named(session(), tokens).items()}


def choice_of(found: Choosable) -> RecordChoice:
    """Describe a record that can be chosen in the visitor's language."""
    return RecordChoice(
        token=f"{found.kind}:{found.key}",
        name=found.name[language()],
        detail=found.detail[language()] if found.detail else "",
        aliases=(found.name.en, found.name.fr),
    )
