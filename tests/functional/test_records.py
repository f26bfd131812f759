"""Every record of every subject answers, with its evidence; what is no record is a 404."""

import html
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.support.seeded_site import LANGUAGES, SUBJECTS, Site, key_name
from tracker.queries.parts.capped import Capped

ADDRESS = """CASE
    WHEN c.agreement_id IS NOT NULL THEN '/agreements/' || c.agreement_id
    WHEN c.event_id IS NOT NULL THEN '/events/' || c.event_id
    WHEN c.organization_id IS NOT NULL THEN '/organizations/' || c.organization_id
    WHEN c.official_id IS NOT NULL THEN '/officials/' || c.official_id
    WHEN c.country_code IS NOT NULL THEN '/countries/' || c.country_code
    WHEN c.sector_code IS NOT NULL THEN '/sectors/' || c.sector_code
    WHEN c.mineral_code IS NOT NULL THEN '/minerals/' || c.mineral_code
    WHEN c.criticality_listing_id IS NOT NULL THEN '/minerals/' || g.mineral_code
    WHEN coalesce(p.organization_id, l.organization_id) IS NOT NULL
        THEN '/organizations/' || coalesce(p.organization_id, l.organization_id)
    ELSE '/countries/' || coalesce(p.country_code, l.country_code)
END"""
JOINS = """
    LEFT JOIN criticality_listing AS g ON g.id = c.criticality_listing_id
    LEFT JOIN criticality_list AS l ON l.id = c.criticality_list_id
    LEFT JOIN post AS p ON p.id = c.post_id"""


Evidence = dict[str, set[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def cited(site: Site) -> Evidence:
    """What is cited, by the address of the record that has to show it."""
    return _by_address(
        site.rows(f"""
        SELECT {ADDRESS} AS address, c.subject, c.field, c.stance, c.document_id, q.exact
        FROM citation AS c LEFT JOIN passage AS q ON q.id = c.passage_id {JOINS}""")  # noqa: S608
    )


@pytest.fixture(scope="module")
def unfilled(site: Site) -> Evidence:
    """Why values are missing, by the address of the record that has to show it."""
    return _by_address(
        site.rows(f"""
        SELECT {ADDRESS} AS address, c.subject, c.field, c.reason
        FROM missing_value AS c {JOINS}""")  # noqa: S608
    )


def _by_address(rows: Iterable[Any]) -> Evidence:
    found: Evidence = {}
    for address, *evidence in rows:
        found.setdefault(address, set()).add(tuple(evidence))
    return found


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_record_answers_with_all_its_evidence(
    site: Site, subject: str, cited: Evidence, unfilled: Evidence
) -> None:
    for key in site.record_keys(subject):
        address = f"/{subject}/{key}"
        data = site.data(f"/en{address}.json")
        assert data[key_name(subject)] == key
        assert data["url"].endswith(f"/en{address}")
        assert cited.get(address, set()) <= _citations(data), address
        assert unfilled.get(address, set()) <= _reasons(data), address

        page = _words(site.page(f"/en{address}"))
        unseen = [quote for quote in _quotes(data) if _words(quote) not in page]
        assert unseen == [], f"{address} does not show what is quoted for it"


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_record_answers_in_french(site: Site, subject: str) -> None:
    for key in site.record_keys(subject):
        assert '<html lang="fr"' in site.page(f"/fr/{subject}/{key}")


def test_all_evidence_belongs_to_a_record(site: Site, cited: Evidence, unfilled: Evidence) -> None:
    records = {f"/{subject}/{key}" for subject in SUBJECTS for key in site.record_keys(subject)}
    assert cited
    assert unfilled
    assert {*cited, *unfilled} <= records


def _citations(data: dict[str, Any]) -> set[tuple[Any, ...]]:
    return {
        (each["subject"], each["field"], each["stance"], each["document"]["id"], each["quote"])
        for each in data["citations"]
        if "document" in each
    }


def _reasons(data: dict[str, Any]) -> set[tuple[Any, ...]]:
    return {(each["subject"], each["field"], each["reason"]) for each in data.get("missing", ())}


def _quotes(data: dict[str, Any]) -> list[str]:
    return [
        *(passage["exact"] for passage in data.get("passages", ())),
        *(each["quote"] for each in data["citations"] if each["quote"] and "document" in each),
    ]


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(text))


def test_every_citation_is_on_its_source_and_leads_to_its_record(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.queries.subjects.documents.PARTS_SHOWN", 1000)
    for document_id in site.record_keys("sources"):
        expected = site.rows(
            f"""SELECT {ADDRESS} AS address, c.subject, c.field, c.stated_value
            FROM citation AS c {JOINS} WHERE c.document_id = :document_id""",  # noqa: S608
            document_id=document_id,
        )
        data = site.data(f"/en/sources/{document_id}.json")
        shown = [
            (
                f"/{each['record']['list']}/{each['record']['key']}",
                each["subject"],
                each["field"],
                each["stated_value"],
            )
            for each in data["citations"]
        ]
        assert sorted(map(str, shown)) == sorted(map(str, expected))
        page = site.page(f"/en/sources/{document_id}")
        assert [address for address, *_ in shown if f'href="/en{address}"' not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path",
    [
        *(f"/{subject}/999999999" for subject in SUBJECTS),
        *(f"/{subject}/0" for subject in SUBJECTS),
        "/agreements/99999999999999999999",
        "/countries/ZZ",
        "/countries/KAZ",
        "/minerals/unobtainium",
        "/minerals/Lithium",
        "/sectors/Mining",
        "/nothing",
    ],
)
def test_what_is_no_record_is_not_found(site: Site, path: str, language: str) -> None:
    answer = site.get(f"/{language}{path}")
    assert answer.status_code == 404
    assert f'<html lang="{language}"' in answer.get_data(as_text=True)

    answer = site.get(f"/{language}{path}.json")
    assert answer.status_code == 404
    assert answer.get_json()["error"]["status"] == 404


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("/countries/kz", "/countries/KZ"),
        ("/fr/countries/Kz", "/fr/countries/KZ"),
        ("/en/countries/kz.json", "/en/countries/KZ.json"),
    ],
)
def test_country_code_in_small_letters_leads_to_the_record(
    site: Site, asked: str, found: str
) -> None:
    answer = site.get(asked)
    assert (answer.status_code, answer.location) == (301, found)


