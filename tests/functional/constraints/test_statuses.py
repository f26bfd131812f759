"""Where agreements and their parties stand on any day is what their steps tell.

``status_model`` says the rule of ``tracker/db/facts/statuses.sql`` once more, in Python.
"""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from tests.functional.constraints.refusing import literal, refusal
from tests.functional.constraints.status_model import KINDS, Step, standing, status
from tests.support.small_world import run

AGREEMENT = 900
COUNTED = (901, 902, 903)
OBSERVER = 904
PARTIES = (*COUNTED, OBSERVER)

MAKE = f"""
    INSERT INTO action_kind (code, label_en, label_fr, phase, status, position) VALUES
        ('amended', 'Amended', 'Modification', 3, NULL, 7),
        ('suspended', 'Suspended', 'Suspension', 3, 'suspended', 8),
        ('resumed', 'Resumed', 'Reprise', 3, 'operative', 9),
        ('expired', 'Expired', 'Expiration', 4, 'expired', 11)
    ON CONFLICT DO NOTHING;
    UPDATE action_kind SET position = 10 WHERE code = 'terminated';
    INSERT INTO agreement (id, reference, title_en, title_fr, form) OVERRIDING SYSTEM VALUE
        VALUES ({AGREEMENT}, 'W9', 'Treaty', 'Traité', 'treaty');
    INSERT INTO country (code, alpha3, name_en, name_fr)
        SELECT code, code || 'X', code, code FROM string_to_table('XA XB XC XD', ' ') AS code;
    INSERT INTO agreement_party (id, agreement_id, country_code, capacity, legal_nature)
        OVERRIDING SYSTEM VALUE VALUES
        (901, {AGREEMENT}, 'XA', 'party', 'treaty'), (902, {AGREEMENT}, 'XB', 'party', 'treaty'),
        (903, {AGREEMENT}, 'XC', 'party', 'treaty'), (904, {AGREEMENT}, 'XD', 'observer', 'treaty');
"""  # noqa: S608 - our own values

DAYS = [dt.date(2020, 1, 1), dt.date(2021, 6, 1), dt.date(2026, 5, 31), dt.date(2030, 12, 31)]
KNOWN = st.sampled_from([None, *DAYS])
STEPS = st.lists(
    st.tuples(
        st.sampled_from(list(KINDS.values())), st.sampled_from([None, None, *PARTIES]), KNOWN, KNOWN
    ),
    max_size=8,
).map(lambda drawn: [Step(901 + number, *each) for number, each in enumerate(drawn)])


@pytest.fixture(scope="module")
def agreed(module_connection: Connection) -> Connection:
    """An agreement of three parties and an observer, nothing done yet."""
    run(module_connection, MAKE)
    return module_connection


def steps(*told: str) -> list[Step]:
    """Read steps such as ``terminated 2026-05-31>2029-05-31 by 901``."""
    return [read(901 + number, each) for number, each in enumerate(told)]


def read(number: int, told: str) -> Step:
    done, _, party = told.partition(" by ")
    code, _, dates = done.partition(" ")
    happened, _, effective = dates.partition(">")
    known = [dt.date.fromisoformat(date) if date else None for date in (happened, effective)]
    return Step(number, KINDS[code], int(party) if party else None, *known)


@given(STEPS, st.lists(st.integers(0, 7), max_size=3))
@example(steps("signed 2020-01-01 by 901", "signed 2021-06-01 by 902", "signed by 903"), [])
@example(steps("suspended 2020-01-01 by 901", "entered_into_force 2021-06-01"), [])
def test_each_day_is_as_the_steps_tell(
    agreed: Connection, drawn: list[Step], undone: list[int]
) -> None:
    with agreed.begin_nested() as attempt:
        for step in drawn:
            run(agreed, written(step))
        kept = [step for place, step in enumerate(drawn) if place not in undone]
        for step in drawn:
            if step not in kept:
                run(agreed, f"DELETE FROM agreement_action WHERE id = {step.number}")  # noqa: S608
        one = dt.timedelta(days=1)
        days = [dt.date(1900, 1, 1), *(day + shift for day in DAYS for shift in (-one, 0 * one))]
        told = {day: status(kept, COUNTED, day) for day in days}
        assert {day: status_on(agreed, day) for day in days} == told
        for party in PARTIES:
            own = {day: standing(kept, party, day) for day in days}
            assert {day: standing_on(agreed, party, day) for day in days} == own
        assert gaps(agreed) == []
        attempt.rollback()


