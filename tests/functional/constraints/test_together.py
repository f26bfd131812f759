"""What neither of two transactions may do alone, they cannot do together at the same time."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import NotSupportedError

from tests.support.cluster import Cluster
from tests.support.small_world import run
from tests.support.transactions import Transaction

BEFORE = """
    INSERT INTO agreement_action (agreement_id, kind) VALUES (102, 'announced');
    INSERT INTO citation (document_id, agreement_id, field) VALUES (102, 101, 'form');
    INSERT INTO citation (document_id, agreement_id) VALUES (101, 103);
    INSERT INTO citation (document_id, agreement_id, agreement_party_id) VALUES (101, 103, 105);
    INSERT INTO citation (document_id, agreement_id, agreement_relation_id)
        VALUES (101, 103, 103);
"""
"""A second announcement of agreement 102 and source of 101; a first source of all in 103."""

REFUSED = {
    "the last parties go": (
        "agreement_has_a_party",
        "UPDATE agreement_action SET party_id = NULL; DELETE FROM agreement_party WHERE id = 103",
        "DELETE FROM agreement_party WHERE id = 104",
    ),
    "two halves of a circle of organizations": (
        "organization_parent_id_no_cycle",
        "UPDATE organization SET parent_id = 103 WHERE id = 104",
        "UPDATE organization SET parent_id = 104 WHERE id = 101",
    ),
    "two halves of a circle of agreements": (
        "agreement_relation_no_cycle",
        """
            INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id)
            VALUES (102, 'part_of', 103)
        """,
        """
            INSERT INTO agreement_relation (agreement_id, kind, related_agreement_id)
            VALUES (103, 'part_of', 102)
        """,
    ),
    "the last sources of a verified agreement go": (
        "verified_agreement_has_its_evidence",
        "DELETE FROM citation WHERE id = 101",
        "DELETE FROM citation WHERE agreement_id = 101 AND field = 'form' AND document_id = 102",
    ),
    "the last source goes while the agreement is verified": (
        "verified_agreement_has_its_evidence",
        """
            INSERT INTO review (agreement_id, state, reviewer_id, decided_at)
            VALUES (103, 'verified', 101, now())
        """,
        "DELETE FROM citation WHERE agreement_party_id = 105",
    ),
    "a text comes after a quotation": (
        "passage_is_in_the_text",
        """
            INSERT INTO passage (document_id, exact, sha256)
            VALUES (101, 'Non.', encode(sha256('Non.'), 'hex'))
        """,
        """
            UPDATE document SET text = 'Ils ont signé.',
            sha256 = encode(sha256(convert_to('Ils ont signé.', 'UTF8')), 'hex') WHERE id = 101
        """,
    ),
    "a quotation comes after a text": (
        "passage_is_in_the_text",
        """
            UPDATE document SET text = 'Ils ont signé.',
            sha256 = encode(sha256(convert_to('Ils ont signé.', 'UTF8')), 'hex') WHERE id = 101
        """,
        """
            INSERT INTO passage (document_id, exact, sha256)
            VALUES (101, 'Non.', encode(sha256('Non.'), 'hex'))
        """,
    ),
}
"""By what happens: the constraint that refuses it, and what each of two transactions does."""


@pytest.fixture
def pair(cluster: Cluster, world_template: str) -> Iterator[tuple[Connection, Connection]]:
    """Two connections of the application to a copy of the world in which they may commit."""
    with (
        cluster.copy(world_template) as database,
        database.app.connect() as first,
        database.app.connect() as second,
    ):
        run(first, BEFORE)
        first.commit()
        yield first, second


def one_after_the_other(
    pair: tuple[Connection, Connection], first_statements: str, second_statements: str
) -> str | None:
    """Let the first commit once the second waits for it; name what refuses the second."""
    first, second = pair
    run(first, first_statements)
    run(first, "SET CONSTRAINTS ALL IMMEDIATE")
    number = second.scalar(text("SELECT pg_backend_pid()"))
    transaction = Transaction(second, second_statements)
    transaction.start()
    waits = text("SELECT cardinality(pg_blocking_pids(:number)) > 0")
    while transaction.is_alive() and not first.scalar(waits, {"number": number}):
        transaction.join(0.01)
    first.commit()
    transaction.join()
    return transaction.refused_by


@pytest.mark.parametrize(("constraint", "first", "second"), REFUSED.values(), ids=REFUSED)
def test_together_they_are_refused(
    pair: tuple[Connection, Connection], constraint: str, first: str, second: str
) -> None:
    assert one_after_the_other(pair, first, second) == constraint


_STATUS = (
    "SELECT status FROM agreement_status_span"
    " WHERE agreement_id = :agreement AND valid @> current_date"
)


def test_the_status_follows_from_what_both_did(pair: tuple[Connection, Connection]) -> None:
    """To each alone nothing changes, for the other's announcement is still there."""
    refused_by = one_after_the_other(
        pair,
        "DELETE FROM agreement_action WHERE id = 102",
        "DELETE FROM agreement_action WHERE agreement_id = 102 AND id <> 102",
    )
    assert refused_by is None
    assert pair[0].scalar(text(_STATUS), {"agreement": 102}) == "unknown"


def test_the_dates_follow_from_what_both_did(pair: tuple[Connection, Connection]) -> None:
    refused_by = one_after_the_other(
        pair,
        """
            INSERT INTO agreement_action (agreement_id, kind, happened_on, happened_on_precision)
            VALUES (103, 'signed', '2025-11-06', 'day')
        """,
        "INSERT INTO agreement_action (agreement_id, kind) VALUES (103, 'entered_into_force')",
    )
    assert refused_by is None
    kept = pair[0].execute(
        text("SELECT signed_on::text, dated_on::text FROM agreement WHERE id = 103")
    )
    assert tuple(kept.one()) == ("2025-11-06", "2025-11-06")
    assert pair[0].scalar(text(_STATUS), {"agreement": 103}) == "in_force"


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_who_does_not_see_what_others_did_writes_nothing(
    pair: tuple[Connection, Connection], level: str
) -> None:
    """A rule that looks at an older state does not see the half of a circle that others made."""
    first, second = pair
    _, one, other = REFUSED["two halves of a circle of organizations"]
    run(second, f"SET TRANSACTION ISOLATION LEVEL {level}")
    run(second, "SELECT FROM organization")
    run(first, one)
    first.commit()
    with pytest.raises(NotSupportedError, match="READ COMMITTED"):
        run(second, other)
