"""The first page, and the parts of it that come a moment later: the map and the timeline."""

from dataclasses import dataclass

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from tracker.domain.permissions import Verb
from tracker.queries.home import get_overview
from tracker.queries.listing.statistics import Tally, agreements_by_country, agreements_by_year
from tracker.queries.lookup.unsourced import get_unsourced
from tracker.web.home.world import world
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import needs
from tracker.web.site.sessions import session

blueprint = Blueprint("home", __name__)

SHADES = 5
"""How many shades the map has."""


@dataclass(frozen=True)
class YearBar:
    """A year of the timeline; the height is in hundredths of the tallest."""

    year: int
    number: int
    height: float


@blueprint.get("/")
@needs(Verb.READ)
def index() -> ResponseReturnValue:
    """Show how much there is, and what came last."""
    return render_template("home.html", overview=get_overview(session()))


@blueprint.get("/map")
@needs(Verb.READ)
def partnerships_map() -> ResponseReturnValue:
    """Show the map of agreements by country."""
    tally = agreements_by_country(session())
    shades = _shades(tally)
    return render_template(
        "home/map.html", tally=tally, shades=shades, steps=_steps(tally, shades), world=world()
    )


@blueprint.get("/timeline")
@needs(Verb.READ)
def timeline() -> ResponseReturnValue:
    """Show the agreements by year."""
    tally = agreements_by_year(session())
    bars = [
        YearBar(year, number, round(100 * number / tally.largest, 1))
        for year in _years(tally)
        for number in [tally.counts.get(str(year), 0)]
    ]
    return render_template("home/timeline.html", tally=tally, bars=bars)


@blueprint.get("/unsourced")
@needs(Verb.READ)
def unsourced() -> ResponseReturnValue:
    """Show the facts without source."""
    found = get_unsourced(session(), past=as_of() is not None)
    return render_template("home/unsourced.html", unsourced=found)


def _years(tally: Tally) -> range:
    """Return every year from the first to the last, those without agreements too."""
    years = [int(year) for year in tally.counts]
    return range(min(years), max(years) + 1) if years else range(0)


def _shades(tally: Tally) -> dict[str, int]:
    """Return each country's shade, 1 for the lightest: as many countries in each as can be.

    Numbers are so unequal that equal steps would leave all but one country in the lightest.
    """
    ranked = sorted(tally.counts, key=lambda code: tally.counts[code])
    shades: dict[str, int] = {}
    for place, code in enumerate(ranked):
        shade = 1 + place * SHADES // len(ranked)
        before = ranked[place - 1]
        same = place > 0 and tally.counts[before] == tally.counts[code]
        shades[code] = shades[before] if same else shade
    return shades


def _steps(tally: Tally, shades: dict[str, int]) -> list[tuple[int, int, int]]:
    """Return each shade that is on the map with the least and the largest number it stands for."""
    numbers: dict[int, list[int]] = {}
    for code, shade in shades.items():
        numbers.setdefault(shade, []).append(tally.counts[code])
    return [(shade, min(found), max(found)) for shade, found in sorted(numbers.items())]
