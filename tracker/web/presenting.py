"""How values look on a page: dates at their precision, text in the visitor's language."""

from babel.dates import format_date, format_skeleton
from flask import Flask, url_for
from flask_babel import format_currency, get_locale
from flask_babel import lazy_gettext as _

from tracker.domain.partial_dates import PartialDate
from tracker.domain.vocabularies import Precision, RelationKind
from tracker.queries.actors import Actor
from tracker.queries.text import Bilingual
from tracker.web import labels, languages
from tracker.web.footnotes import Footnotes


def init_app(app: Flask) -> None:
    """Give the templates what they present values with."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.filters.update(
        currency=format_currency,
        localized=localized,
        partial_date=show_partial_date,
    )
    app.jinja_env.globals.update(
        Footnotes=Footnotes,
        actor_address=actor_address,
        asset=asset,
        country_name=country_name,
        labels=_labels(),
        language=languages.language,
        language_name=languages.LANGUAGES,
        address_in=languages.address_in,
        relation_label=relation_label,
        site_subjects=SUBJECTS,
    )


SUBJECTS = (
    ("agreements.index", _("Agreements")),
    ("countries.index", _("Countries")),
    ("officials.index", _("Officials")),
    ("organizations.index", _("Organizations")),
    ("events.index", _("Events")),
    ("minerals.index", _("Minerals")),
    ("sectors.index", _("Sectors")),
    ("sources.index", _("Sources")),
)
"""The site's subjects, in the order of its menu, by the endpoint of their lists."""


def localized(text: Bilingual | None) -> str:
    """Return a bilingual text in the visitor's language."""
    return "" if text is None else text[languages.language()]


def show_partial_date(date: PartialDate | None) -> str:
    """Write a date as the visitor's language does, no more precisely than it is known."""
    if date is None:
        return ""
    if date.precision is Precision.DAY:
        return format_date(date.day, "long", locale=get_locale())
    skeleton = "y" if date.precision is Precision.YEAR else "yMMMM"
    return format_skeleton(skeleton, date.day, locale=get_locale())


def actor_address(actor: Actor) -> str:
    """Return the address of the record of a country or organization."""
    if actor.country_code is not None:
        return url_for("countries.record", code=actor.country_code)
    return url_for("organizations.record", organization_id=actor.organization_id)


def country_name(code: str) -> str:
    """Return a country's name in the visitor's language, as CLDR has it and the seeds do."""
    return str(get_locale().territories.get(code, code))


def relation_label(kind: str, *, inverse: bool) -> str:
    """Return the words for a tie between agreements, as read from this end of it."""
    return str(labels.RELATIONS[RelationKind(kind)][inverse])


def asset(name: str) -> str:
    """Return the address of a static file, the same in every language."""
    return f"{languages.site_root()}/static/{name}"


def _labels() -> dict[str, dict[str, object]]:
    """Return the closed vocabularies for templates: ``labels.LegalNature.treaty``."""
    return {
        vocabulary.__name__: {value.value: words for value, words in members.items()}
        for vocabulary, members in labels.LABELS.items()
    }
