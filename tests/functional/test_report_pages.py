"""The pages of reports: the library, and each report asked through its address."""

import re

import pytest

from tests.support.seeded_site import Site
from tracker.reports.catalogue import Catalogue
from tracker.reports.result import Result

REPORTS = tuple(Catalogue().reports)
ASKED = {
    "falling_due": {"day": "2026-01-01"},
    "duplicates_suspected": {"days": "5000"},
    "changes_since": {"since": "2020-01-01"},
    "known_then": {"second": "2199-12-31"},
}
"""What to type so that the seeds have an answer."""

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


CODE = re.compile(r"[a-z]+(_[a-z0-9]+)+|[a-z]+:[0-9]+")


def headings(page: str) -> list[str]:
    """Return what stands above the columns of an answer."""
    head = page.partition('<table id="rows"')[2].partition("</thead>")[0]
    return re.findall(r"<th [^>]*>([^<]+)</th>", head)


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_shows_a_column_or_a_value_as_a_code(site: Site, name: str) -> None:
    english, french = (
        site.page(f"/{language}/reports/{name}", **ASKED.get(name, {})) for language in ("en", "fr")
    )
    assert headings(english)
    for one, other in zip(headings(english), headings(french), strict=True):
        assert one[0].isupper()
        assert other[0].isupper()
    for page in (english, french, site.page(f"/fr/reports/{name}/print", **ASKED.get(name, {}))):
        shown = re.findall(r">([^<>]+)<", page.partition("<h2")[2].partition("<details class=")[0])
        assert [words for words in shown if CODE.fullmatch(words.strip())] == []


def test_codes_are_words_in_the_language_of_the_page(site: Site) -> None:
    french = site.page("/fr/reports/summit_to_agreements")
    assert ">Signé en marge de<" in french
    assert "signed_on_margins_of" not in french.partition('class="sql"')[0]
    missing = site.page("/fr/reports/missing_values")
    assert ">Date de signature<" in missing
    commitments = site.page("/fr/reports/commitments")
    assert ">dollar des États-Unis<" in commitments


def test_rows_carry_marks_of_their_sources(site: Site) -> None:
    page = site.page("/en/reports/relationship")
    row = re.search(r"Tenth C5\+1 summit</a>.*?</tr>", page, re.DOTALL)
    assert row
    marks = re.findall(r'href="#(note-\d+)"', row[0])
    assert marks
    assert all(f'id="{mark}"' in page for mark in marks)
    assert "Le Kazakhstan et les États-Unis ont signé un protocole d\u2019accord" in page


def test_the_sources_of_many_rows_take_as_few_queries_as_those_of_few(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(name: str) -> None:
        original = getattr(Result, name)

        def method(self: Result, sql: str, *rest: object) -> object:
            asked.append(sql)
            return original(self, sql, *rest)

        monkeypatch.setattr(Result, name, method)

    counted("look_up")
    counted("beside")
    site.page("/en/reports/relationship")
    few = len(asked)
    assert site.page("/en/reports/changes_since", **ASKED["changes_since"]).count("<tr>") >= 500
    assert len(asked) == 2 * few


@pytest.mark.parametrize("name", [n for n, r in Catalogue().reports.items() if r.head.chart])
def test_a_picture_stands_on_the_page_and_on_paper(site: Site, name: str) -> None:
    for address in (f"/fr/reports/{name}", f"/en/reports/{name}/print"):
        page = site.page(address, **ASKED.get(name, {}))
        assert 'class="chart chart-' in page
        assert 'aria-details="rows"' in page
        assert 'id="rows"' in page


def test_a_picture_that_leaves_something_out_says_so(site: Site) -> None:
    page = site.page("/en/reports/partners_of_country", country="US")
    assert "The first 15 of" in page
    dated = site.page("/en/reports/agreements_of_region")
    assert "1 has no date and is not drawn." in dated


def test_an_empty_answer_is_said_in_words(site: Site) -> None:
    page = site.page("/en/reports/partners_of_country", country="AQ")
    assert "Nothing in the database answers to this." in page
    assert 'class="chart' not in page


def test_rows_lead_to_records_and_dates_are_written_out(site: Site) -> None:
    page = site.page("/fr/reports/partners_of_country", country="MN")
    assert 'href="/fr/countries/DE"' in page
    assert ">octobre 2011</td>" in page  # no more than is known
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
