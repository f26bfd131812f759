"""An agreement's page: what it rests on, and what became of what it promises."""

import re
from collections.abc import Iterator

import pytest

from tests.support.cluster import Cluster
from tests.support.seeded_site import Site
from tests.support.small_world import run
from tests.support.templates import world as world_template

FIRST, SECOND = 101, 102  # the second rests on the first

ADDED = """
INSERT INTO passage (id, document_id, exact, sha256) OVERRIDING SYSTEM VALUE VALUES
    (201, 101, 'It rests on that treaty.',
        encode(sha256(convert_to('It rests on that treaty.', 'UTF8')), 'hex')),
    (202, 101, 'The plant is late.',
        encode(sha256(convert_to('The plant is late.', 'UTF8')), 'hex'));
INSERT INTO citation (agreement_id, document_id, passage_id, field)
    VALUES (102, 101, 201, 'base_agreement_id');
INSERT INTO commitment_update (id, agreement_id, commitment_id, status, happened_on,
        happened_on_precision, note_en, note_fr) OVERRIDING SYSTEM VALUE VALUES
    (201, 102, 102, 'overdue', '2027-02-03', 'day', 'Half is built', 'La moitié est bâtie'),
    (202, 102, 102, 'in_progress', '2026-01-01', 'year', NULL, NULL);
INSERT INTO citation (agreement_id, commitment_update_id, document_id, passage_id)
    VALUES (102, 201, 101, 202);
"""


@pytest.fixture(scope="module")
def world(cluster: Cluster) -> Iterator[Site]:
    """A small world with reports on a commitment, and evidence of them."""
    with cluster.copy(world_template(cluster)) as database:
        with database.app.begin() as connection:
            run(connection, ADDED)
        yield Site(database)


def _links(site: Site, language: str, key: int) -> list[tuple[str, str]]:
    """Return what the page of an agreement calls its ties, each with the other's address."""
    page = site.page(f"/{language}/agreements/{key}")
    part = page[page.index('id="relations"') :].partition("</section>")[0]
    return re.findall(r'<td>\s*(.*?)\s*</td>.*?href="(.*?)"', part, re.DOTALL)


@pytest.mark.parametrize(
    ("language", "rests", "carries"),
    [("en", "Rests on", "Basis of"), ("fr", "Repose sur", "Sert de base à")],
)
def test_what_an_agreement_rests_on_is_shown_from_both_ends(
    world: Site, language: str, rests: str, carries: str
) -> None:
    assert (rests, f"/{language}/agreements/{FIRST}") == _links(world, language, SECOND)[0]
    assert (carries, f"/{language}/agreements/{SECOND}") in _links(world, language, FIRST)
    assert "It rests on that treaty." in world.page(f"/{language}/agreements/{SECOND}")


def test_data_has_what_an_agreement_rests_on_from_both_ends(world: Site) -> None:
    first, second, third = (world.data(f"/en/agreements/{key}.json") for key in (101, 102, 103))
    assert second["base_agreement"] == {
        "id": FIRST,
        "reference": "W1",
        "title": {"en": "Treaty", "fr": "Traité"},
    }
    assert [each["id"] for each in first["based_on_it"]] == [SECOND]
    assert (first["base_agreement"], third["based_on_it"]) == (None, [])


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["2026 · In progress", "3 February 2027 · Overdue", "no date · Pledged"]),
        ("fr", ["2026 · En cours", "3 février 2027 · En retard", "sans date · Promis"]),
    ],
)
def test_reports_stand_beneath_their_commitment_in_order_of_time(
    world: Site, language: str, told: list[str]
) -> None:
    page = world.page(f"/{language}/agreements/{SECOND}")
    reports = re.findall(r"<li>\s*([^<]*? · [^<]*?)\s*<", page[page.index('class="beneath"') :])
    assert reports[:3] == told
    assert "The plant is late." in page
