"""`tracker report`, as a script uses it."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.functional.processes import Environment, environment, new_folder, tracker


@pytest.fixture(scope="module")
def env() -> Iterator[Environment]:
    """A home with all seeds."""
    with new_folder() as folder:
        env = environment(folder / "home")
        assert tracker("migrate", env=env).returncode == 0
        done = tracker("seed", env=env)
        assert done.returncode == 0, done.stderr
        yield env


def test_reports_are_listed_and_shown(env: Environment) -> None:
    listed = tracker("report", "list", "--language", "fr", env=env).stdout.splitlines()
    assert "partners_of_country\tPartenaires d\u2019un pays, et depuis quand" in listed
    shown = tracker("report", "show", "partners_of_country", env=env).stdout
    assert "--param country=KZ" in shown
    assert "FROM partners" in shown


def test_a_report_is_csv_with_a_header(env: Environment) -> None:
    done = tracker("report", "run", "partners_of_country", "--param", "country=MN", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    # Mongolia: A069 with the United States, A071 with Germany.
    assert {row["partner_en"] for row in rows} == {"United States", "Germany"}


def test_json_says_what_was_asked_and_where_rows_come_from(
    env: Environment, tmp_path: Path
) -> None:
    file = tmp_path / "out.json"
    done = tracker(
        *("report", "run", "summit_to_agreements", "--format", "json"),
        *("--as-of", "2199-12-31", "--output", str(file)),
        env=env,
    )
    assert (done.returncode, done.stdout) == (0, "")
    found = json.loads(file.read_text())
    assert found["parameters"] == {"series": "C5+1", "ordinal": "10"}
    assert found["as_of"] == "2199-12-31T23:59:59.999999+00:00"
    assert (found["count"], found["truncated"]) == (5, False)
    assert {"name": "starts_on", "type": "date"} in found["columns"]
    assert found["rows"][0]["reference"] == "A001"
    quotations = {source["quotation"] for source in found["sources"]}
    assert "Avant la c\u00e9r\u00e9monie de signature" in quotations
    assert list(tmp_path.iterdir()) == [file]


def test_markdown_is_a_table(env: Environment) -> None:
    done = tracker("report", "run", "commitments", "--format", "md", env=env)
    lines = done.stdout.splitlines()
    assert lines[:2] == [
        "| status | currency | commitments | amount | agreements |",
        "| --- | --- | --- | --- | --- |",
    ]
    assert "| pledged | USD | 1 | 24000000.00 | 1 |" in lines


def test_before_the_seeds_there_was_nothing(env: Environment) -> None:
    done = tracker("report", "run", "commitments", "--as-of", "2000-01-01", env=env)
    assert done.stdout == "status,currency,commitments,amount,agreements\n"


def test_what_is_cut_off_is_said(env: Environment) -> None:
    done = tracker("report", "run", "partners_of_country", "--rows", "2", env=env)
    assert done.returncode == 0
    header, _, _, said = done.stdout.splitlines()
    assert header.startswith("partner_en,")
    assert said.startswith("Cut off after 2 rows")
    assert "Cut off after 2 rows" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("partner_of_country",), 2, "Did you mean partners_of_country?"),
        (("partners_of_country", "--param", "country=Kazakhstan"), 2, "did you mean KZ?"),
        (("partners_of_country", "--param", "contry=KZ"), 2, "no such parameter; it has country"),
        (("partners_of_country", "--param", "KZ"), 2, "write KZ as NAME=VALUE"),
        (("partners_of_country", "--as-of", "yesterday"), 2, "yesterday is no date"),
        (("known_then", "--param", "first=6.11.2025"), 2, "first: Invalid isoformat string"),
        (("country_network", "--output", "/nowhere/x.csv"), 2, "No such file or directory"),
    ],
)
def test_what_cannot_be_is_said(
    env: Environment, arguments: tuple[str, ...], code: int, said: str
) -> None:
    done = tracker("report", "run", *arguments, env=env)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