Known = dict[str, str]
EXAMPLES: dict[str, tuple[list[Step], Known]] = {
    "one of three parties terminates it": (
        steps("entered_into_force 2020-01-01", "terminated 2026-05-31 by 901"),
        {"2026-05-30": "in_force", "2026-05-31": "in_force", "2030-01-01": "in_force"},
    ),
    "the last party but one terminates it": (
        steps(
            "entered_into_force 2020-01-01",
            "terminated 2021-06-01 by 901",
            "terminated 2026-05-31 by 903",
        ),
        {"2026-05-30": "in_force", "2026-05-31": "terminated"},
    ),
    "an observer leaves": (
        steps("signed 2020-01-01", "terminated 2021-06-01 by 904", "terminated 2022-01-01 by 901"),
        {"2023-01-01": "signed"},
    ),
    "it expires years from now": (
        steps("signed 2020-01-01", "expired 2030-12-31"),
        {"2026-05-31": "signed", "2030-12-30": "signed", "2030-12-31": "expired"},
    ),
    "its termination takes effect years later": (
        steps("entered_into_force 2020-01-01", "terminated 2026-05-31>2029-05-31"),
        {"2026-06-01": "in_force", "2029-05-30": "in_force", "2029-05-31": "terminated"},
    ),
    "it enters into force next year": (
        steps("signed 2020-01-01", "entered_into_force 2027-01-01"),
        {"2026-12-31": "signed", "2027-01-01": "in_force"},
    ),
    "its signature is planned": (
        steps("announced 2026-05-31", "signed 2027-01-01"),
        {"2026-01-01": "unknown", "2026-12-31": "announced", "2027-01-01": "signed"},
    ),
    "it is suspended and resumed": (
        steps("entered_into_force 2020-01-01", "suspended 2021-06-01", "resumed 2022-01-01"),
        {"2021-06-01": "suspended", "2022-01-01": "in_force"},
    ),
    "what was operative is so again": (
        steps("became_operative 2020-01-01", "suspended 2021-06-01", "resumed 2022-01-01"),
        {"2022-01-01": "operative"},
    ),
    "a later step beats an earlier one of a later phase": (
        steps("terminated 2020-01-01", "signed 2021-06-01"),
        {"2020-06-01": "terminated", "2021-06-01": "signed"},
    ),
    "of one day the later phase counts": (
        steps("entered_into_force 2020-01-01", "signed 2020-01-01"),
        {"2020-01-01": "in_force"},
    ),
    "to announce it later undoes no signature": (
        steps("signed 2020-01-01", "announced 2021-06-01"),
        {"2021-06-01": "signed"},
    ),
    "a step without a date comes after those before its kind": (
        steps("signed 2020-01-01", "terminated"),
        {"2019-12-31": "unknown", "2020-01-01": "terminated"},
    ),
    "nothing has a date": (
        steps("signed", "announced", "terminated"),
        {"1900-01-01": "terminated"},
    ),
    "each party signs by itself": (
        steps("signed 2020-01-01 by 901", "signed 2021-01-01 by 902", "signed 2021-06-01 by 903"),
        {"2021-05-31": "unknown", "2021-06-01": "signed"},
    ),
    "a party accedes to what is in force": (
        steps("entered_into_force 2020-01-01", "signed 2021-06-01 by 903"),
        {"2021-06-01": "in_force"},
    ),
    "one party suspends its part": (
        steps("entered_into_force 2020-01-01", "suspended 2021-06-01 by 903"),
        {"2021-06-01": "in_force"},
    ),
    "one party announces it": (
        steps("announced 2021-06-01 by 903"),
        {"2021-06-01": "announced"},
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_whole_stands_so(agreed: Connection, name: str) -> None:
    done, expected = EXAMPLES[name]
    with agreed.begin_nested() as attempt:
        for step in done:
            run(agreed, written(step))
        found = {day: status_on(agreed, dt.date.fromisoformat(day)) for day in expected}
        attempt.rollback()
    assert found == expected


STANDINGS: dict[str, tuple[list[Step], int, Known]] = {
    "it withdraws": (
        steps("entered_into_force 2020-01-01", "terminated 2026-05-31 by 901"),
        901,
        {"2026-05-30": "", "2026-05-31": "withdrawn"},
    ),
    "it will withdraw": (
        steps("entered_into_force 2020-01-01", "terminated 2026-05-31>2029-05-31 by 901"),
        901,
        {"2026-06-01": "", "2029-05-31": "withdrawn"},
    ),
    "it ratifies later than others": (
        steps("entered_into_force 2020-01-01", "ratified 2026-05-31 by 902"),
        902,
        {"2020-01-01": "not_yet_bound", "2026-05-31": "consented"},
    ),
    "it will be in force for it": (
        steps("entered_into_force 2020-01-01", "entered_into_force 2027-01-01 by 902"),
        902,
        {"2026-12-31": "not_yet_bound", "2027-01-01": "bound"},
    ),
    "it signs, and later all are bound": (
        steps("signed 2020-01-01 by 902", "entered_into_force 2021-06-01"),
        902,
        {"2020-01-01": "consented", "2021-06-01": ""},
    ),
    "it suspends its part and resumes": (
        steps("suspended 2020-01-01 by 902", "resumed 2021-06-01 by 902"),
        902,
        {"2019-12-31": "", "2020-01-01": "suspended", "2021-06-01": ""},
    ),
    "what is done by another does nothing to it": (
        steps("terminated 2020-01-01 by 901"),
        902,
        {"2020-01-01": ""},
    ),
}


@pytest.mark.parametrize("name", STANDINGS)
def test_a_party_stands_so(agreed: Connection, name: str) -> None:
    done, party, expected = STANDINGS[name]
    with agreed.begin_nested() as attempt:
        for step in done:
            run(agreed, written(step))
        found = {
            day: standing_on(agreed, party, dt.date.fromisoformat(day)) or "" for day in expected
        }
        attempt.rollback()
    assert found == expected


def test_who_counts_decides_who_is_left(agreed: Connection) -> None:
    with agreed.begin_nested() as attempt:
        for step in steps("signed 2020-01-01", "terminated 2021-06-01 by 901"):
            run(agreed, written(step))
        assert status_on(agreed, DAYS[-1]) == "signed"
        run(agreed, "UPDATE agreement_party SET capacity = 'observer' WHERE id = 902")
        assert status_on(agreed, DAYS[-1]) == "terminated"
        run(agreed, "DELETE FROM agreement_party WHERE id = 904")
        assert status_on(agreed, DAYS[-1]) == "terminated"
        attempt.rollback()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM agreement_status_span",
        "UPDATE agreement_status_span SET status = 'expired'",
        "UPDATE agreement_status_span SET valid = valid * daterange('2000-01-01', '2020-01-02')",
        "UPDATE agreement_status_span SET dated_on = '1999-01-01'",
        "DELETE FROM agreement_standing_span",
        "UPDATE agreement_standing_span SET standing = 'bound'",
        """
            INSERT INTO agreement_standing_span (agreement_id, party_id, standing, valid)
            VALUES (900, 903, 'withdrawn', '(,)')
        """,
    ],
)
def test_what_the_steps_tell_is_what_stays(agreed: Connection, statement: str) -> None:
    with agreed.begin_nested() as attempt:
        for step in steps("signed 2020-01-01 by 902", "terminated 2021-06-01"):
            run(agreed, written(step))
        before = spans(agreed)
        only = f"{statement} WHERE agreement_id = {AGREEMENT}"
        run(agreed, statement if "INSERT" in statement else only)
        assert spans(agreed) == before
        attempt.rollback()


