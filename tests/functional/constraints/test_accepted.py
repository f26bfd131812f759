"""The constraints stop at what is wrong: what is right can be written."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.functional.constraints.refusing import refusal

ACCEPTED = dict(
    re.findall(
        r"^-- accepted: (.+)\n((?:.+\n)+)",
        (Path(__file__).parent / "accepted.sql").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)


@pytest.mark.parametrize("statements", ACCEPTED.values(), ids=ACCEPTED)
def test_accepted(connection: Connection, statements: str) -> None:
    assert refusal(connection, statements) is None
