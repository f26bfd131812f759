"""Dates and review state of an agreement follow its actions and reviews, whatever is done.

``Model`` says the rule of ``tracker/db/sql/10_agreement_state.sql`` once more, in Python.
"""

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from tests.functional.constraints.refusing import literal
from tests.support.small_world import run
from tracker.domain.partial_dates import PartialDate

AGREEMENT = 103


@dataclass(frozen=True)
class Kind:
    code: str
    phase: int
    status: str | None
    dates_text: bool
    position: int


ANNOUNCED = Kind("announced", 1, "announced", dates_text=False, position=1)
ISSUED = Kind("issued", 2, "issued", dates_text=True, position=2)
SIGNED = Kind("signed", 2, "signed", dates_text=True, position=3)
KINDS = [
    ANNOUNCED,
    ISSUED,
    SIGNED,
    Kind("ratified", 3, None, dates_text=False, position=4),
    Kind("entered_into_force", 3, "in_force", dates_text=False, position=5),
    Kind("became_operative", 3, "operative", dates_text=False, position=6),
    Kind("terminated", 4, "terminated", dates_text=False, position=7),
]
"""As in the world's table action_kind."""

EARLY, LATE = PartialDate.parse("2024-01"), PartialDate.parse("2025-11-06")
DATES = [None, EARLY, LATE, *map(PartialDate.parse, ("2024", "2024-01-01", "2024-05"))]
Step = tuple[str, int, Kind, PartialDate | None]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["insert", "insert", "insert", "update", "delete", "overwrite"]),
        st.integers(0, 9),
        st.just(SIGNED) | st.sampled_from(KINDS),
        st.sampled_from(DATES),
    ),
    min_size=1,
    max_size=10,
)
"""What is done: with which of the actions there are, and to what kind and date."""

Kept = tuple[dt.date | None, str | None, dt.date | None, str | None]


class Model:
    """The actions of an agreement, by id, and what they tell of it."""

    def __init__(self) -> None:
        self.actions: dict[int, tuple[Kind, PartialDate | None]] = {}
        self.inserted = 0

    def take(self, step: Step) -> str:
        """Take a step; return it as SQL."""
        verb, which, kind, date = step
        ids = sorted(self.actions)
        if verb == "overwrite":
            return (
                "UPDATE agreement SET signed_on = '1999-01-01',"  # noqa: S608 - our own values
                " signed_on_precision = 'day', dated_on = NULL, dated_on_precision = NULL,"
                f" review_state = 'verified' WHERE id = {AGREEMENT}"
            )
        if verb == "insert" or not ids:
            self.inserted += 1
            number = 900 + self.inserted
            self.actions[number] = kind, date
            return (
                "INSERT INTO agreement_action (id, agreement_id, kind, happened_on,"  # noqa: S608 - our own values
                " happened_on_precision) OVERRIDING SYSTEM VALUE"
                f" VALUES ({number}, {AGREEMENT}, '{kind.code}', {written(date)})"
            )
        number = ids[which % len(ids)]
        if verb == "delete":
            del self.actions[number]
            return f"DELETE FROM agreement_action WHERE id = {number}"  # noqa: S608 - our own value
        self.actions[number] = kind, date
        return (
            f"UPDATE agreement_action SET kind = '{kind.code}',"  # noqa: S608 - our own values
            f" (happened_on, happened_on_precision) = ROW({written(date)}) WHERE id = {number}"
        )

    def kept(self) -> Kept:
        """Tell the date of signature and the date, each with its precision."""
        return *apart(self.signed()), *apart(self.dated())

    def signed(self) -> PartialDate | None:
        """The first signing with a date decides."""
        signings = [
            (date.day, number, date)
            for number, (kind, date) in self.actions.items()
            if kind.code == "signed" and date
        ]
        return min(signings)[2] if signings else None

    def dated(self) -> PartialDate | None:
        """A signing decides, else what made the text, else the first thing done."""
        dates = [
            (kind.code != "signed", not kind.dates_text, kind.phase, date.day, number, date)
            for number, (kind, date) in self.actions.items()
            if date
        ]
        return min(dates)[-1] if dates else None


def apart(date: PartialDate | None) -> tuple[dt.date | None, str | None]:
    return (date.day, date.precision) if date else (None, None)


def written(date: PartialDate | None) -> str:
    day, precision = apart(date)
    return f"{literal(day)}::date, {literal(precision)}::text"


@given(STEPS)
@example([("insert", 0, ANNOUNCED, EARLY), ("insert", 0, ISSUED, LATE)])
@example([("insert", 0, SIGNED, LATE), ("insert", 0, SIGNED, EARLY)])
@example([("insert", 0, SIGNED, LATE), ("insert", 0, ISSUED, EARLY), ("delete", 0, SIGNED, None)])
def test_what_is_kept_follows_the_actions(module_connection: Connection, steps: list[Step]) -> None:
    model = Model()
    with module_connection.begin_nested() as attempt:
        for step in steps:
            run(module_connection, model.take(step))
            row = module_connection.execute(
                text(
                    "SELECT signed_on, signed_on_precision, dated_on, dated_on_precision,"
                    " review_state FROM agreement WHERE id = :id"
                ),
                {"id": AGREEMENT},
            ).one()
            assert tuple(row) == (*model.kept(), "draft")
        attempt.rollback()


