"""Search finds agreements whatever the accents, case, script and spelling of what is typed."""

import threading
from collections.abc import Iterator
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, select, text
from sqlalchemy.orm import Session

from tests.support.cluster import Cluster
from tests.support.seeded_site import Site
from tracker.db.engine import Database
from tracker.models import Agreement
from tracker.queries.agreements import search as agreement_search
from tracker.queries.agreements.items import AgreementItem
from tracker.queries.agreements.lists import AGREEMENTS
from tracker.queries.agreements.search import Search
from tracker.queries.listing.lists import ListRequest
from tracker.queries.listing.paging import Page
from tracker.queries.listing.words import SearchTerm

ARTICLE = "A001"
"""The agreement that the article speaks of."""

DIFFERENCES = " UNION ALL ".join(
    f"SELECT '{one}' FROM (TABLE {one} EXCEPT TABLE {other}) AS t"  # noqa: S608 - ours
    for table in ("agreement_search", "agreement_country")
    for one, other in permutations((table, f"guard.{table}"))
)


def search(
    session: Session, q: str, order: str = "newest", country: str | None = None
) -> list[str]:
    """Return the references of what is found, from every page."""
    filters = {"q": q} | ({"country": country} if country else {})
    request = ListRequest(filters, order)
    page = AGREEMENTS.page(session, request)
    references = _references(page)
    while page.next_cursor is not None:
        page = AGREEMENTS.page(session, request, page.next_cursor)
        references += _references(page)
    assert page.total.number == len(references)
    return references


def _asking(q: str) -> ListRequest:
    return ListRequest({"q": q}, "newest")


def _references(page: Page[AgreementItem]) -> list[str]:
    return [item.reference for item in page.items]


@pytest.mark.parametrize(
    "q",
    [
        "Nagaspaev",
        "Нагаспаев",
        "Нағаспаев",
        "Tokaiev",
        "TOKAÏEV",
        "lutnik",
        "Лутник",
        "拉特尼克",
        "nagazpajev",
        "lutnick kazakstan memorandum",
        "A001",
        "entre le Kazakstan et les États-Unis",
        "USA KZ",
    ],
)
def test_however_it_is_written(seeded: Session, q: str) -> None:
    assert ARTICLE in search(seeded, q)


def test_words_are_found_in_whatever_field_but_all_of_them(seeded: Session) -> None:
    titled = select(Agreement.reference).where(Agreement.title_fr.ilike("%minéraux critiques%"))
    assert set(search(seeded, "mineraux critiques")) >= set(seeded.scalars(titled))
    assert search(seeded, "lutnik nagaspaev") == [ARTICLE]
    assert search(seeded, "lutnik nagaspaev namibia") == []


def test_each_title_finds_its_agreement(seeded: Session) -> None:
    for reference, *titles in seeded.execute(
        select(Agreement.reference, Agreement.title_en, Agreement.title_fr)
    ):
        for title in titles:
            assert reference in search(seeded, title), title


def test_what_is_misspelt_is_told(seeded: Session) -> None:
    page = AGREEMENTS.page(seeded, _asking("litihum Lutnik"))
    (term,) = page.misspelt
    assert (term.typed, term.words) == ("litihum", ("lithium",))
    page = AGREEMENTS.page(seeded, _asking("zzzzqqqq kazakhstan"))
    (term,) = page.misspelt
    assert (term.typed, term.words, page.items) == ("zzzzqqqq", (), ())
    assert AGREEMENTS.page(seeded, _asking("lithium")).misspelt == ()


def test_the_page_says_what_was_searched_instead(site: Site) -> None:
    page = site.page("/en/agreements", q="litihum")
    assert "Showing results for “lithium”: no agreement has “litihum”." in page
    page = site.page("/fr/agreements", q="litihum")
    assert "Résultats pour «\N{NO-BREAK SPACE}lithium\N{NO-BREAK SPACE}»" in page
    page = site.page("/en/agreements", q="<b>zzzzqqqq")
    assert "No agreement has “zzzzqqqq”" in page.replace("&lt;b&gt;", "")
    assert "Showing results" not in site.page("/en/agreements", q="lithium")


def test_a_name_that_no_agreement_has_is_not_taken_for_another(seeded: Session) -> None:
    page = AGREEMENTS.page(seeded, _asking("Maldives"))
    assert (page.items, page.misspelt) == ((), ())


def test_other_lists_forgive_too(site: Site) -> None:
    for q in ("Lutnjk", "лутник", "howard lutnik"):
        (official,) = site.whole_list("officials", q=q)
        assert official["name"]["en"] == "Howard Lutnick"
    assert [mineral["code"] for mineral in site.whole_list("minerals", q="litihum")] == ["lithium"]


@settings(max_examples=60)
@given(q=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=300))
def test_nothing_typed_fails(site: Site, q: str) -> None:
    for subject in ("agreements", "sources"):
        assert site.get(f"/en/{subject}.json", q=q).status_code == 200


