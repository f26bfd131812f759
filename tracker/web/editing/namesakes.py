"""A warning where a record is called as another is: perhaps it was there already."""

from flask import flash
from flask_babel import gettext

from tracker.queries.lookup.record_lookup import namesakes
from tracker.web.site.languages import language
from tracker.web.site.sessions import session


def warn_of_namesakes(code: str) -> None:
    """Say which other countries go by a name of the one that was saved."""
    for other in namesakes(session(), code):
        name = other.name[language()]
        flash(
            gettext(
                "Another country is called so too: %(name)s (%(code)s).", name=name, code=other.key
            )
        )
