"""No page reads a whole large table, as EXPLAIN tells of 100,000 synthetic agreements."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select, text

from tests.support import kept, templates
from tests.support.cluster import opened
from tests.support.explained import asked, reads
from tests.support.seeded_site import Site
from tracker.db.engine import Database
from tracker.models import Agreement
from tracker.queries.agreements.items import ORDERS
from tracker.queries.listing import counting

AGREEMENTS = 100_000
LARGE = counting.COUNTED_BELOW  # rows of a table that grows with the agreements
SHARE = 0.5  # of a large table's rows: what no step may read

FILTERS = (
    *("country=KZ", "country=TV", "mineral=lithium", "mineral=zirconium"),
    *("mineral=rare_earth_elements", "sector=critical_minerals", "form=treaty"),
    *("status=in_force", "status=suspended", "review_state=draft", "review_state=submitted"),
    *("year_from=2020", "year_to=1960", "year_from=2000&year_to=2001"),
    *("official=5", "organization=300", "event=5", "country=TV&sort=title"),
    *("country=KZ&mineral=lithium", "country=US&form=treaty&status=in_force"),
    *("q=memorandum", "q=lithium", "q=litihum", "q=B00001234", "q=zzzzqqqq", "q=a"),
    *("q=memorandum+kazakhstan", "q=treaty+memorandum", "q=lithium&mineral=lithium"),
    *("q=lithium&country=TV", "q=memorandum&country=US", "q=memorandum&sort=title"),
)
SORTS = {
    "agreements": ("newest", "oldest", "title", "reference"),
    "officials": ("name",),
    "organizations": ("name",),
    "events": ("newest", "oldest", "title"),
    "sources": ("newest", "oldest", "publisher", "title"),
}
BUSIEST = {
    "countries": "SELECT country_code FROM agreement_party",
    "officials": "SELECT official_id FROM agreement_official",
    "organizations": "SELECT organization_id FROM agreement_party",
    "events": "SELECT event_id FROM agreement_event",
    "minerals": "SELECT mineral_code FROM agreement_scope",
    "sectors": "SELECT sector_code FROM agreement_scope",
    "sources": "SELECT document_id FROM citation",
}


@pytest.fixture(scope="module")
def large(run_folder: Path) -> Iterator[Database]:
    kept.lend("large", run_folder / "large", templates.make_large)
    with (
        opened(run_folder / "large") as cluster,
        cluster.reading(templates.large(cluster)) as database,
    ):
        yield database


@pytest.fixture(scope="module")
def site(large: Database) -> Site:
    return Site(large)


def assert_reads_little(database: Database, site: Site, address: str) -> None:
    with asked(database) as statements:
        assert site.get(address).status_code == 200, address
    assert statements, address
    too_much = [read for read in reads(database, statements, LARGE) if read.share >= SHARE]
    assert too_much == [], address


@pytest.mark.parametrize("filters", FILTERS)
def test_a_filter_of_agreements(large: Database, site: Site, filters: str) -> None:
    assert_reads_little(large, site, f"/en/agreements?{filters}")


@pytest.mark.parametrize(
    "address",
    [
        *("events?kind=summit", "events?country=KZ", "events?year_to=2001"),
        *("sources?class=news", "sources?language=fr", "officials?country=KZ"),
        "organizations?kind=company",
    ],
)
def test_a_filter_of_another_list(large: Database, site: Site, address: str) -> None:
    assert_reads_little(large, site, f"/en/{address}")


@pytest.mark.parametrize("filters", ["", *FILTERS])
def test_the_counts_beside_choices(large: Database, site: Site, filters: str) -> None:
    assert_reads_little(large, site, f"/en/agreements/choices.json?{filters}")


@pytest.mark.parametrize("order", ORDERS)
def test_a_deep_page_of_agreements(large: Database, site: Site, order: str) -> None:
    with large.session() as session:
        deep = (
            ORDERS[order]
            .page(select(Agreement.id), onward=False)
            .offset(AGREEMENTS * 9 // 10)
            .limit(1)
        )
        cursor = ORDERS[order].cursor(session.execute(deep).one())
    sort, _, language = order.partition("_")
    address = f"/{language or 'en'}/agreements?sort={sort}&cursor={cursor}"
    assert_reads_little(large, site, address)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("subject", "sort"), [(s, sort) for s in SORTS for sort in SORTS[s]])
def test_the_first_two_pages_of_a_list(
    large: Database, site: Site, subject: str, sort: str, language: str
) -> None:
    address = f"/{language}/{subject}?sort={sort}"
    assert_reads_little(large, site, address)
    following = urlsplit(site.data(f"/{language}/{subject}.json?sort={sort}")["next"])
    path = following.path.removesuffix(".json")
    assert_reads_little(large, site, f"{path}?{following.query}")


@pytest.mark.parametrize(
    "page", ["", "map", "timeline", "unsourced", "countries", "minerals", "sectors"]
)
def test_a_page_of_all_agreements(large: Database, site: Site, page: str) -> None:
    assert_reads_little(large, site, f"/en/{page}")


@pytest.mark.parametrize("subject", BUSIEST)
def test_the_record_that_most_hangs_on(large: Database, site: Site, subject: str) -> None:
    ranked = f"SELECT key FROM ({BUSIEST[subject]}) AS t (key) WHERE key IS NOT NULL"  # noqa: S608
    with large.session() as session:
        key = session.scalar(text(f"{ranked} GROUP BY key ORDER BY count(*) DESC LIMIT 1"))
    assert_reads_little(large, site, f"/en/{subject}/{key}")


def test_an_agreement(large: Database, site: Site) -> None:
    assert_reads_little(large, site, f"/en/agreements/{AGREEMENTS // 2}")


def test_a_whole_table_is_noticed(large: Database) -> None:
    everything = [("SELECT max(place_en) FROM agreement", ())]
    assert [read.share for read in reads(large, everything, LARGE)] == [1.0]
