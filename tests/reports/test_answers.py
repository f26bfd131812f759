"""What each ready report answers on the seeds, against a value worked out by hand from `seeds/`.

Agreements are those of seeds/article/agreement.yaml and seeds/public_record/agreements_*.yaml, by
their keys there. Each case names columns, what to type, and rows that the answer must hold; a
``count`` is of all its rows.
"""

import datetime as dt
from dataclasses import dataclass, field

import pytest

from tracker.db.engine import Database
from tracker.reports.catalogue import Catalogue
from tracker.reports.runner import Runner

TODAY = dt.date(2026, 11, 23)


@dataclass(frozen=True)
class Answer:
    """Rows that a report must give, in the columns named."""

    report: str
    columns: str
    rows: list[tuple[object, ...]]
    given: dict[str, str] = field(default_factory=dict)
    count: int | None = None


ANSWERS = [
    # Kazakhstan is a party to A001, A102, A113 with the United States; A028 (2023-03), A029, A030
    # with the United Kingdom; A007, A008 with the EU.
    Answer(
        "partners_of_country",
        "partner_en agreements since",
        [
            ("United Kingdom", 3, "2023-03-01"),
            ("United States", 3, "2023-09-21"),
            ("European Union", 2, "2022-11-07"),
        ],
    ),
    # Of Mongolia's agreement with Germany the month alone is known, of that with the United States
    # the day.
    Answer(
        "partners_of_country",
        "partner_en since since_precision latest_precision",
        [
            ("Germany", "2011-10-01", "month", "month"),
            ("United States", "2023-06-27", "day", "day"),
        ],
        {"country": "MN"},
    ),
    # Agreements with a Central Asian state, by their files: A001, A007, A008, A009, A028, A029,
    # A030, A034, A036, A037, A038, A039, A044, A045, A046, A072, A073, A074, A102, A113. The
    # date of A073 is not known; of 2012 there is A072 alone; A113 is a joint venture.
    Answer(
        "agreements_of_region",
        "year form reference",
        [
            (2025, "joint_venture", "A113"),
            (2012, "agreement", "A072"),
            (2023, "joint_declaration", "A102"),
            (None, "declaration_of_intent", "A073"),
        ],
        count=20,
    ),
    # criticality_listings.csv has 60 entries for us-2025. Agreements of the United States name
    # eleven of them: cobalt, copper, gallium, graphite, lithium, manganese, nickel, silicon,
    # titanium, tungsten, uranium; and the rare earths as a group, of which the list has sixteen
    # (minerals.csv). So 60 - 11 - 16 are left, no rare earth among them.
    Answer("gap_list", "mineral_code", [("aluminium",), ("palladium",)], count=33),
    # us-2025 has 60 entries and eu-2023-crm 34, of which 27 are the same. Of the EU's agreements
    # A002, A010, A012 and A059 name lithium.
    Answer(
        "lists_compared",
        "mineral_code on_first on_second agreements_of_second",
        [("lithium", True, True, 4)],
        count=67,
    ),
    # The EU's list has light and heavy rare earths and not cerium, that of the United States the
    # metals one by one. Nine of its agreements name rare earths as a group: A018, A019, A020, A021,
    # A022, A034, A036, A107 and A116.
    Answer(
        "lists_compared",
        "mineral_code on_first on_second agreements_of_first",
        [("cerium", True, False, 9)],
    ),
    # Donald Trump signed A018, A019, A020, A021 and A098.
    Answer("who_signs", "official instruments", [("Donald Trump", 5)]),
    # Who looked on at the signature of A001, by its file.
    Answer(
        "who_signs",
        "official instruments",
        [("Kassym-Jomart Tokayev", 1)],
        {"role": "witness", "country": "KZ"},
    ),
    # The files say how the United States sees three texts, A020, A033 and A100; it is party to 47.
    Answer(
        "binding_or_political",
        "country_code agreements political_commitments not_known",
        [("US", 47, 3, 44)],
    ),
    # Steps before a signature, and none after: A032 (agreed on 2023-01-11), A105, A104, A101, A099,
    # A113, A109, A107 and A055 (agreed on 2026-04-24, seven months before 2026-11-23).
    Answer(
        "announced_not_signed",
        "reference dated_on",
        [("A032", "2023-01-11"), ("A055", "2026-04-24")],
        count=9,
    ),
    # Eighteen months before 2026-11-23 is 2025-05-23: A032, A105, A104 and A101 are older. From 11
    # January 2023 to 23 November 2026 are three years with one leap day (1096) and 316 days.
    Answer(
        "announced_not_signed", "reference days", [("A032", 1412)], count=4, given={"months": "18"}
    ),
    # Of the commitments with a date, A056's is due on 6 March 2026. Of the steps that are an effect
    # or an end there are two: A027 entered into force on 28 March 2023, A048 was superseded on 4
    # February 2026.
    Answer(
        "falling_due",
        "reference on_day",
        [("A048", "2026-02-04"), ("A056", "2026-03-06")],
        {"day": "2026-01-01", "months": "12"},
        count=2,
    ),
    # A100's is due in 2023, no more is known: so it still falls due on the last day of that year.
    Answer(
        "falling_due",
        "reference on_day on_day_precision",
        [("A100", "2023-01-01", "year")],
        {"day": "2023-12-31", "months": "1"},
        count=1,
    ),
    # The one commitment with a sum is A050's: 24,000,000 dollars, pledged. A056's is the one that
    # was fulfilled. Six others are pledged: A055, A038, A099, A102, A103, A109.
    Answer(
        "commitments",
        "status currency commitments amount",
        [
            ("pledged", "USD", 1, "24000000.00"),
            ("fulfilled", None, 1, None),
            ("pledged", None, 6, None),
        ],
    ),
    # A001 names four events, all on the day of the tenth C5+1 summit in Washington; A113 was
    # announced at the summit.
    Answer(
        "summit_to_agreements",
        "reference link",
        [
            ("A001", "signed_on_margins_of"),
            ("A001", "prepared_at"),
            ("A113", "announced_at"),
        ],
        count=5,
    ),
    # Japan and the United States: A019, A027, A047, A048, A056, A075, A107, A114.
    Answer(
        "country_network",
        "country_code partner_country_code agreements",
        [("JP", "US", 8), ("US", "UZ", 5)],
    ),
    # Lithium at the stage of extraction is in A050 alone, at that of exploration in A050 and A111.
    Answer(
        "stages_of_minerals",
        "stage agreements",
        [("extraction", 1), ("exploration", 2)],
        {"mineral": "lithium"},
        count=3,
    ),
    # Every fact of an agreement in the seeds has a source or a reason; some of minerals.csv and
    # mineral_hs.csv have none.
    Answer("facts_without_source", "record_en part agreement_id", [("Barite", "mineral", None)]),
    # A001's scope: the article's headline says rare minerals, its text critical ones.
    Answer(
        "disagreements",
        "part field is_resolved chosen_value",
        [("agreement_scope", "sector_code", True, "minéraux essentiels")],
        {"which": "resolved"},
    ),
    # The seeds are one change, which added A001 with three officials and four ties to events.
    Answer(
        "changes_since",
        "reference change part rows",
        [
            ("A001", "added", "agreement_official", 3),
            ("A001", "added", "agreement_event", 4),
        ],
        {"since": "2000-01-01"},
    ),
    # Before the seeds nothing was known; now thirteen agreements name Kazakhstan: A001, A007, A008,
    # A028, A029, A030, A044, A045, A072, A073, A074, A102, A113.
    Answer(
        "known_then",
        "reference difference status_first status_second",
        [("A001", "new", None, "signed")],
        {"second": "2199-12-31"},
        count=13,
    ),
    # A003 and others have parties in common but not form and month; the seeds have no duplicates.
    Answer("duplicates_suspected", "reference", [], count=0),
    # A048 was launched, and superseded on 4 February 2026.
    Answer("status_on_day", "reference status", [("A048", "issued")], {"day": "2026-02-03"}),
    Answer("status_on_day", "reference status", [("A048", "superseded")], {"day": "2026-02-04"}),
    # With no limit on the days: A036 and A037 are two memoranda of the same two states.
    Answer(
        "duplicates_suspected",
        "reference other_reference",
        [("A037", "A036")],
        {"days": "5000"},
    ),
    # One document of Business AM, the article itself, and nearly all of it by its words.
    Answer(
        "evidence_by_publisher",
        "publisher language documents agreements",
        [("Business AM", "fr", 1, 1)],
    ),
    # The agreements that both are parties to; the summit in which both took part.
    Answer(
        "relationship",
        "happened_on kind title_en",
        [
            ("2025-11-06", "event", "Tenth C5+1 summit"),
            ("2023-09-19", "event", "C5+1 leaders\u2019 meeting in New York"),
        ],
    ),
    # Lithium is in the scope of A002, A010, A012, A023, A027, A032, A042, A045, A046, A050 (twice),
    # A051, A059, A060, A062, A063, A070, A090, A104, A111 and A116.
    Answer(
        "agreements_on_mineral",
        "reference stages_en stages_fr",
        [("A050", "Exploration, Extraction", "Exploration, Extraction"), ("A012", None, None)],
        count=20,
    ),
    # reference/organizations.yaml: all 15 were members on 6 November 2025, Estonia from March 2024.
    Answer("members_on_day", "member_en member_from", [("Estonia", "2024-03-01")], count=15),
    # In January 2024 Estonia was not: 14.
    Answer("members_on_day", "country_code", [("IN",)], {"day": "2024-01-15"}, count=14),
    Answer("in_office", "official post_en", [("Kassym-Jomart Tokayev", "President")]),
    # `missing` of the agreements' files: 32 times no officials are stated, 32 times no place.
    Answer(
        "missing_values",
        "field reason agreements",
        [("officials", "not_stated", 32), ("place_en", "not_stated", 32)],
        count=5,
    ),
    # Forty of the 103 agreements are memoranda of understanding; none has been reviewed.
    Answer(
        "verification",
        "form review_state agreements",
        [("memorandum_of_understanding", "draft", 40)],
    ),
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.report)
def test_a_report_answers_what_the_seeds_say(runner: Runner, answer: Answer) -> None:
    report = Catalogue().reports[answer.report]
    with runner.run(report.sql, report.values(answer.given, TODAY)) as result:
        places = [[c.name for c in result.columns].index(name) for name in answer.columns.split()]
        rows = list(result)
    found = [tuple(plain(row[place]) for place in places) for row in rows]
    assert set(answer.rows) <= set(found)
    assert answer.count in {None, len(rows)}


def test_reviews_and_ends_that_are_set_fall_due(seeded_database: Database) -> None:
    with seeded_database.owner.begin() as connection:
        connection.exec_driver_sql("""
            INSERT INTO agreement_action (agreement_id, kind, happened_on, happened_on_precision)
            SELECT id, kind, day::date, 'month'
            FROM agreement, (VALUES ('reviewed', '2031-03-01'), ('expired', '2031-09-01'))
                AS due (kind, day)
            WHERE reference = 'A001'
        """)
    report = Catalogue().reports["falling_due"]
    values = report.values({"day": "2031-03-20", "months": "6"}, TODAY)
    with Runner(seeded_database.connect_reader).run(report.sql, values) as result:
        due = [(row[0].isoformat(), row[3]) for row in result]
    assert due == [("2031-03-01", "Réexamen par les parties"), ("2031-09-01", "Expiration")]


def plain(value: object) -> object:
    """Return dates and sums as they are written in the files."""
    return value if isinstance(value, str | int | bool | None) else str(value)


def test_every_report_has_an_answer_worked_out_by_hand() -> None:
    assert {answer.report for answer in ANSWERS} == set(Catalogue().reports)
