"""The pages of reports: the library, and each report asked through its address."""

import re

import pytest

from tests.functional.seeded_site import Site
from tracker.reports.catalogue import Catalogue

REPORTS = tuple(Catalogue().reports)
QUERIES = 0  # of the application's login: reports run on their own


def test_the_library_leads_to_every_report_in_both_languages(site: Site) -> None:
    english, french = site.page("/en/reports"), site.page("/fr/reports")
    for name, report in Catalogue().reports.items():
        assert f'href="/en/reports/{name}"' in english
        assert f'href="/fr/reports/{name}"' in french
        assert report.head.title_fr.replace("'", "&#39;") in french
    assert [item["name"] for item in site.data("/reports.json")["items"]] == list(REPORTS)


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_answers_with_its_defaults(site: Site, name: str) -> None:
    for language in ("en", "fr"):
        with site.queries() as seen:
            page = site.page(f"/{language}/reports/{name}")
        assert len(seen) == QUERIES
        assert 'id="answer"' in page


def test_rows_lead_to_records_and_dates_are_written_out(site: Site) -> None:
    page = site.page("/fr/reports/partners_of_country", country="MN")
    assert 'href="/fr/countries/DE"' in page
    assert "<td>octobre 2011</td>" in page  # no more than is known
    assert "Allemagne" in page
    assert "Germany" not in page.partition("<thead>")[2].partition("</table>")[0]


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("partners_of_country", {"country": "XX"}, "XX is not one of the choices."),
        ("changes_since", {"since": "soon"}, "This is not a date such as 2026-01-31."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_kept(
    site: Site, name: str, given: dict[str, str], message: str
) -> None:
    answer = site.get(f"/en/reports/{name}", **given)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    ((field, typed),) = given.items()
    assert re.search(rf'id="{field}-wrong">\s*{re.escape(message)}', page)
    assert 'id="answer"' not in page
    if name == "changes_since":
        assert f'value="{typed}"' in page


def test_what_the_report_does_not_ask_is_refused(site: Site) -> None:
    for query in ("?nothing=1", "?country=KZ&country=UZ"):
        assert site.get(f"/en/reports/partners_of_country{query}").status_code == 400
    assert site.get("/en/reports/no_such_report").status_code == 404


def test_the_address_to_share_asks_the_same(site: Site) -> None:
    page = site.page("/en/reports/partners_of_country", country="UZ", as_of="2026-01-31")
    shared = re.search(r'href="([^"]+)">Address of this answer', page)
    assert shared
    address = shared[1].replace("&amp;", "&").removeprefix("http://localhost")
    assert "country=UZ" in address
    assert "as_of=2026-01-31" in address
    assert site.page(address) == site.page(address)
    assert "0 rows" in page  # before the seeds were entered


def test_the_sql_is_there_with_its_parameters(site: Site) -> None:
    page = site.page("/en/reports/partners_of_country", country="UZ")
    assert "\\set country 'UZ'" in page
    assert "FROM partners" in page


def test_an_end_known_to_its_month_is_written_as_that_month(site: Site) -> None:
    page = site.page(
        "/en/reports/members_on_day", organization="Minerals Security Partnership", day="2025-11-06"
    )
    assert "February 2026" in page
    assert "28 February 2026" not in page


def test_a_report_on_paper_tells_what_was_asked_and_its_sources(site: Site) -> None:
    page = site.page("/fr/reports/summit_to_agreements/print")
    assert "Sources" in page
    assert 'href="#note-1"' in page
    assert 'id="note-1"' in page
    assert "Avant la c\u00e9r\u00e9monie de signature" in page
    asked = site.page("/en/reports/partners_of_country/print", country="MN", as_of="2026-01-01")
    assert re.search(r"<dd>\s*Mongolia\s*</dd>", asked)
    assert re.search(r"<dd>\s*1 January 2026\s*</dd>", asked)
    assert site.get("/reports/partners_of_country/print", country="XX").status_code == 400
    assert ">agreement id</th>" not in asked + page  # the number of a record is no answer
    without_keys = site.page("/en/reports/commitments/print")
    assert 'class="notes"' not in without_keys
