"""Counts beside choices, totals, map, timeline: exact where that is cheap, and said where not."""

import datetime as dt
import html
import re

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.support.seeded_site import Site
from tracker.db.engine import Database
from tracker.queries.agreements.lists import AGREEMENTS
from tracker.queries.listing import counting
from tracker.queries.listing.counting import Exactness, Total
from tracker.queries.listing.lists import ListRequest
from tracker.queries.listing.statistics import agreements_by_country, agreements_by_year
from tracker.queries.lookup.filter_options import chosen_of


@pytest.mark.parametrize(
    "narrowed",
    [{}, {"country": "KZ"}, {"form": "framework"}, {"q": "minerals", "sector": "mining"}],
)
def test_a_count_is_the_length_of_the_list_behind_it(site: Site, narrowed: dict[str, str]) -> None:
    _assert_counts(site, "agreements", narrowed)


@pytest.mark.parametrize(
    ("subject", "narrowed"),
    [
        *(("officials", {}), ("organizations", {}), ("events", {}), ("sources", {})),
        *(("organizations", {"country": "US"}), ("events", {"country": "KZ", "kind": "summit"})),
        *(("officials", {"q": "mar"}), ("sources", {"language": "fr"})),
    ],
)
def test_every_list_counts_its_choices(site: Site, subject: str, narrowed: dict[str, str]) -> None:
    _assert_counts(site, subject, narrowed)


def _assert_counts(site: Site, subject: str, narrowed: dict[str, str]) -> None:
    counted = 0
    for name, choices in site.data(f"/en/{subject}/choices.json", **narrowed).items():
        for choice in [choice for choice in choices if "count" in choice][::5]:
            fitting = site.whole_list(subject, **{**narrowed, name: choice["value"]})
            assert int(choice["count"]) == len(fitting), (name, choice)
            counted += 1
    assert counted


@pytest.mark.parametrize("language", ["en", "fr"])
def test_choices_are_those_of_the_page_that_has_all(site: Site, language: str) -> None:
    page = site.page(f"/{language}/agreements", choices="all")
    for name, choices in site.data(f"/{language}/agreements/choices.json").items():
        select = page[page.index(f'name="{name}"') :]
        offered = re.findall(
            r'<option value="([^"]+)">([^<]+)<', select[: select.index("</select")]
        )
        named = [(choice["value"], choice["label"]) for choice in choices]
        assert [(value, html.unescape(label)) for value, label in offered] == named


def test_a_page_comes_with_the_chosen_choice_alone(site: Site) -> None:
    page = site.page("/en/agreements", country="KZ")
    assert '<option selected value="KZ">Kazakhstan</option>' in page
    assert "Belgium</option>" not in page


def test_counts_refuse_what_the_list_refuses(site: Site) -> None:
    assert site.get("/agreements/choices.json", country="XX").status_code == 400


def test_map_and_timeline_count_every_agreement(site: Site) -> None:
    years = "SELECT to_char(dated_on, 'YYYY') AS year, count(*) AS number FROM agreement GROUP BY 1"
    timeline = site.page("/en/timeline")
    for row in site.rows(years):
        assert row.year is None or f'<span class="number">{row.number}</span>' in timeline
    assert "Kazakhstan: 13" in site.page("/en/map")


def test_the_map_says_what_its_shades_stand_for(site: Site) -> None:
    legend = site.page("/en/map").partition('class="shades"')[2].partition("</ul>")[0]
    steps = re.findall(r"shade-(\d).*?</svg>\s*([^<\s]+)", legend, re.DOTALL)
    ends = [int(end) for _, step in steps for end in step.split("\N{EN DASH}")]
    most = "SELECT count(*) FROM agreement_party GROUP BY country_code ORDER BY 1 DESC"
    assert [shade for shade, _ in steps] == sorted(shade for shade, _ in steps)
    assert ends == sorted(ends)
    assert ends[-1] <= site.rows(most)[0][0]


def test_the_first_page_counts_the_countries_that_are_parties(site: Site) -> None:
    parties = "SELECT count(DISTINCT country_code) FROM agreement_party"
    assert f"<b>{site.rows(parties)[0][0]}</b> countries" in site.page("/en/")


