"""Results as text: what a cell holds stays what it is, and runs nowhere."""

import csv
import datetime as dt
import io
import json
from decimal import Decimal

import pytest

from tracker.exports.results import as_csv, as_json, as_markdown

ROW = ('a\u00e9\n"x",|<b>', None, True, 3, Decimal("1.50"), dt.date(2025, 11, 6), ["x", 1])
COLUMNS = ("text", "empty", "yes", "number", "sum", "day", "list")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_text_never_runs_as_a_formula(text: str) -> None:
    (_, row) = csv.reader(io.StringIO("".join(as_csv(["x"], [[text]])), newline=""))
    assert row == [f"'{text}"]


def test_a_negative_number_is_a_number() -> None:
    assert "".join(as_csv(["x"], [[-1], [Decimal("-2.5")]])) == "x\r\n-1\r\n-2.5\r\n"


def test_csv_reads_back() -> None:
    header, row = csv.reader(io.StringIO("".join(as_csv(COLUMNS, [ROW])), newline=""))
    assert header == list(COLUMNS)
    assert row == [ROW[0], "", "true", "3", "1.50", "2025-11-06", '["x", 1]']


def test_json_reads_back_with_what_is_said_of_it() -> None:
    found = json.loads("".join(as_json(COLUMNS, [ROW, ROW], lambda: {"count": 2})))
    assert found["count"] == 2
    assert found["rows"][1] == dict(
        zip(COLUMNS, (ROW[0], None, True, 3, "1.50", "2025-11-06", ["x", 1]), strict=True)
    )
    assert json.loads("".join(as_json(COLUMNS, [], dict))) == {"rows": []}


def test_a_cell_of_markdown_stays_a_cell() -> None:
    lines = "".join(as_markdown(COLUMNS, [ROW])).splitlines()
    assert len(lines) == 3
    assert lines[2].startswith('| a\u00e9 "x",\\|&lt;b> |  | true | 3 | 1.50 | 2025-11-06 |')
