"""Results as text: what a cell holds stays what it is."""

import datetime as dt
import json
from decimal import Decimal

from tracker.exports.results import as_json, as_markdown

ROW = ('a\u00e9\n"x",|<b>', None, True, 3, Decimal("1.50"), dt.date(2025, 11, 6), ["x", 1])
COLUMNS = ("text", "empty", "yes", "number", "sum", "day", "list")


def test_json_reads_back_with_what_is_said_of_it() -> None:
    found = json.loads("".join(as_json(COLUMNS, [ROW, ROW], lambda: {"count": 2})))
    assert found["count"] == 2
    assert found["rows"][1] == dict(
        zip(COLUMNS, (ROW[0], None, True, 3, "1.50", "2025-11-06", ["x", 1]), strict=True)
    )
    assert json.loads("".join(as_json(COLUMNS, [], dict))) == {"rows": []}
    streamed = "".join(as_json(COLUMNS, [], lambda: {"sources": iter([1, 2])}))
    assert json.loads(streamed) == {"rows": [], "sources": [1, 2]}


def test_a_cell_of_markdown_stays_a_cell() -> None:
    lines = "".join(as_markdown(COLUMNS, [ROW])).splitlines()
    assert len(lines) == 3
    assert lines[2].startswith('| a\u00e9 "x",\\|&lt;b> |  | true | 3 | 1.50 | 2025-11-06 |')