@pytest.mark.parametrize(
    ("constraint", "statement"),
    [
        (
            "ex_agreement_status_span_overlap",
            """
                INSERT INTO agreement_status_span (agreement_id, status, valid, dated_on)
                VALUES (101, 'signed', '[2030-01-01,)', '0001-01-01')
            """,
        ),
        (
            "ex_agreement_standing_span_overlap",
            """
                INSERT INTO agreement_standing_span (agreement_id, party_id, standing, valid)
                VALUES (102, 103, 'withdrawn', '(,)')
            """,
        ),
    ],
)
def test_spans_do_not_overlap(connection: Connection, constraint: str, statement: str) -> None:
    assert refusal(connection, statement) == constraint


def written(step: Step) -> str:
    precisions = [literal("day" if day else None) for day in (step.happened, step.effective)]
    return (
        "INSERT INTO agreement_action (id, agreement_id, kind, party_id, happened_on,"  # noqa: S608
        " happened_on_precision, effective_on, effective_on_precision) OVERRIDING SYSTEM VALUE"
        f" VALUES ({step.number}, {AGREEMENT}, '{step.kind.code}', {literal(step.party)},"
        f" {literal(step.happened)}::date, {precisions[0]}::text,"
        f" {literal(step.effective)}::date, {precisions[1]}::text)"
    )


def status_on(connection: Connection, day: dt.date) -> str | None:
    found: str | None = connection.scalar(
        text(
            "SELECT status FROM agreement_status_span"
            " WHERE agreement_id = :agreement AND valid @> :day"
        ),
        {"agreement": AGREEMENT, "day": day},
    )
    return found


def standing_on(connection: Connection, party: int, day: dt.date) -> str | None:
    found: str | None = connection.scalar(
        text(
            "SELECT standing FROM agreement_standing_span WHERE party_id = :party AND valid @> :day"
        ),
        {"party": party, "day": day},
    )
    return found


def gaps(connection: Connection) -> list[object]:
    """Return the agreements whose spans leave a day out."""
    return list(
        connection.scalars(
            text(
                "SELECT agreement_id FROM agreement_status_span GROUP BY agreement_id"
                " HAVING range_agg(valid) <> '{(,)}'"
            )
        )
    )


def spans(connection: Connection) -> list[tuple[object, ...]]:
    found = connection.execute(
        text("""
            SELECT 0, status, valid::text, valid_lower_precision, dated_on
            FROM agreement_status_span WHERE agreement_id = :agreement
            UNION ALL
            SELECT party_id, standing, valid::text, valid_lower_precision, NULL
            FROM agreement_standing_span WHERE agreement_id = :agreement
            ORDER BY 1, 3
        """),
        {"agreement": AGREEMENT},
    )
    return [tuple(row) for row in found]
