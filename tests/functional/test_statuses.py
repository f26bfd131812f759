"""Pages, lists, data and reports show the status of the day that is asked, as recorded then."""

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from tests.support.cluster import Cluster
from tests.support.seeded_site import Site
from tracker.db.engine import Database
from tracker.reports.catalogue import Catalogue
from tracker.reports.runner import Runner

TODAY = dt.datetime.now(dt.UTC).date()
PARTIES = ("KZ", "UZ", "MN")


def day(from_today: int) -> dt.date:
    return TODAY + dt.timedelta(days=from_today)


Action = tuple[str, int | None, int | None, str | None]
"""Its kind, the day it was done, the day it takes effect, both from today, and whose it is."""

LIVES: dict[str, tuple[list[Action], str]] = {
    "S1": (
        [("entered_into_force", -900, None, None), ("terminated", -30, None, "KZ")],
        "in_force",
    ),
    "S2": ([("signed", -900, None, None), ("expired", 1500, None, None)], "signed"),
    "S3": (
        [("entered_into_force", -900, None, None), ("terminated", -180, 900, None)],
        "in_force",
    ),
    "S4": ([("signed", -300, None, None), ("entered_into_force", 90, None, None)], "signed"),
    "S5": ([("announced", -30, None, None), ("signed", 60, None, None)], "announced"),
    "S6": (
        [
            ("entered_into_force", -900, None, None),
            ("suspended", -500, None, None),
            ("resumed", -100, None, None),
        ],
        "in_force",
    ),
    "S7": (
        [
            ("entered_into_force", -900, None, None),
            ("terminated", -200, None, "KZ"),
            ("terminated", -100, None, "UZ"),
        ],
        "terminated",
    ),
}
"""The actions of agreements of three parties, and the status that follows today."""

ENTER = text("""
    WITH made AS (
        INSERT INTO agreement (reference, title_en, title_fr, form)
        VALUES (:reference, 'Treaty ' || :reference, 'Traité ' || :reference, 'treaty')
        RETURNING id
    )
    INSERT INTO agreement_party (agreement_id, country_code, legal_nature, position)
    SELECT id, code, 'treaty', place FROM made,
        unnest(CAST(:parties AS text[])) WITH ORDINALITY AS p (code, place)
""")
ACT = text("""
    INSERT INTO agreement_action (agreement_id, kind, happened_on, happened_on_precision,
        effective_on, effective_on_precision, party_id)
    SELECT a.id, :kind, :happened, CASE WHEN CAST(:happened AS date) IS NOT NULL THEN 'day' END,
        :effective, CASE WHEN CAST(:effective AS date) IS NOT NULL THEN 'day' END, p.id
    FROM agreement AS a
    LEFT JOIN agreement_party AS p ON p.agreement_id = a.id AND p.country_code = :party
    WHERE a.reference = :reference
""")


def act(database: Database, reference: str, *actions: Action) -> None:
    with database.app.begin() as connection:
        for kind, happened, effective, party in actions:
            values = {
                "reference": reference,
                "kind": kind,
                "happened": None if happened is None else day(happened),
                "effective": None if effective is None else day(effective),
                "party": party,
            }
            connection.execute(ACT, values)


@pytest.fixture(scope="module")
def entered(cluster: Cluster, seeded_template: str) -> Iterator[Database]:
    """Agreements entered 400 days ago; since then a termination of S6 has become known."""
    with cluster.copy(seeded_template) as database:
        for reference, (actions, _) in LIVES.items():
            with database.app.begin() as connection:
                connection.execute(ENTER, {"reference": reference, "parties": list(PARTIES)})
            act(database, reference, *actions)
        with database.owner.begin() as connection:
            connection.exec_driver_sql(
                "UPDATE history.change SET at = at - interval '400 days'",
            )
        act(database, "S6", ("terminated", -350, None, None), ("resumed", -340, None, None))
        yield database


@pytest.fixture(scope="module")
def site(entered: Database) -> Site:
    return Site(entered)


@pytest.mark.parametrize("reference", LIVES)
def test_the_status_of_today_is_shown_everywhere(site: Site, reference: str) -> None:
    status, key = LIVES[reference][1], key_of(site, reference)
    assert site.data(f"/en/agreements/{key}.json")["status"] == status
    assert f'<span class="status status-{status}">' in site.page(f"/en/agreements/{key}")
    assert reference in listed(site, status=status)
    assert reference in listed(site, status=status, country="KZ")
    assert reference not in listed(site, status="expired")
    rows = [line.split(",") for line in site.page("/en/agreements.csv").splitlines()]
    assert [status in row for row in rows if reference in row] == [True]
    asked = site.keys(f"SELECT status FROM report.agreements WHERE reference = '{reference}'")  # noqa: S608
    assert asked == [status]


