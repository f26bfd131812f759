"""`tracker report`, as a script uses it."""

import csv
import datetime as dt
import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from tests.support.processes import Environment, environment, new_folder, tracker
from tests.support.seeded_site import Site
from tracker.db.embedded.server import OWNER, EmbeddedServer
from tracker.db.engine import Database
from tracker.exports.reports import FORMATS

SUMMIT = "Tenth C5+1 summit"


@pytest.fixture(scope="module")
def env() -> Iterator[Environment]:
    """A home with all seeds, whose server runs."""
    with new_folder() as folder:
        env = environment(folder / "home")
        with EmbeddedServer(folder / "home", say=lambda _: None):
            assert tracker("migrate", env=env).returncode == 0
            done = tracker("seed", env=env)
            assert done.returncode == 0, done.stderr
            yield env


@pytest.fixture(scope="module")
def database(env: Environment) -> Iterator[Database]:
    """The database of the home."""
    server = EmbeddedServer(Path(env["TRACKER_HOME"]))
    with closing(Database(server.url(OWNER))) as database:
        yield database


@pytest.fixture
def locked(database: Database) -> Iterator[None]:
    """Have every question about agreements wait."""
    with database.owner.begin() as owner:
        owner.exec_driver_sql("LOCK TABLE agreement")
        yield


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
    assert found["parameters"] == {"event": SUMMIT}
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
        "| status | currency | commitments | amount | sums_not_added | agreements |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    assert "| pledged | USD | 1 | 24000000.00 | 0 | 1 |" in lines


def parts(workbook: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(workbook)) as file:
        return {name: file.read(name) for name in file.namelist()}


@pytest.mark.parametrize("kind", list(FORMATS))
def test_the_command_writes_the_bytes_of_the_site(
    env: Environment, database: Database, tmp_path: Path, kind: str
) -> None:
    moment = dt.datetime.now(dt.UTC).isoformat()
    file = tmp_path / f"out.{kind}"
    done = tracker(
        *("report", "run", "summit_to_agreements", "--param", f"event={SUMMIT}", "--format", kind),
        *("--as-of", moment, "--output", str(file)),
        env=env,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    address = f"/reports/summit_to_agreements.{kind}"
    answer = Site(database).get(address, event=SUMMIT, as_of=moment).get_data()
    if kind != "xlsx":
        assert file.read_bytes() == answer
        return
    here, there = parts(file.read_bytes()), parts(answer)
    told = {"docProps/core.xml", "xl/worksheets/sheet3.xml"}  # when, and who asked
    assert {name for name in here | there if here.get(name) != there.get(name)} <= told
    mine, theirs = (
        list(load_workbook(io.BytesIO(data))["About"].values)
        for data in (file.read_bytes(), answer)
    )
    assert mine[:-2] == theirs[:-2]


def test_before_the_seeds_there_was_nothing(env: Environment) -> None:
    done = tracker("report", "run", "commitments", "--as-of", "2000-01-01", env=env)
    assert done.stdout == "status,currency,commitments,amount,sums_not_added,agreements\n"


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


def test_what_the_database_refuses_is_said(env: Environment, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("of before")
    asked = ("falling_due", "--param", "months=2147483647", "--output", str(file))
    done = tracker("report", "run", *asked, env=env)
    assert (done.returncode, done.stdout) == (3, "")
    assert "out of range" in done.stderr
    assert [each.read_text() for each in tmp_path.iterdir()] == ["of before"]


@pytest.mark.usefixtures("locked")
@pytest.mark.parametrize("kind", list(FORMATS))
def test_what_takes_too_long_is_said(env: Environment, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "out"
    limits = ("--seconds", "0.5", "--format", kind, "--output", str(file))
    done = tracker("report", "run", "summit_to_agreements", *limits, env=env)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == "Error: The report took longer than 0.5 seconds.\n"
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_is_said(env: Environment) -> None:
    command = [sys.executable, "-m", "tracker", "report", "run", "country_network"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, env=env, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 5
    assert done.stderr == b"Error: The answer could not be written: No space left on device.\n"


@pytest.mark.usefixtures("locked")
def test_an_interrupted_run_leaves_no_file(
    env: Environment, database: Database, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "tracker", "report", "run", "summit_to_agreements"]
    process = subprocess.Popen([*command, "--output", str(tmp_path / "out.csv")], env=env)
    waits = text("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
    with database.owner.connect() as owner:
        while not owner.scalar(waits):
            owner.rollback()
    process.send_signal(signal.SIGINT)
    assert process.wait() == 130
    assert list(tmp_path.iterdir()) == []
