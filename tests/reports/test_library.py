"""Every ready report runs: with defaults, at the edges, now and then, without data, in psql."""

import csv
import datetime as dt
import io
import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from decimal import Decimal

import pytest

from tests.support.cluster import Cluster
from tracker.cli.database import _environment as environment_of
from tracker.db.embedded.server import PROGRAMS
from tracker.db.engine import Database
from tracker.db.roles import Login
from tracker.domain.partial_dates import PartialDate
from tracker.domain.vocabularies import Precision
from tracker.reports.catalogue import Catalogue, Parameter, Report
from tracker.reports.runner import Runner
from tracker.web.reports.headings import HEADINGS

REPORTS = list(Catalogue().reports.values())
TODAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
EDGES = {
    "text": ("'; DROP TABLE x; --", "é %s :'x' $1"),
    "choice": ("nowhere", "'; SELECT 1 --"),
    "integer": ("0", "10000"),
    "date": ("0001-01-01", "2199-12-31"),
}


@pytest.fixture(scope="module")
def on_nothing(cluster: Cluster, migrated_template: str) -> Iterator[Runner]:
    """A runner on a database without data."""
    with cluster.copy(migrated_template) as database:
        yield Runner(database.connect_reader)


def edges(parameter: Parameter) -> Iterator[str]:
    """Yield values a parameter can have at its edges."""
    if parameter.optional:
        yield ""
    if isinstance(parameter.choices, dict):
        yield from parameter.choices
    else:
        yield from EDGES[parameter.type]


def givens(report: Report) -> Iterator[dict[str, str]]:
    """Yield what people may type: nothing, and each parameter at each of its edges."""
    yield {}
    for name, parameter in report.head.parameters.items():
        for value in edges(parameter):
            yield {name: value}


def rows_of(
    runner: Runner, report: Report, given: Mapping[str, str], as_of: dt.datetime | None = None
) -> list[tuple[object, ...]]:
    with runner.run(report.sql, report.values(dict(given), TODAY), as_of=as_of) as result:
        return list(result)


def name(report: Report) -> str:
    return report.name


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_it_answers_the_same_of_now_as_of_then(runner: Runner, report: Report) -> None:
    for given in givens(report):
        assert rows_of(runner, report, given) == rows_of(runner, report, given, NOW), given


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_it_runs_without_data(on_nothing: Runner, report: Report) -> None:
    for given in givens(report):
        assert rows_of(on_nothing, report, given) == []
        assert rows_of(on_nothing, report, given, NOW) == []


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_before_there_was_data_there_are_no_rows(runner: Runner, report: Report) -> None:
    assert rows_of(runner, report, {}, dt.datetime(2000, 1, 1, tzinfo=dt.UTC)) == []


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_its_choices_and_chart_are_there(runner: Runner, report: Report) -> None:
    for parameter in report.head.parameters.values():
        if isinstance(parameter.choices, str):
            with runner.run(parameter.choices) as result:
                values = [value for value, _, _ in result]
            assert parameter.optional or parameter.default in values
    with runner.run(report.sql, report.values({}, TODAY)) as result:
        columns = [column.name for column in result.columns]
    assert len(set(columns)) == len(columns)
    if chart := report.head.chart:
        one_language = {re.sub("_(en|fr)$", "", column) for column in columns}
        assert chart.columns <= one_language


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_every_column_has_a_heading(runner: Runner, report: Report) -> None:
    with runner.run(report.sql, report.values({}, TODAY)) as result:
        columns = {re.sub("_(en|fr)$", "", column.name) for column in result.columns}
    keys = {column for column in columns if column.endswith(("_id", "_code", "_precision"))}
    assert columns - keys - {"subject"} <= set(HEADINGS)


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_no_date_stands_without_how_much_of_it_is_known(runner: Runner, report: Report) -> None:
    """A date known to its year begins or ends it: one that does not has another's precision."""
    for given in givens(report):
        with runner.run(report.sql, report.values(given, TODAY)) as result:
            places = {column.name: place for place, column in enumerate(result.columns)}
            dates = [column.name for column in result.columns if column.type == "date"]
            for row in result:
                for date in dates:
                    day, known = row[places[date]], row[places[f"{date}_precision"]]
                    assert (day is None) == (known is None)
                    if day is not None:
                        period = PartialDate.containing(day, Precision(known))
                        assert day in {period.day, period.last_day}


def in_psql(database: Database, report: Report, values: Mapping[str, str]) -> list[list[str]]:
    """Run a report's file as it is in psql."""
    command = [str(PROGRAMS / "psql"), "--no-psqlrc", "--csv", "--tuples-only"]
    command += [f"--variable={name}={value}" for name, value in values.items()]
    done = subprocess.run(
        [*command, "--set=ON_ERROR_STOP=1", "--file", str(report.file)],
        env=os.environ | environment_of(database.urls[Login.READER]) | {"PGTZ": "UTC"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return list(csv.reader(io.StringIO(done.stdout)))


def as_psql(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "t" if value else "f"
        case dt.datetime():
            written = value.isoformat(" ").removesuffix(":00")
            return re.sub(r"(\.\d*?)0+(?=[+-])", r"\1", written)  # .651280 is .65128 there
        case Decimal() | str() | int() | dt.date():
            return str(value)
    raise TypeError(value)


@pytest.mark.parametrize("report", REPORTS, ids=name)
def test_psql_runs_the_file_as_it_is(seeds: Database, runner: Runner, report: Report) -> None:
    values = report.values({}, TODAY)
    ours = [[as_psql(value) for value in row] for row in rows_of(runner, report, {})]
    assert in_psql(seeds, report, values) == ours


def test_there_are_at_least_twenty() -> None:
    assert len(REPORTS) >= 20
