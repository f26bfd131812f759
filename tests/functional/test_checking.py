"""The check finds nothing wrong with right data, and each of its rules finds what breaks it.

Most of what it looks for the database itself refuses. So the guards are taken away first, as a
restore of a damaged dump or a hurried superuser would.
"""

from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.processes import environment, tracker
from tests.support.seed_files import write_seeds
from tracker.checking import (
    RULES,
    RuleResult,
    Severity,
    check,
)
from tracker.db.engine import Database
from tracker.db.roles import Login
from tracker.seeding import Seeds, load

BREACHES = {
    "A document's text has the document's hash": """
        ALTER TABLE document DROP CONSTRAINT ck_document_text_has_its_sha256;
        UPDATE document SET text = 'x', sha256 = repeat('0', 64) WHERE publisher = 'Courier';
    """,
    "A quotation agrees with its hash and its position with its length": """
        ALTER TABLE passage DROP CONSTRAINT ck_passage_position_fits;
        UPDATE passage SET end_offset = end_offset + 1;
    """,
    "A quotation stands in its document's text, at its position and in its context": """
        ALTER TABLE document DISABLE TRIGGER USER;
        UPDATE document SET text = 'Signé.',
            sha256 = encode(sha256(convert_to('Signé.', 'UTF8')), 'hex')
            WHERE publisher = 'Gazette';
    """,
    "Quotations that overlap in a document have the same words there": """
        INSERT INTO passage (document_id, exact, start_offset, end_offset, sha256)
            SELECT document_id, 'xx', 12, 14, encode(sha256('xx'), 'hex') FROM passage;
    """,
    "Where an agreement and its parties stand on each day is what its actions tell": """
        ALTER TABLE agreement_status_span DISABLE TRIGGER USER;
        UPDATE agreement_status_span SET status = 'expired';
    """,
    "An agreement's dates are those by which its statuses are kept in order": """
        ALTER TABLE agreement_status_span DISABLE TRIGGER USER;
        UPDATE agreement_status_span SET dated_on = '1999-01-01';
    """,
    "An agreement's date of signature is that of its first signing": """
        ALTER TABLE agreement DISABLE TRIGGER USER;
        UPDATE agreement SET signed_on = NULL, signed_on_precision = NULL;
    """,
    "An agreement's date is that of one of its actions": """
        ALTER TABLE agreement DISABLE TRIGGER USER;
        UPDATE agreement SET dated_on = '2020-01-01';
    """,
    "An agreement's review state is that of its latest review": """
        ALTER TABLE agreement DISABLE TRIGGER USER;
        UPDATE agreement SET review_state = 'submitted';
    """,
    "A verified agreement has a source or a reason for each fact": """
        ALTER TABLE agreement DISABLE TRIGGER USER;
        ALTER TABLE citation DISABLE TRIGGER USER;
        UPDATE agreement SET review_state = 'verified';
        DELETE FROM citation WHERE agreement_party_id IS NOT NULL;
    """,
    "Whoever signed in a post held it": """
        DELETE FROM tenure;
    """,
    "Whoever signed in a post held it at that time": """
        UPDATE tenure SET held = '[2024-01-01,2025-01-01)', held_upper_precision = 'year';
    """,
    "A currency is one of ISO 4217": """
        UPDATE commitment SET currency = 'XQQ';
    """,
    "A sum that was typed is not a thousand times too small": """
        SELECT set_config('tracker.door', 'form', true);
        UPDATE commitment SET amount = 100;
    """,
    "A fact has a source, or a reason why it has none": """
        DELETE FROM citation WHERE agreement_party_id IS NOT NULL;
    """,
    "Each quotation is cited": """
        DELETE FROM citation WHERE passage_id IS NOT NULL;
    """,
    "Each document is cited": """
        INSERT INTO document (title, publisher, class) VALUES ('Alone', 'Nobody', 'news');
    """,
    "Each official is referred to": """
        INSERT INTO official (name) VALUES ('Nobody');
    """,
    "Each post is referred to": """
        INSERT INTO post (title_en, title_fr, kind) VALUES ('Idle', 'Oisif', 'minister');
    """,
    "Each organization is referred to": """
        INSERT INTO organization (name_en, name_fr, kind) VALUES ('Alone', 'Seule', 'union');
    """,
    "No two rows of official have the same name": """
        INSERT INTO official (name) VALUES ('ALIYÁ');
    """,
    "No two rows of organization have the same name": """
        INSERT INTO organization (name_en, name_fr, kind) VALUES ('UNION', 'Union', 'union');
    """,
    "No two rows of document have the same name": """
        INSERT INTO document (title, publisher, class) VALUES ('COURIER', 'Courier', 'news');
    """,
    "No two rows of event have the same name": """
        INSERT INTO event (kind, title_en, title_fr)
            VALUES ('summit', 'Summit', 'Sommet'), ('summit', 'SUMMIT', 'Sommet');
    """,
    "No two officials share a spelling": """
        INSERT INTO official (name) VALUES ('Another');
        INSERT INTO official_name (official_id, text, kind)
            SELECT id, 'Aliya', 'alias' FROM official WHERE name = 'Another';
    """,
    "No two agreements of a day and form have the same parties and title, or the same scope": """
        INSERT INTO agreement (reference, title_en, title_fr, form)
            VALUES ('T2', 'FIRST TREATY', 'Autre', 'treaty');
        INSERT INTO agreement_party (agreement_id, country_code)
            SELECT id, code FROM agreement, unnest(ARRAY['KZ', 'NO']) AS code
            WHERE reference = 'T2';
        INSERT INTO agreement_action (agreement_id, kind, happened_on, happened_on_precision)
            SELECT id, 'signed', '2025-11-06', 'day' FROM agreement WHERE reference = 'T2';
    """,
}