def test_a_part_of_a_page_comes_without_its_frame(site: Site) -> None:
    part = site.client.get("/fr/map", headers={"HX-Request": "true"}).get_data(as_text=True)
    assert "<html" not in part
    assert "Kazakhstan" in part


ALL = ListRequest({}, "newest")


def _of(country: str) -> ListRequest:
    return ListRequest({"country": country}, "newest")


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the seeds for a large database."""
    monkeypatch.setattr(counting, "COUNTED_BELOW", 10)
    monkeypatch.setattr(counting, "COUNTED_UP_TO", 10)


@pytest.fixture
def analysed(seeded_database: Database) -> Database:
    with seeded_database.owner.begin() as connection:
        connection.execute(text("ANALYZE"))
    return seeded_database


@pytest.mark.usefixtures("small")
def test_large_lists_are_estimated_and_say_so(analysed: Database) -> None:
    with analysed.session() as session:
        assert AGREEMENTS.page(session, ALL).total == Total(103, Exactness.ABOUT)
        narrowed = AGREEMENTS.page(session, _of("US"))
        assert narrowed.total == Total(10, Exactness.MORE_THAN)
        rare = AGREEMENTS.page(session, _of("ZM"))
        assert rare.total == Total(5, Exactness.EXACT)


@pytest.mark.usefixtures("small")
def test_statistics_are_near_the_truth(analysed: Database) -> None:
    with analysed.session() as session:
        by_country = agreements_by_country(session)
        by_year = agreements_by_year(session)
        about = AGREEMENTS.facets(session, ALL, ["country"])
    assert not by_country.exact
    assert by_country.counts["US"] == pytest.approx(47, abs=2)
    assert about["country"]["US"].exactness is Exactness.ABOUT
    assert sum(by_year.counts.values()) == pytest.approx(102, abs=8)
    assert int(min(by_year.counts)) >= 2011
    assert int(max(by_year.counts)) <= dt.date(2026, 12, 31).year


@pytest.mark.usefixtures("small")
def test_narrowed_counts_are_lower_bounds(analysed: Database) -> None:
    with analysed.session() as session:
        facets = AGREEMENTS.facets(session, _of("US"), ["status"])
    assert facets["status"]["signed"].exactness is Exactness.MORE_THAN
    assert facets["status"]["signed"].number <= 11


@pytest.mark.usefixtures("small")
def test_numbers_beside_rows_are_estimated_in_a_large_database(analysed: Database) -> None:
    site = Site(analysed)
    united_states = site.data("/en/countries.json")["items"][0]
    assert (united_states["code"], united_states["agreements_exactness"]) == ("US", "about")
    assert united_states["agreements"] == pytest.approx(47, abs=2)
    assert re.search(r">about 4\d<", site.page("/en/countries"))
    assert re.search(r"<b>about 1\d\d</b> agreements", site.page("/en/"))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    ("subject", "sort"),
    [("officials", "agreements"), ("organizations", "agreements"), ("sources", "citations")],
)
def test_a_large_list_is_not_sorted_by_what_would_have_to_be_counted(
    analysed: Database, subject: str, sort: str
) -> None:
    assert Site(analysed).get(f"/en/{subject}.json", sort=sort).status_code == 400


def test_what_is_chosen_is_not_counted_less_exactly_than_the_page_does(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "COUNTED_UP_TO", 5)
    offered = site.data("/en/agreements/choices.json?country=KZ")["country"]
    counts = {choice["value"]: choice.get("count") for choice in offered}
    assert counts.pop("KZ") is None
    assert any("more than" in count for count in counts.values() if count)


def test_two_filters_may_choose_from_one_vocabulary(seeded: Session) -> None:
    kinds = {"country": "country", "place": "country", "form": "form"}
    found = chosen_of(seeded, kinds, {"country": "KZ", "place": "US"})
    assert {name: [value for value, _ in values] for name, values in found.items()} == {
        "country": ["KZ"],
        "place": ["US"],
    }