def test_links_to_sources_leave_the_site_without_a_handle_on_it(site: Site) -> None:
    outward = re.findall(r'<a [^>]*href="https?://[^>]*>', site.page("/en/sources/1"))
    assert outward
    assert all('rel="noopener' in link for link in outward)


def test_no_page_of_the_site_links_to_what_is_not_there(site: Site) -> None:
    links: dict[str, set[str]] = {}
    for subject in SUBJECTS:
        key = site.record_keys(subject)[0]
        for page in (site.page(f"/en/{subject}"), site.page(f"/en/{subject}/{key}")):
            for link in re.findall(r'href="(/en/[^"#]*)', page):
                links.setdefault(re.sub(r"[^/?=.&]+$", "", link), set()).add(html.unescape(link))
    tried = [link for alike in links.values() for link in sorted(alike)[:4]]
    assert [link for link in tried if site.get(link).status_code != 200] == []


def test_a_source_shows_the_first_of_its_citations_and_says_so(site: Site) -> None:
    cited = "SELECT document_id FROM citation GROUP BY document_id HAVING count(*) > 200"
    document_id = site.keys(cited)[0]
    data = site.data(f"/en/sources/{document_id}.json")
    assert (len(data["citations"]), data["truncated"]) == (200, ["citations"])
    assert "The first 200 are shown." in site.page(f"/en/sources/{document_id}")


PARTS_OF = {
    "countries": {"agreements", "events", "minerals", "officials", "partners", "posts"},
    "events": {"agreements", "participants"},
    "minerals": {"agreements"},
    "officials": {"agreements", "events", "names"},
    "organizations": {"agreements", "members"},
    "sectors": {"agreements", "events"},
    "sources": {"citations", "passages"},
}
"""Parts of which some record in the seeds has more than two."""


@pytest.fixture
def two_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show no more than two of anything."""
    first = Capped.first

    def fewer(_limit: int, items: Iterable[Any]) -> Capped[Any]:
        return first(2, items)

    monkeypatch.setattr(Capped, "first", fewer)


@pytest.mark.parametrize("subject", PARTS_OF)
@pytest.mark.usefixtures("two_of_each")
def test_a_record_shows_the_first_of_many_parts(site: Site, subject: str) -> None:
    cut = set()
    for key in site.record_keys(subject):
        data = site.data(f"/en/{subject}/{key}.json")
        lengths = {part: len(data[part]) for part in PARTS_OF[subject]}
        assert max(lengths.values()) <= 2, key
        assert {part for part in data["truncated"] if lengths.get(part, 2) < 2} == set(), key
        cut |= set(data["truncated"])
    assert cut >= PARTS_OF[subject]


@pytest.mark.parametrize("subject", [s for s in PARTS_OF if "agreements" in PARTS_OF[s]])
def test_a_record_leads_to_the_list_of_all_its_agreements(site: Site, subject: str) -> None:
    for key in site.record_keys(subject)[:30]:
        data = site.data(f"/en/{subject}/{key}.json")
        parts = urlsplit(data["agreements_url"])
        listed = site.data(f"{parts.path}?{parts.query}")["items"]
        assert {each["id"] for each in data["agreements"]} == {each["id"] for each in listed}


def test_dates_are_written_as_most_of_the_world_writes_them(site: Site) -> None:
    (signed,) = site.keys("SELECT id FROM agreement WHERE reference = 'A001'")
    assert "6 November 2025" in site.page(f"/en/agreements/{signed}")
    assert "6 novembre 2025" in site.page(f"/fr/agreements/{signed}")
    (first,) = site.keys(
        "SELECT id FROM agreement WHERE dated_on_precision = 'day'"
        " AND extract(day FROM dated_on) = 1 ORDER BY id LIMIT 1"
    )
    assert re.search("1er [a-zéû]+ 20", site.page(f"/fr/agreements/{first}"))


@pytest.mark.parametrize("address", ["/agreements/1", "/countries/KZ", "/officials/66"])
def test_its_contents_lead_to_each_of_its_parts(site: Site, address: str) -> None:
    page = site.page(f"/fr{address}")
    contents = re.search(r'<nav class="contents".*?</nav>', page, re.DOTALL)
    assert contents
    parts = re.findall(r'<section [^>]*aria-labelledby="([^"]+)"', page)
    assert len(parts) > 3
    assert re.findall(r'href="#([^"]+)"', contents[0]) == parts
