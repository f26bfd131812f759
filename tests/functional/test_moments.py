"""Pages as the database stood at an earlier moment."""

import datetime as dt
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import pytest
from sqlalchemy import text

from tests.support.seeded_site import SUBJECTS, Json, Site
from tracker.db.engine import Database
from tracker.queries.agreements import search_as_of


@pytest.fixture
def own_site(seeded_database: Database) -> Site:
    return Site(seeded_database)


def now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()


def unsourced_facts(site: Site, **query: str) -> list[str]:
    """Return how many facts of each record have no source, as the page lists them."""
    return re.findall(r'<td class="number">([^<]+)</td>', site.page("/en/unsourced", **query))


def write(database: Database, statement: str) -> None:
    with database.owner.begin() as connection:
        connection.execute(text(statement))


def without_moment(data: Json) -> Json:
    """Return what a data address answered, its addresses without their moment."""
    match data:
        case dict():
            return {key: without_moment(value) for key, value in data.items()}
        case list():
            return [without_moment(value) for value in data]
        case str() if data.startswith("http"):
            parts = urlsplit(data)
            kept = [pair for pair in parse_qsl(parts.query) if pair[0] != "as_of"]
            return urlunsplit(parts._replace(query=urlencode(kept)))
        case _:
            return data


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_last_moment_is_as_the_database_stands(site: Site, subject: str) -> None:
    moment = now()
    first, *_, last = site.record_keys(subject)
    for address in (f"/{subject}.json", f"/{subject}/{first}.json", f"/{subject}/{last}.json"):
        then = site.data(address, as_of=moment)
        assert without_moment(then) == without_moment(site.data(address)), address


def test_an_earlier_page_has_the_earlier_words(own_site: Site, seeded_database: Database) -> None:
    [key] = own_site.keys("SELECT id FROM agreement WHERE reference = 'A001'")
    address = f"/en/agreements/{key}"
    before = own_site.data(f"{address}.json")
    moment = now()
    write(seeded_database, "UPDATE agreement SET title_en = 'Renamed' WHERE reference = 'A001'")
    assert own_site.data(f"{address}.json")["title"]["en"] == "Renamed"
    assert without_moment(own_site.data(f"{address}.json", as_of=moment)) == before
    assert "Renamed" not in own_site.page(address, as_of=moment)
    assert "Renamed" not in own_site.page("/agreements.csv", as_of=moment)
    assert "Renamed" in own_site.page("/agreements.csv")


def test_the_past_is_searched_by_the_words_of_then(
    own_site: Site, seeded_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(q: str, **query: str) -> set[str]:
        items = own_site.whole_list("agreements", q=q, **query)
        return {item["reference"] for item in items}

    now_found = {q: found(q) for q in ("Kazakhstan lithium", "Lutnick", "Токаев", "A001")}
    write(seeded_database, "UPDATE agreement SET title_en = 'Zzyzx' WHERE reference = 'A002'")
    between = now()
    write(seeded_database, "UPDATE agreement SET title_en = 'Other' WHERE reference = 'A002'")
    assert "A002" not in found("zzyzx")
    assert found("zzyzx", as_of=between) == {"A002"}
    assert found("zzyzx other", as_of=between) == set()
    assert "found by the words" not in own_site.page("/en/agreements", q="zzyzx", as_of=between)
    for q, references in now_found.items():
        assert found(q, as_of=between) == references
    with own_site.queries() as seen:
        own_site.page("/en/agreements", q="zzyzx", country="KZ", as_of=between)
    assert len(seen) <= 7  # the moment, the choices, how many there are, and what has the words
    choices = own_site.data("/agreements/choices.json", q="zzyzx", as_of=between)
    assert [each["count"] for each in choices["status"] if "count" in each] == ["1"]
    monkeypatch.setattr(search_as_of, "READ_UP_TO", 0)
    write(seeded_database, "ANALYZE agreement")
    assert "found by the words" in own_site.page("/en/agreements", q="other", as_of=between)


def test_other_lists_of_the_past_are_searched_by_the_words_of_then(
    own_site: Site, seeded_database: Database
) -> None:
    rename = "UPDATE organization SET name_en = '{}' WHERE acronym = 'EU'"
    write(seeded_database, rename.format("Zzyzx Union"))
    between = now()
    write(seeded_database, rename.format("Another"))
    write(seeded_database, "DELETE FROM search_word WHERE word = 'zzyzx'")  # as an upgrade does
    assert own_site.whole_list("organizations", q="zzyzx") == []
    [found] = own_site.whole_list("organizations", q="zzyzx", as_of=between)
    assert found["name"]["en"] == "Zzyzx Union"


def test_a_record_is_there_while_it_was(own_site: Site, seeded_database: Database) -> None:
    before = now()
    write(
        seeded_database,
        "INSERT INTO sector (code, name_en, name_fr) VALUES ('tourism', 'Tourism', 'Tourisme')",
    )
    between = now()
    write(seeded_database, "DELETE FROM sector WHERE code = 'tourism'")
    assert own_site.get("/sectors/tourism", as_of=before).status_code == 404
    assert own_site.get("/sectors/tourism", as_of=between).status_code == 200
    assert own_site.get("/sectors/tourism").status_code == 404


def test_before_there_was_anything_pages_are_empty(site: Site) -> None:
    assert site.data("/agreements.json", as_of="2020-01-01")["items"] == []
    assert site.page("/", as_of="2020-01-01")
    assert len(site.page("/agreements.csv", as_of="2020-01-01").splitlines()) == 1


def test_a_page_of_the_past_says_so_and_its_links_stay_there(site: Site) -> None:
    moment = now()
    page = site.page("/en/agreements", as_of=moment, country="KZ")
    assert "The database as it stood on" in page
    assert 'href="/en/agreements?country=KZ">Back to today' in page
    for link in page.split('href="/en/agreements/')[1:]:
        assert link.split('"')[0].partition("?as_of=")[1], link[:80]
    assert "The database as it stood on" not in site.page("/en/agreements")


def test_the_past_ends_with_the_request(site: Site) -> None:
    site.data("/agreements.json", as_of="2020-01-01")
    assert site.data("/agreements.json")["items"]


@pytest.mark.parametrize(
    "moment", ["yesterday", "2026-02-30", "2199-01-01", "'; DROP TABLE x", "{"]
)
@pytest.mark.parametrize("address", ["/", "/agreements", "/countries/KZ", "/agreements.csv"])
def test_what_is_no_moment_yet_is_refused(site: Site, address: str, moment: str) -> None:
    answer = site.get(address, as_of=moment)
    assert answer.status_code == 400
    assert "as_of" in answer.get_data(as_text=True)


def test_what_had_no_source_is_told_of_the_past(own_site: Site, seeded_database: Database) -> None:
    moment = now()
    before = unsourced_facts(own_site)
    write(seeded_database, "DELETE FROM citation WHERE agreement_id IS NOT NULL")
    assert len(unsourced_facts(own_site)) > len(before)
    assert unsourced_facts(own_site, as_of=moment) == before
    assert "Every fact has a source." in own_site.page("/en/unsourced", as_of="1990-01-01")