KEPT = [
    (
        "agreement_action.keep_agreement",
        "INSERT INTO agreement_action (agreement_id, kind) VALUES (103, 'terminated')",
        ("terminated", "draft"),
    ),
    (
        "agreement_action.keep_agreement",
        """
            INSERT INTO agreement_action (agreement_id, kind) VALUES (102, 'terminated');
            UPDATE agreement_action SET agreement_id = 103 WHERE kind = 'terminated'
        """,
        ("terminated", "draft"),
    ),
    (
        "agreement_party.keep_agreement",
        """
            INSERT INTO agreement_party (id, agreement_id, country_code)
                OVERRIDING SYSTEM VALUE VALUES (106, 103, 'US'), (107, 103, 'NA');
            INSERT INTO agreement_action (agreement_id, kind, party_id)
                VALUES (103, 'terminated', 106);
            UPDATE agreement_party SET capacity = 'observer' WHERE id = 107
        """,
        ("terminated", "draft"),
    ),
    (
        "agreement_status_span.keep_agreement",
        "UPDATE agreement_status_span SET status = 'expired' WHERE agreement_id = 103",
        ("unknown", "draft"),
    ),
    (
        "agreement_standing_span.keep_agreement",
        """
            INSERT INTO agreement_standing_span (agreement_id, party_id, standing, valid)
            VALUES (103, 105, 'withdrawn', '(,)')
        """,
        ("unknown", "draft"),
    ),
    (
        "review.keep_agreement",
        "INSERT INTO review (agreement_id, state) VALUES (103, 'submitted')",
        ("unknown", "submitted"),
    ),
    (
        "agreement.keep_agreement",
        "UPDATE agreement SET review_state = 'verified' WHERE id = 103",
        ("unknown", "draft"),
    ),
    (
        "action_kind.keep_agreements",
        """
            INSERT INTO agreement_action (agreement_id, kind) VALUES (103, 'announced');
            UPDATE action_kind SET status = 'negotiating' WHERE code = 'announced'
        """,
        ("negotiating", "draft"),
    ),
]
"""Triggers, what they answer to, and the status and review state that follow."""


@pytest.mark.parametrize(("trigger", "statements", "expected"), KEPT)
@pytest.mark.parametrize("module_connection", ["owner"], indirect=True)
def test_each_trigger_keeps_its_part(
    connection: Connection, trigger: str, statements: str, expected: tuple[str, str]
) -> None:
    run(connection, statements)
    assert state(connection) == expected
    connection.rollback()
    table, _, name = trigger.partition(".")
    run(connection, f"ALTER TABLE {table} DISABLE TRIGGER {name}")
    run(connection, statements)
    assert state(connection) != expected


def test_each_trigger_that_keeps_something_is_tried(connection: Connection) -> None:
    triggers = connection.scalars(
        text(
            "SELECT tgrelid::regclass || '.' || tgname FROM pg_trigger"
            " WHERE tgname ~ '^keep_agreement'"
        )
    )
    assert {trigger for trigger, _, _ in KEPT} == set(triggers)


def test_the_latest_review_holds(connection: Connection) -> None:
    run(
        connection,
        """
            INSERT INTO review (agreement_id, state) VALUES (103, 'submitted');
            INSERT INTO review (agreement_id, state, reviewer_id, decided_at, reason)
            VALUES (103, 'returned', 101, now(), 'No source')
        """,
    )
    assert state(connection)[1] == "returned"
    run(connection, "DELETE FROM review WHERE state = 'returned'")
    assert state(connection)[1] == "submitted"


def test_a_new_agreement_begins_without_state(connection: Connection) -> None:
    run(
        connection,
        """
            DELETE FROM agreement WHERE id = 103;
            INSERT INTO agreement (id, reference, title_en, title_fr, form, review_state)
            OVERRIDING SYSTEM VALUE
            VALUES (103, 'W4', 'Treaty', 'Traité', 'treaty', 'verified')
        """,
    )
    assert state(connection) == ("unknown", "draft")


def state(connection: Connection) -> tuple[str, str]:
    """Return today's status and the review state; a party's standing where it has one."""
    found = connection.execute(
        text("""
            SELECT coalesce(p.standing, s.status), a.review_state
            FROM agreement AS a
            LEFT JOIN agreement_status_span AS s
                ON s.agreement_id = a.id AND s.valid @> current_date
            LEFT JOIN agreement_standing_span AS p ON p.party_id = 105
            WHERE a.id = :id
        """),
        {"id": AGREEMENT},
    )
    status, review_state = found.one()
    return status, review_state