@pytest.mark.parametrize("filters", [{}, {"country": "KZ"}, {"status": "in_force"}])
def test_what_is_counted_is_what_is_listed(site: Site, filters: dict[str, str]) -> None:
    choices = site.data("/en/agreements/choices.json", **filters)["status"]
    for choice in choices:
        found = listed(site, **{**filters, "status": choice["value"]})
        assert int(choice.get("count", 0)) == len(found), choice


def test_who_withdrew_is_said_with_the_party(site: Site) -> None:
    key, since = key_of(site, "S1"), day(-30)
    page = site.page(f"/en/agreements/{key}")
    assert f"Withdrew on {since.day} {since:%B %Y}" in page
    parties = site.data(f"/en/agreements/{key}.json")["parties"]
    assert [(each["country_code"], each["standing"]) for each in parties] == [
        ("KZ", "withdrawn"),
        ("UZ", None),
        ("MN", None),
    ]
    assert parties[0]["standing_since"] == since.isoformat()
    asked = "SELECT standing, standing_since FROM report.parties WHERE reference = 'S1'"
    assert ("withdrawn", since) in [tuple(row) for row in site.rows(asked)]


def test_a_page_as_of_a_day_shows_what_was_valid_then_as_was_known_then(site: Site) -> None:
    """A termination of 350 days ago was recorded today: 345 days ago nobody knew."""
    key, then = key_of(site, "S6"), day(-345).isoformat()
    assert site.data(f"/en/agreements/{key}.json", as_of=then)["status"] == "suspended"
    assert "S6" in listed(site, status="suspended", as_of=then)
    assert "S6" not in listed(site, status="terminated", as_of=then)
    assert listed(site, status="announced", as_of=then) == listed(
        site, status="announced", as_of=then, sort="title"
    )
    known_now = """
        SELECT status FROM report.statuses WHERE reference = 'S6' AND valid @> CAST(:day AS date)
    """
    assert site.keys(known_now, day=then) == ["terminated"]
    known_then = """
        SELECT v.status FROM report.status_versions AS v
        JOIN report.agreements AS a USING (agreement_id)
        WHERE a.reference = 'S6' AND v.valid @> CAST(:day AS date)
            AND v.known_from < CAST(:day AS date) AND v.known_until > CAST(:day AS date)
    """
    assert site.keys(known_then, day=then) == ["suspended"]


def test_a_report_asks_both_times(entered: Database) -> None:
    report = Catalogue().reports["status_on_day"]
    found = {}
    for valid_on, recorded in ((-345, None), (-345, -345), (0, -345), (400, None)):
        moment = recorded and dt.datetime.combine(day(recorded), dt.time.max, dt.UTC)
        values = report.values({"day": day(valid_on).isoformat()}, TODAY)
        with Runner(entered.connect_reader).run(report.sql, values, as_of=moment or None) as result:
            names = [column.name for column in result.columns]
            rows = [dict(zip(names, row, strict=True)) for row in result]
        found[valid_on, recorded] = {
            row["reference"]: row["status"] for row in rows if row["reference"] in {"S3", "S6"}
        }
    assert found == {
        (-345, None): {"S3": "in_force", "S6": "terminated"},
        (-345, -345): {"S3": "in_force", "S6": "suspended"},
        (0, -345): {"S3": "in_force", "S6": "in_force"},
        (400, None): {"S3": "in_force", "S6": "in_force"},
    }


def test_an_end_falls_due_only_if_it_is_to_come(entered: Database) -> None:
    assert due(entered, "S2") == [day(1500)]
    act(entered, "S2", ("terminated", 30, None, None))
    assert due(entered, "S2") == [day(30)]


def due(database: Database, reference: str) -> list[dt.date]:
    report = Catalogue().reports["falling_due"]
    values = report.values({"day": TODAY.isoformat(), "months": "120"}, TODAY)
    with Runner(database.connect_reader).run(report.sql, values) as result:
        place = [column.name for column in result.columns].index("reference")
        return [row[0] for row in result if row[place] == reference]


def key_of(site: Site, reference: str) -> int:
    (key,) = site.keys("SELECT id FROM agreement WHERE reference = :r", r=reference)
    return int(key)


def listed(site: Site, **filters: str) -> set[str]:
    return {item["reference"] for item in site.whole_list("agreements", **filters)}
