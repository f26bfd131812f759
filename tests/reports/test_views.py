"""The report views: documented throughout, and what they say of the seeds."""

import pytest
from sqlalchemy import Connection, select, table, text
from sqlalchemy.orm import Session

from tracker.db.engine import Database

VIEWS = text("""
    SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = 'report' ORDER BY c.relname
""")

UNDOCUMENTED = text("""
    SELECT c.relname, a.attname
    FROM pg_class AS c
    JOIN pg_namespace AS n ON n.oid = c.relnamespace
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
    WHERE n.nspname IN ('report', 'report_as_of') AND col_description(c.oid, a.attnum) IS NULL
    UNION ALL
    SELECT c.relname, NULL
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('report', 'report_as_of') AND obj_description(c.oid, 'pg_class') IS NULL
""")

# Worked out by hand from seeds/article/ and seeds/reference/.
SAID = [
    # seeds/article/agreement.yaml: Kazakhstan and the United States, in that order.
    ("SELECT parties_en FROM agreements WHERE reference = 'A001'", "Kazakhstan, United States"),
    ("SELECT parties_fr FROM agreements WHERE reference = 'A001'", "Kazakhstan, États-Unis"),
    # The same file: signed on 6 November 2025, by two ministers, while a president looked on.
    ("SELECT signed_on::text FROM agreements WHERE reference = 'A001'", "2025-11-06"),
    ("SELECT count(*) FROM signatures WHERE reference = 'A001'", 2),
    (
        "SELECT official FROM agreement_officials WHERE reference = 'A001' AND role = 'witness'",
        "Kassym-Jomart Tokayev",
    ),
    # Each of the two parties beside the other.
    ("SELECT count(*) FROM partners WHERE reference = 'A001'", 2),
    # Its four ties to events, and the one field in which sources disagree.
    ("SELECT count(*) FROM agreement_events WHERE reference = 'A001'", 4),
    (
        (
            "SELECT c.field FROM conflicts AS c JOIN agreements USING (agreement_id)"
            " WHERE reference = 'A001'"
        ),
        "sector_code",
    ),
    (
        (
            "SELECT chosen_value FROM conflicts AS c JOIN agreements USING (agreement_id)"
            " WHERE reference = 'A001'"
        ),
        "minéraux essentiels",
    ),
    (
        (
            "SELECT m.field FROM missing_values AS m JOIN agreements USING (agreement_id)"
            " WHERE reference = 'A001'"
        ),
        "commitments",
    ),
    # seeds/article/events.yaml: the tenth C5+1 summit, two officials and six countries.
    (
        (
            "SELECT count(*) FROM event_participants JOIN events USING (event_id)"
            " WHERE series = 'C5+1' AND ordinal = 10"
        ),
        8,
    ),
    # seeds/reference/criticality_lists.yaml: the United States' two editions.
    ("SELECT count(*) FROM criticality_lists WHERE country_code = 'US'", 2),
    # seeds/reference/vocabularies.yaml: forms have labels in both languages.
    (
        "SELECT label_fr FROM vocabulary WHERE vocabulary = 'agreement_form' AND code = 'compact'",
        "Pacte",
    ),
]


TWINS = text("""
    SELECT table_schema, table_name, column_name, ordinal_position, data_type
    FROM information_schema.columns
    WHERE table_schema = :schema
    ORDER BY table_name, ordinal_position
""")


def test_every_view_has_a_twin_with_its_columns(owner: Connection) -> None:
    live = owner.execute(TWINS, {"schema": "report"}).all()
    past = owner.execute(TWINS, {"schema": "report_as_of"}).all()
    assert live
    assert [row[1:] for row in live] == [row[1:] for row in past]


def test_the_twins_say_of_now_what_the_views_say(owner: Connection, seeds: Database) -> None:
    with seeds.reader.connect() as reader:
        for view in owner.scalars(VIEWS):
            live, past = (
                sorted(map(repr, reader.execute(select(text("*")).select_from(relation))))
                for relation in (table(view, schema="report"), table(view, schema="report_as_of"))
            )
            assert live == past, view


def test_every_view_and_column_says_what_it_means(owner: Connection) -> None:
    assert owner.execute(UNDOCUMENTED).all() == []


def test_the_reader_finds_every_view_by_its_name_alone(
    owner: Connection, seeded_database: Database
) -> None:
    with seeded_database.reader.connect() as reader:
        for view in owner.scalars(VIEWS):
            reader.execute(select(text("*")).select_from(table(view)).limit(1))


@pytest.mark.parametrize(("query", "answer"), SAID)
def test_views_say_what_the_seeds_say(seeded: Session, query: str, answer: object) -> None:
    seeded.execute(text("SET LOCAL search_path = report"))
    assert seeded.scalars(text(query)).all() == [answer]


def test_coverage_counts_agreements_not_rows(seeded: Session) -> None:
    seeded.execute(text("SET LOCAL search_path = report"))
    found = seeded.execute(
        text("""
            SELECT count(*) FROM coverage AS c
            WHERE c.agreements <> (
                SELECT count(DISTINCT s.agreement_id) FROM scope AS s
                JOIN parties AS p USING (agreement_id)
                WHERE s.mineral_code = c.mineral_code AND p.country_code = c.country_code
                    AND s.stage IS NOT DISTINCT FROM c.stage
            )
        """)
    )
    assert found.scalar_one() == 0


def test_every_date_of_a_view_has_its_precision_beside_it(seeds: Database) -> None:
    """No view gives a date that looks better known than it is."""
    alone = text("""
        SELECT c.relname, a.attname
        FROM pg_class AS c
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.atttypid = 'date'::regtype
        WHERE c.relnamespace = 'report'::regnamespace
            AND NOT EXISTS (
                SELECT FROM pg_attribute AS p
                WHERE p.attrelid = c.oid AND p.attname = a.attname || '_precision'
            )
        ORDER BY c.relname, a.attname
    """)
    with seeds.reader.connect() as reader:
        assert reader.execute(alone).all() == []
