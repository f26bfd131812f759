"""How values look on a page: dates at their precision, text in the visitor's language."""

import datetime as dt
from functools import cache, lru_cache

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from flask import Flask
from flask_babel import get_locale, gettext
from flask_babel import lazy_gettext as _

from tracker.domain.partial_dates import PartialDate
from tracker.domain.record_types import WITH_PAGES
from tracker.domain.vocabularies import PartyStanding, Precision, RelationKind
from tracker.queries.agreements.record import Standing
from tracker.queries.listing.counting import Exactness, Total
from tracker.queries.parts.actors import Actor
from tracker.queries.text import Bilingual, Span
from tracker.web.site import labels, languages
from tracker.web.site.footnotes import Footnotes
from tracker.web.site.page_toc import headings
from tracker.web.site.records import list_address, record_address
from tracker.web.site.sums import show_sum, sum_in_words


def init_app(app: Flask) -> None:
    """Give the templates what they present values with."""
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.jinja_env.filters.update(
        actor_address=actor_address,
        day=show_day,
        headings=headings,
        moment=show_moment,
        localized=localized,
        partial_date=show_partial_date,
        record_address=record_address,
        span=show_span,
        sum=show_sum,
        sum_in_words=sum_in_words,
    )
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda words: languages.translations().ugettext(words),
        ngettext=lambda one, many, number: languages.translations().ungettext(one, many, number),
        newstyle=True,
    )
    app.context_processor(lambda: {"labels": _labels_in(languages.language())})
    app.jinja_env.globals.update(
        Footnotes=Footnotes,
        asset=asset,
        counted=counted,
        country_name=country_name,
        language_label=languages.language_label,
        part_labels=labels.TABLE_LABELS,
        list_address=list_address,
        record_address=record_address,
        script_label=script_label,
        language=languages.language,
        language_name=languages.LANGUAGES,
        address_in=languages.address_in,
        relation_label=relation_label,
        role_labels=labels.ROLES,
        site_collections=MENU,
        standing_text=standing_text,
    )


MENU = (
    *((each.collection, labels.COLLECTION_LABELS[each.table]) for each in WITH_PAGES),
    ("reports", _("Ready reports")),
)
"""What the site's menu leads to, in its order."""


def localized(text: Bilingual | None) -> str:
    """Return a bilingual text in the visitor's language."""
    return "" if text is None else text[languages.language()]


def show_partial_date(date: PartialDate | None) -> str:
    """Write a date as the visitor's language does, no more precisely than it is known."""
    return "" if date is None else _written(date.day, date.precision, languages.language())


def show_day(moment: dt.datetime) -> str:
    """Write the day of a moment as the visitor's language does."""
    return _written(moment.date(), Precision.DAY, languages.language())


@lru_cache(maxsize=20_000)
def _written(day: dt.date, precision: Precision, language: str) -> str:
    """Write a date; lists show the same ones over and over, and CLDR's patterns are slow.

    English dates are those of most of the world, 6 November 2025. French has an ordinal for the
    first of a month, which CLDR does not.
    """
    locale = _DATES[language]
    if precision is not Precision.DAY:
        skeleton = "y" if precision is Precision.YEAR else "yMMMM"
        return format_skeleton(skeleton, day, locale=locale)
    written = format_date(day, "long", locale=locale)
    first = day.day == 1 and language == "fr"
    return f"1er{written.removeprefix('1')}" if first else written


_DATES = {"en": "en_GB", "fr": "fr"}
"""The locale that writes the dates of each language."""


def actor_address(actor: Actor) -> str:
    """Return the address of the record of a country, organization or official."""
    if actor.country_code is not None:
        return record_address("countries", actor.country_code)
    if actor.official_id is not None:
        return record_address("officials", actor.official_id)
    return record_address("organizations", actor.organization_id or 0)


def counted(total: Total) -> str:
    """Write a number of rows, saying so where it is not exact."""
    number = format_decimal(total.number, locale=get_locale())
    match total.exactness:
        case Exactness.EXACT:
            return number
        case Exactness.ABOUT:
            return str(gettext("about %(number)s", number=number))
        case Exactness.MORE_THAN:
            return str(gettext("more than %(number)s", number=number))


def show_moment(moment: dt.datetime) -> str:
    """Write a moment to the minute, in UTC."""
    return f"{show_day(moment)}, {moment.astimezone(dt.UTC):%H:%M} UTC"


def country_name(code: str) -> str:
    """Return a country's name in the visitor's language, as CLDR has it and the seeds do."""
    return str(get_locale().territories.get(code, code))


def script_label(code: str) -> str:
    """Return a script's name in the visitor's language."""
    return str(get_locale().scripts.get(code, code))


def show_span(time: Span) -> str:
    """Write a time between two dates; nothing when neither is known."""
    start, end = show_partial_date(time.start), show_partial_date(time.end)
    if start and end:
        words = gettext("%(start)s to %(end)s", start=start, end=end)
    elif start:
        words = gettext("since %(start)s", start=start)
    else:
        words = gettext("until %(end)s", end=end) if end else ""
    return str(words)


def standing_text(party: Standing) -> str:
    """Say where a party stands, and since when."""
    standing = PartyStanding(party.standing)
    if party.since is None:
        return str(labels.label(PartyStanding, standing))
    of_a_day, of_a_period = labels.STANDING_SINCE[standing]
    words = of_a_day if party.since.precision is Precision.DAY else of_a_period
    return str(words) % {"date": show_partial_date(party.since)}


def relation_label(kind: str, *, inverse: bool) -> str:
    """Return the words for a tie between agreements, as read from this end of it."""
    return str(labels.RELATIONS[RelationKind(kind)][inverse])


def asset(name: str) -> str:
    """Return the address of a static file, the same in every language."""
    return f"{languages.site_root()}/static/{name}"


@cache
def _labels_in(language: str) -> dict[str, dict[str, str]]:  # noqa: ARG001 (gettext's own by now)
    """Return the closed vocabularies for templates: ``labels.LegalNature.treaty``.

    Looked up once a language: a page has a label in each of its rows.
    """
    return {
        vocabulary.__name__: {value.value: str(words) for value, words in members.items()}
        for vocabulary, members in labels.LABELS.items()
    }
