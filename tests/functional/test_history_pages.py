"""The history of a record and of the whole database, as pages, as data and as a feed."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import text

from tests.support.cluster import Cluster
from tests.support.seeded_site import SUBJECTS, Site
from tracker.db.engine import Database
from tracker.domain.vocabularies import Door
from tracker.services.audit import Author, begin_change

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def edited(cluster: Cluster, seeded_template: str) -> Iterator[Database]:
    """A seeded database with a few changes by people."""
    with cluster.copy(seeded_template) as database:
        write(database, "UPDATE agreement SET title_en = 'Renamed <b>' WHERE reference = 'A001'")
        write(
            database,
            "UPDATE agreement_party SET legal_nature = 'treaty' WHERE agreement_id ="
            " (SELECT id FROM agreement WHERE reference = 'A002') AND position = 0",
        )
        write(
            database,
            "INSERT INTO sector (code, name_en, name_fr) VALUES ('tourism', 'Tourism', 'Tourisme')",
        )
        write(database, "DELETE FROM sector WHERE code = 'tourism'")
        yield database


@pytest.fixture(scope="module")
def site(edited: Database) -> Site:
    return Site(edited)


def write(database: Database, statement: str) -> None:
    with database.session() as session:
        begin_change(session, Author("Ann Analyst"), Door.FORM, "Read it again")
        session.execute(text(statement))
        session.commit()


def key_of(site: Site, reference: str) -> int:
    [key] = site.keys("SELECT id FROM agreement WHERE reference = :r", r=reference)
    return int(key)


def test_a_record_tells_what_changed_field_by_field(site: Site) -> None:
    page = site.page(f"/en/agreements/{key_of(site, 'A001')}/history")
    assert "Ann Analyst" in page
    assert "Read it again" in page
    assert "<ins>Renamed &lt;b&gt;</ins>" in page
    assert page.index("Ann Analyst") < page.index("tracker seed")


def test_parts_are_told_of_in_words(site: Site) -> None:
    page = site.page(f"/fr/agreements/{key_of(site, 'A002')}/history")
    assert "<ins>Traité</ins>" in page
    assert re.search(r"<h3>\s*Partie · \w+", page)  # whose
    assert page.index("<dt>Référence</dt>") < page.index("<dt>Forme</dt>")  # as the form has them
    assert "Citation · Partie" in page
    assert "<dt>Date de signature</dt>" in page
    assert "<dt>Statut qui en découle</dt>" not in page  # of kinds of actions, not of agreements
    assert not re.search(r"<dt>[a-z]+ ?[a-z]*</dt>", page)  # names of columns


def test_what_was_removed_keeps_its_history(site: Site) -> None:
    page = site.page("/en/sectors/tourism/history")
    assert "This record was removed" in page
    assert "<del>Tourism</del>" in page
    missing = site.get("/en/sectors/tourism")
    assert missing.status_code == 404
    assert 'href="/en/sectors/tourism/history"' in missing.text
    assert "/history" not in site.get("/en/sectors/never_was").text


def test_each_change_leads_to_the_record_as_it_was(site: Site) -> None:
    key = key_of(site, "A001")
    [first] = site.keys("SELECT min(id) FROM history.change WHERE door = 'seed'")
    answer = site.client.get(f"/en/agreements/{key}/history/{first}", follow_redirects=True)
    assert answer.status_code == 200
    page = answer.get_data(as_text=True)
    assert "The database as it stood on" in page
    assert "Renamed" not in page
    from_the_past = f"/en/agreements/{key}/history/{first}?as_of=2026-01-01"
    again = site.client.get(from_the_past, follow_redirects=True)
    assert again.get_data(as_text=True) == page


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_links_to_its_history(site: Site, subject: str) -> None:
    key = site.record_keys(subject)[0]
    assert f'href="/en/{subject}/{key}/history"' in site.page(f"/en/{subject}/{key}")
    with site.queries() as seen:
        assert site.page(f"/en/{subject}/{key}/history")
    assert len(seen) <= 3


def test_what_has_no_page_of_its_own_has_a_history_too(site: Site) -> None:
    post, listing = (
        site.keys(f"SELECT min(id) FROM {table}")[0]  # noqa: S608
        for table in ("post", "criticality_list")
    )
    for address in (f"posts/{post}", f"criticality-lists/{listing}", "action_kind/signed"):
        page = site.page(f"/fr/{address}/history")
        assert "depuis les données initiales" in page
        assert "La fiche après cette modification" not in page
    seeded = site.data("/en/changes.json", door="seed", table="post")["items"]
    assert seeded


@pytest.mark.parametrize("key", ["0", "99999999", "x", "-1", "9" * 30])
def test_what_never_was_has_no_history(site: Site, key: str) -> None:
    assert site.get(f"/agreements/{key}/history").status_code == 404
    assert site.get(f"/sectors/{key}/history").status_code == 404
    assert site.get(f"/agreements/1/history/{key}").status_code == 404


def test_a_country_is_found_in_whatever_case(site: Site) -> None:
    assert 'href="/en/countries/KZ"' in site.page("/en/countries/kz/history")


def test_changes_are_listed_newest_first_and_narrowed(site: Site) -> None:
    everything = site.data("/changes.json")["items"]
    assert [each["id"] for each in everything] == sorted(
        (each["id"] for each in everything), reverse=True
    )
    assert everything[0]["rows"] == {"sector": 1}
    by_form = site.data("/changes.json", door="form")["items"]
    assert len(by_form) == 4
    assert {each["actor"] for each in by_form} == {"Ann Analyst"}
    of_parties = site.data("/changes.json", door="form", table="agreement_party")["items"]
    assert len(of_parties) == 1
    assert site.data("/changes.json", actor="nobody")["items"] == []
    assert site.data("/changes.json", until="2020-01-01")["items"] == []


def test_changes_name_their_records(site: Site) -> None:
    removed, added, of_a_part, renamed = site.data("/en/changes.json", door="form")["items"]
    for change in (removed, added):
        assert change["records"] == [
            {
                "table": "sector",
                "key": "tourism",
                "name": "Tourism",
                "removed": True,
                "url": "http://localhost/en/sectors/tourism/history",
            }
        ]
    [agreement] = renamed["records"]
    key = key_of(site, "A001")
    assert agreement["name"] == "Renamed <b>"
    assert agreement["url"] == f"http://localhost/en/agreements/{key}"
    assert not agreement["removed"]
    assert not renamed["more_records"]
    [agreement] = of_a_part["records"]
    assert agreement["key"] == str(key_of(site, "A002"))
    seeded = site.data("/en/changes.json", door="seed")["items"]
    assert max(len(change["records"]) for change in seeded) == 5
    assert any(change["more_records"] for change in seeded)
    large = max(seeded, key=lambda change: change["rows"].get("agreement", 0))
    assert {record["table"] for record in large["records"]} == {"agreement"}  # before all others
    page = site.page("/fr/changes", door="form")
    assert f'<a href="http://localhost/fr/agreements/{key_of(site, "A002")}">' in page
    assert '<a href="http://localhost/fr/sectors/tourism/history">Tourisme</a>' in page


def test_the_list_of_changes_asks_little_and_looks_back(site: Site) -> None:
    with site.queries() as seen:
        site.page("/en/changes")
    assert len(seen) == 3
    [moment] = site.keys("SELECT max(at) FROM history.change WHERE door = 'seed'")
    items = site.data("/en/changes.json", as_of=moment.isoformat())["items"]
    assert {item["door"] for item in items} <= {"seed", "migration", "cli"}
    assert items[0]["at"] == moment.isoformat()
    address = f"/en/agreements/{key_of(site, 'A001')}/history"
    assert "Ann Analyst" in site.page(address)
    assert "Ann Analyst" not in site.page(address, as_of=moment.isoformat())


def test_the_pages_of_changes_lead_on_to_the_last(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [each["id"] for each in site.data("/en/changes.json", door="form")["items"]]
    monkeypatch.setattr("tracker.queries.history.record_history.PAGE_SIZE", 2)
    found, address = [], "/en/changes.json?door=form"
    while address:
        answer = site.client.get(address)
        assert answer.status_code == 200, address
        page: Any = answer.json
        found += [each["id"] for each in page["items"]]
        address = page["next"]
    assert len(whole) > 2
    assert found == whole


@pytest.mark.parametrize(
    ("name", "value"),
    [("door", "x"), ("table", "account"), ("since", "x"), ("before", "x"), ("who", "Ann")],
)
def test_wrong_filters_are_named(site: Site, name: str, value: str) -> None:
    answer = site.get("/changes.json", **{name: value})
    assert answer.status_code == 400
    assert f"{name}={value}" in answer.get_data(as_text=True)


def test_the_feed_is_one_that_readers_understand(site: Site) -> None:
    answer = site.get("/en/changes.atom", door="form")
    assert answer.mimetype == "application/atom+xml"
    feed = ET.fromstring(answer.get_data())  # noqa: S314 (our own)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 4
    assert {entry.findtext(f"{ATOM}author/{ATOM}name") for entry in entries} == {"Ann Analyst"}
    for tag in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{tag}")
        assert all(entry.findtext(f"{ATOM}{tag}") for entry in entries)
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    assert entries[0].findtext(f"{ATOM}title") == "Ann Analyst: Tourism"
    assert [link.get("href") for link in entries[0].findall(f"{ATOM}link[@rel='related']")] == [
        "http://localhost/en/sectors/tourism/history"
    ]
    assert "Read it again" in (entries[0].findtext(f"{ATOM}summary") or "")