MADE_A_PARTY = """
    WITH made AS (
        INSERT INTO organization (name_en, name_fr, kind) SELECT 'Quixote', 'Quixote', code
        FROM organization_kind LIMIT 1 RETURNING id
    )
    INSERT INTO agreement_party (agreement_id, organization_id)
    SELECT a.id, made.id FROM made, agreement AS a WHERE a.reference = 'A001'
"""

TRIED = {
    "agreement.keep_words_insert": """
        INSERT INTO agreement (reference, title_en, title_fr, form)
        SELECT 'Z1', 'Quixote', 'Quixote', code FROM agreement_form LIMIT 1
    """,
    "agreement.keep_words_update": "UPDATE agreement SET summary_en = 'Dear Quixote'",
    "agreement_party.keep_words_insert": MADE_A_PARTY,
    "agreement_party.keep_words_update": """
        UPDATE agreement_party SET country_code = 'NU' WHERE country_code = 'KZ'
    """,
    "agreement_party.keep_words_delete": """
        DELETE FROM agreement_official; DELETE FROM agreement_action;
        DELETE FROM agreement_party WHERE country_code = 'KZ'
    """,
    "agreement_official.keep_words_insert": """
        WITH made AS (INSERT INTO official (name) VALUES ('Quixote') RETURNING id)
        INSERT INTO agreement_official (agreement_id, official_id, role)
        SELECT a.id, made.id, 'witness' FROM made, agreement AS a
    """,
    "agreement_official.keep_words_update": """
        UPDATE agreement_official SET official_id = (
            SELECT id FROM official
            WHERE id NOT IN (SELECT official_id FROM agreement_official) LIMIT 1
        ) WHERE id IN (SELECT max(id) FROM agreement_official GROUP BY agreement_id)
    """,
    "agreement_official.keep_words_delete": "DELETE FROM agreement_official",
    "agreement_scope.keep_words_insert": """
        INSERT INTO agreement_scope (agreement_id, mineral_code) SELECT a.id, m.code
        FROM agreement AS a, mineral AS m ON CONFLICT DO NOTHING
    """,
    "agreement_scope.keep_words_update": """
        UPDATE agreement_scope SET sector_code = NULL, mineral_code = 'xenotime'
        WHERE mineral_code = 'lithium'
    """,
    "agreement_scope.keep_words_delete": "DELETE FROM agreement_scope",
    "country.keep_words_update": "UPDATE country SET name_fr = 'Quixote' WHERE code = 'KZ'",
    "organization.keep_words_update": "UPDATE organization SET acronym = 'Quixote'",
    "official.keep_words_update": "UPDATE official SET name = 'Quixote'",
    "official_name.keep_words_insert": """
        INSERT INTO official_name (official_id, text, kind) SELECT id, 'Quixote', 'alias'
        FROM official
    """,
    "official_name.keep_words_update": "UPDATE official_name SET text = text || ' Quixote'",
    "official_name.keep_words_delete": "DELETE FROM official_name",
    "mineral.keep_words_update": "UPDATE mineral SET name_fr = 'Quixote'",
    "sector.keep_words_update": "UPDATE sector SET name_en = name_en || ' of Quixote'",
    "agreement_form.keep_words_update": "UPDATE agreement_form SET label_fr = 'Quixote'",
    "other_name.keep_words_insert": """
        INSERT INTO other_name (country_code, text, kind) SELECT code, 'Quixote', 'variant'
        FROM country
    """,
    "other_name.keep_words_update": "UPDATE other_name SET text = text || ' Quixote'",
    "other_name.keep_words_delete": "DELETE FROM other_name",
}
"""Triggers, and what they answer to."""


@pytest.fixture(scope="module")
def owners(cluster: Cluster, seeded_template: str) -> Iterator[Connection]:
    """A connection of the owner to all seeds; its transactions are rolled back."""
    with cluster.copy(seeded_template) as database, database.owner.connect() as connection:
        connection.execute(text("DELETE FROM citation; DELETE FROM missing_value"))
        connection.execute(
            text(
                "INSERT INTO mineral (code, name_en, name_fr) VALUES"
                " ('xenotime', 'Xenotime', 'Xénotime')"
            )
        )
        yield connection


@pytest.mark.parametrize("trigger", TRIED)
def test_each_trigger_keeps_its_part(owners: Connection, trigger: str) -> None:
    with owners.begin_nested() as step:
        owners.execute(text(TRIED[trigger]))
        assert owners.execute(text(DIFFERENCES)).all() == []
        step.rollback()
    with owners.begin_nested() as step:
        table, _, name = trigger.partition(".")
        owners.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER {name}"))
        owners.execute(text(TRIED[trigger]))
        assert owners.execute(text(DIFFERENCES)).all() != []
        step.rollback()


def test_each_trigger_is_tried(owners: Connection) -> None:
    triggers = owners.scalars(
        text(
            "SELECT tgrelid::regclass || '.' || tgname FROM pg_trigger WHERE tgname ~ '^keep_words'"
        )
    )
    assert set(TRIED) == set(triggers)


