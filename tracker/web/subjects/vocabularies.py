"""The vocabularies that people may extend: one page for all, and the form of each word."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.domain.record_types import VOCABULARIES
from tracker.queries.lookup.filter_options import choices_of
from tracker.web.editing.editing import Editing
from tracker.web.site.auth import needs
from tracker.web.site.labels import COLLECTION_LABELS
from tracker.web.site.sessions import session

blueprint = Blueprint("vocabularies", __name__)

NAMES = {each.table: COLLECTION_LABELS[each.table] for each in VOCABULARIES}
_FILTERS = {"agreement_form": "form"}  # what the lists call it


@blueprint.get("/vocabularies")
@needs(Verb.EDIT_VOCABULARIES)
def index() -> ResponseReturnValue:
    """Show every vocabulary with its words."""
    found = choices_of(session(), [_FILTERS.get(name, name) for name in NAMES])
    vocabularies = [(name, words, found[_FILTERS.get(name, name)]) for name, words in NAMES.items()]
    return render_template("vocabularies/index.html", vocabularies=vocabularies)


EDITINGS = {
    name: Editing(
        name,
        words,
        address=lambda _key: url_for("vocabularies.index"),
        list_address=lambda: url_for("vocabularies.index"),
    )
    for name, words in NAMES.items()
}


def _route(name: str) -> Blueprint:
    """Make the forms of one vocabulary."""
    forms = Blueprint(name, __name__)
    EDITINGS[name].route(forms, f"/vocabularies/{name}", "<code:key>")
    return forms


FORMS = tuple(_route(name) for name in NAMES)