@pytest.fixture
def small(database: Database, tmp_path: Path) -> Database:
    """A database with a few seeds that no rule finds fault with."""
    with database.session() as session:
        load(session, Seeds.read(write_seeds(tmp_path)))
        session.commit()
    return database


def found(database: Database) -> dict[str, RuleResult]:
    with database.session() as session:
        return {result.rule.title: result for result in check(session) if result.findings}


def spoil(database: Database, statements: str) -> None:
    with database.owner.begin() as connection:
        connection.execute(text(statements))


def test_right_data_break_no_rule(small: Database) -> None:
    assert found(small) == {}


def test_every_rule_is_broken_below() -> None:
    assert set(BREACHES) == {rule.title for rule in RULES}


@pytest.mark.parametrize("title", BREACHES)
def test_a_breach_is_found(small: Database, title: str) -> None:
    spoil(small, BREACHES[title])
    assert title in found(small)


def test_a_finding_names_its_record(small: Database) -> None:
    spoil(small, "DELETE FROM tenure")
    (finding,) = found(small)["Whoever signed in a post held it"].findings
    assert finding.record.startswith("agreement:")
    assert (finding.name, finding.detail) == ("T1", "Aliya as Minister")


@pytest.mark.parametrize("context", ["prefix", "suffix"])
def test_the_context_of_a_quotation_counts(small: Database, context: str) -> None:
    words = "Hier soir Ils ont signé. Puis rien."
    keep = text(
        "UPDATE document SET text = :words,"
        " sha256 = encode(sha256(convert_to(:words, 'UTF8')), 'hex') WHERE publisher = 'Gazette'"
    )
    with small.owner.begin() as connection:
        connection.execute(keep, {"words": words})
        connection.execute(text("UPDATE passage SET prefix = 'soir ', suffix = ' Puis'"))
    assert found(small) == {}
    spoil(
        small,
        f"ALTER TABLE passage DISABLE TRIGGER USER;UPDATE passage SET {context} = 'x'",  # noqa: S608 - the parameter above
    )
    assert list(found(small)) == [
        "A quotation stands in its document's text, at its position and in its context"
    ]


def test_the_check_cannot_write(small: Database) -> None:
    with small.session() as session:
        next(check(session))
        assert session.scalar(text("SHOW transaction_read_only")) == "on"


def test_the_command_ends_by_what_it_found(small: Database, folder: Path) -> None:
    address = small.urls[Login.OWNER].render_as_string(hide_password=False)
    env = environment(folder, database_url=address)
    clean = tracker("check", "--strict", env=env)
    assert (clean.returncode, clean.stdout) == (
        0,
        f"{len(RULES)} rules checked: 0 defects, 0 warnings.\n",
    )
    spoil(small, BREACHES["Each official is referred to"])
    assert tracker("check", env=env).returncode == 0
    assert tracker("check", "--strict", env=env).returncode == 1
    spoil(small, BREACHES["Whoever signed in a post held it"])
    spoiled = tracker("check", env=env)
    assert spoiled.returncode == 1
    assert "DEFECT: Whoever signed in a post held it (1 not)\n  agreement:" in spoiled.stdout


def test_the_seeds_of_the_project_have_no_defect(seeded_database: Database) -> None:
    defects = [
        finding
        for result in found(seeded_database).values()
        if result.rule.severity is Severity.DEFECT
        for finding in result.findings
    ]
    assert defects == []
