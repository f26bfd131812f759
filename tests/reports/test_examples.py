"""The examples of docs/reports.md give what stands below them."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from tracker.db.engine import Database
from tracker.exports.results import as_markdown

DOCUMENT = (Path(__file__).parents[2] / "docs" / "reports.md").read_text()
EXAMPLES = re.findall(r"```sql\n(.*?)```\n+((?:\|[^\n]*\n)*)", DOCUMENT, re.DOTALL)


@pytest.mark.parametrize(("sql", "table"), EXAMPLES)
def test_an_example_gives_what_stands_below_it(seeds: Database, sql: str, table: str) -> None:
    with seeds.reader.connect() as reader:
        for statement in sql.split(";")[:-1]:
            result = reader.execute(text(statement))
        found = "".join(as_markdown(list(result.keys()), result.all()))
    assert found.count("\n") > 2
    assert found == table


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5
