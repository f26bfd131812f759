"""CSV, which PostgreSQL writes: cells stay what they are, run nowhere, and hold the query in."""

import csv
import io
from collections.abc import Generator
from contextlib import closing
from functools import partial

import pytest

from tracker.reports.csv_query import csv_query
from tracker.reports.result import Result
from tracker.reports.runner import Limits, Runner, StatementError


def as_csv(runner: Runner, sql: str, values: dict[str, str] | None = None) -> str:
    with runner.run(sql, values) as result:
        return b"".join(copied(result)).decode()


def copied(result: Result) -> Generator[bytes, None, None]:
    names = [column.name for column in result.columns]
    yield from result.copied(
        partial(csv_query, columns=result.columns, names=names, keys={}, schema="report")
    )


def cells(runner: Runner, sql: str) -> list[str]:
    """Return the cells of the only row."""
    (_, row) = csv.reader(io.StringIO(as_csv(runner, sql), newline=""))
    return row


FORMULAS = [
    *("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "\u200b=1", "\u00a0 \ufeff@x"),
    *("\uff1d1+1", "\u2003\uff0b1", "\uff0d1", "\uff20x", "\x0b=1"),
]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_never_runs_as_a_formula(runner: Runner, text: str) -> None:
    quoted = "U&'" + "".join(f"\\+{ord(each):06x}" for each in text) + "'"
    types = f"{quoted}::text, {quoted}::varchar, ARRAY[{quoted}], {quoted}::char(9)"
    as_text, as_varchar, in_list, padded = cells(runner, f"SELECT {types}")
    assert as_text == as_varchar == padded.rstrip(" ") == f"'{text}"
    assert in_list.startswith('["')


def test_a_header_never_runs_as_a_formula(runner: Runner) -> None:
    assert as_csv(runner, 'SELECT 1 AS "=1+1"') == "'=1+1\n1\n"


def test_no_other_type_begins_a_formula_but_numbers(runner: Runner) -> None:
    row = cells(runner, "SELECT -1, -2.50, '-1.5'::float8, '-1 day'::interval, '-3'::money")
    assert row[:4] == ["-1", "-2.50", "-1.5", "'-1 days"]
    assert not row[4].startswith("-")


def test_values_are_written_as_programs_read_them(runner: Runner) -> None:
    sql = """
        SELECT true, NULL::text, '', DATE '2025-11-06', TIMESTAMPTZ '2025-11-06 12:00:00.5+05',
            ARRAY['a', NULL], '{"a": [1]}'::jsonb, 'a "b", ' || chr(10) || 'é',
            daterange('2025-01-01', NULL)
    """
    assert cells(runner, sql) == [
        *("true", "", "", "2025-11-06", "2025-11-06T07:00:00.5+00:00", '["a",null]'),
        *('{"a": [1]}', 'a "b", \né', "[2025-01-01,)"),
    ]
    assert as_csv(runner, "SELECT NULL AS a, '' AS b") == 'a,b\n,""\n'  # as \copy tells them apart


def test_rows_keep_their_order_and_columns_their_names(runner: Runner) -> None:
    sql = "SELECT n, n AS n FROM generate_series(3, 1, -1) AS n ORDER BY n DESC; -- the end"
    assert as_csv(runner, sql) == "n,n\n3,3\n2,2\n1,1\n"


def test_values_are_written_into_the_query_whole(runner: Runner) -> None:
    hostile = "') UNION SELECT 'x' -- \\' $1 %s ;"
    sql = "SELECT :'a' = :'b' AS same, ':''a'';' AS text /* :'a'; */"
    assert as_csv(runner, sql, {"a": hostile, "b": hostile}) == "same,text\ntrue,:'a';\n"


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1) TO PROGRAM 'true' --",
        "SELECT 1) TO '/tmp/x' --",
        "SELECT 1) AS answer (c0)) TO STDOUT; COMMIT; SELECT (1",
        "SELECT 1; SELECT 2",
        "SELECT 1 /*",
        "SELECT 'x",
        "SELECT :'a'::text",
    ],
)
def test_a_query_cannot_leave_its_brackets(runner: Runner, sql: str) -> None:
    values = {"a": "\0"}
    with pytest.raises(StatementError):
        as_csv(runner, sql, values)


def test_what_is_cut_off_is_counted(runner: Runner) -> None:
    for rows, given, truncated in ((2, 2, True), (3, 3, False), (2000, 3, False)):
        with runner.run("SELECT generate_series(1, 3) AS n", limits=Limits(rows=rows)) as result:
            assert b"".join(copied(result)).count(b"\n") == 1 + given
            assert (result.count, result.truncated) == (given, truncated)


def test_a_reader_who_leaves_ends_the_run(runner: Runner) -> None:
    sql = "SELECT a * b AS n FROM generate_series(1, 9999) AS a, generate_series(1, 9999) AS b"
    with runner.run(sql) as result:
        assert next(copied(result)).startswith(b"n\n1\n")
    with runner.run(sql) as result, closing(copied(result)) as pieces:
        assert next(pieces).startswith(b"n\n1\n")