def test_what_is_undone_is_not_found(seeded: Session) -> None:
    with seeded.begin_nested() as step:
        seeded.execute(text(MADE_A_PARTY))
        assert search(seeded, "quixote") == [ARTICLE]
        step.rollback()
    assert search(seeded, "quixote") == []


@pytest.mark.parametrize(("q", "part"), [("lutnik", "agreement_official"), (ARTICLE, "agreement")])
def test_what_is_deleted_is_not_found(seeded: Session, q: str, part: str) -> None:
    assert search(seeded, q) == [ARTICLE]
    seeded.execute(text("DELETE FROM citation"))
    seeded.execute(text(f"DELETE FROM {part}"))  # noqa: S608 - a name of ours
    assert search(seeded, q) == []


def test_new_names_are_known(owners: Connection) -> None:
    for table, columns in owners.execute(text("SELECT * FROM guard.named()")).all():
        for number, column in enumerate(columns.split(", ")):
            if column not in {"code", "alpha3", "url"}:
                word = f"quixote{table}{number}".replace("_", "")
                coded = {"agreement_form", "country", "mineral", "sector"}
                key = "code" if table in coded else "id"
                owners.execute(
                    text(
                        f"UPDATE {table} SET {column} = :word"  # noqa: S608 - a name of ours
                        f" WHERE {key} = (SELECT max({key}) FROM {table})"
                    ),
                    {"word": word},
                )
                found = text("SELECT EXISTS (SELECT FROM search_word WHERE word = :word)")
                assert owners.scalar(found, {"word": word}), (table, column)
    owners.rollback()


def test_an_agreement_keeps_its_place_when_its_date_changes(seeded: Session) -> None:
    assert search(seeded, "memorandum")[0] != ARTICLE
    seeded.execute(
        text(
            "UPDATE agreement_action SET happened_on = '2199-01-01', happened_on_precision = 'year'"
            " WHERE agreement_id = (SELECT id FROM agreement WHERE reference = 'A001')"
        )
    )
    assert search(seeded, "memorandum")[0] == ARTICLE
    assert search(seeded, "memorandum", "oldest")[-1] == ARTICLE


def test_two_who_write_parts_of_one_agreement_are_both_found(seeded_database: Database) -> None:
    party, title = (
        MADE_A_PARTY,
        "UPDATE agreement SET summary_fr = 'Sancho' WHERE reference = 'A001'",
    )
    with seeded_database.app.connect() as one:
        one.execute(text(party))
        other = threading.Thread(target=_write, args=(seeded_database.app, title))
        other.start()
        other.join(timeout=1)
        assert other.is_alive(), "the later writer does not wait for the earlier"
        one.commit()
        other.join()
    with seeded_database.session() as session:
        assert search(session, "quixote sancho") == [ARTICLE]


def _write(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))


def test_making_everything_anew_changes_nothing(seeded_database: Database) -> None:
    with seeded_database.owner.connect() as connection:
        kept = set(connection.execute(text("TABLE agreement_search")))
        listed = set(connection.execute(text("TABLE agreement_country")))
        known = set(connection.scalars(text("SELECT word FROM search_word")))
        connection.execute(text("SELECT guard.rebuild_search()"))
        assert set(connection.execute(text("TABLE agreement_search"))) == kept
        assert set(connection.execute(text("TABLE agreement_country"))) == listed
        assert set(connection.scalars(text("SELECT word FROM search_word"))) == known
        counted = "SELECT agreements FROM search_word WHERE word = 'lithium'"
        having = "SELECT count(*) FROM agreement_search WHERE words @@ 'lithium'"
        assert connection.scalar(text(counted)) == connection.scalar(text(having)) > 1


@pytest.mark.parametrize("order", ["newest", "oldest", "title_en", "reference"])
@pytest.mark.parametrize("near", [1, 60, agreement_search.NEAR])
def test_every_way_finds_the_same(
    seeded: Session, monkeypatch: pytest.MonkeyPatch, order: str, near: int
) -> None:
    monkeypatch.setattr("tracker.queries.listing.paging.PAGE_SIZE", 7)
    monkeypatch.setattr(agreement_search, "NEAR", near)
    ways = {}
    for common in (False, True):
        monkeypatch.setattr(Search, "is_common", common)
        ways[common] = [
            search(seeded, "minerals united", order),
            search(seeded, "minerals", order, country="KZ"),
            search(seeded, "lutnik", order),
            search(seeded, "zzzzqqqq", order),
        ]
    assert ways[True] == ways[False]
    assert len(ways[True][0]) > 14
    assert len(ways[True][1]) > 1


def test_a_way_is_chosen_by_how_common_the_words_are() -> None:
    def is_common(*agreements: int) -> bool:
        terms = (
            SearchTerm("", ("word",), known=True, begins=False, agreements=number)
            for number in agreements
        )
        return Search(tuple(terms), among=1_000_000).is_common

    assert is_common(500_000)
    assert is_common(500_000, 300_000)
    assert not is_common(500_000, 500)
    assert not is_common(1_000)
    assert not Search((), among=0).is_common
