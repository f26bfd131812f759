"""Answers as files: what they hold, that each row carries its citations, and what is told."""

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.support.seeded_site import Site
from tracker.db.engine import Database
from tracker.exports.reports import FORMATS, Asker
from tracker.reports.catalogue import Catalogue, Report, read_report
from tracker.reports.ready import Question, answer
from tracker.reports.runner import Limits, Runner

ASKER = Asker("Aigerim", dt.datetime(2026, 1, 31, 12, 0, tzinfo=dt.UTC))
HEAD = """/*
title_en: Hostile
title_fr: Hostile
description_en: Cells that mean harm.
description_fr: Des cellules malveillantes.
theme: partners
*/
"""
FORMULAS = ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1")


@pytest.fixture(scope="module")
def site(seeds: Database) -> Site:
    return Site(seeds)


def written(
    runner: Runner,
    report: Report,
    kind: str,
    limits: Limits | None = None,
    as_of: dt.datetime | None = None,
) -> bytes:
    question = Question(report, report.values({}, dt.date(2026, 1, 31)), as_of)
    with answer(runner, question, limits) as found:
        return b"".join(FORMATS[kind].write(found, ASKER))


def made(folder: Path, sql: str) -> Report:
    file = folder / "01_made.sql"
    file.write_text(HEAD + sql)
    return read_report(file)


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def table(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_each_row_carries_its_citations(runner: Runner) -> None:
    report = Catalogue().reports["summit_to_agreements"]
    found = json.loads(written(runner, report, "json"))
    quoted = {source["citation_id"]: source for source in found["sources"]}
    for row, line in zip(found["rows"], table(written(runner, report, "csv"))[1:], strict=True):
        cited = [quoted[number] for number in row["citation_ids"]]
        assert cited
        assert all(
            each["agreement_id"] == row["agreement_id"] or each["event_id"] == row["event_id"]
            for each in cited
        )
        assert set(line[-1].split(" | ")) == {each["url"] or each["publisher"] for each in cited}
    markdown = written(runner, report, "md").decode()
    first = found["rows"][0]["citation_ids"][0]
    assert markdown.count(f"[^{first}]: ") == 1


def test_rows_without_keys_have_no_citations(runner: Runner) -> None:
    report = Catalogue().reports["commitments"]
    assert table(written(runner, report, "csv"))[0][-1] == "agreements"
    assert json.loads(written(runner, report, "json"))["sources"] == []


def test_a_workbook_has_typed_rows_sources_and_what_was_asked(runner: Runner) -> None:
    report = Catalogue().reports["summit_to_agreements"]
    book = opened(written(runner, report, "xlsx"))
    assert book.sheetnames == ["Rows", "Sources", "About"]
    rows, sources = book["Rows"], book["Sources"]
    assert (rows.freeze_panes, rows.auto_filter.ref is not None) == ("A2", True)
    header = [cell.value for cell in rows[1]]
    first = dict(zip(header, rows[2], strict=True))
    assert isinstance(first["starts_on"].value, dt.datetime)
    assert isinstance(first["agreement_id"].value, int)
    numbers = {str(row[0]) for row in sources.iter_rows(min_row=2, values_only=True)}
    assert set(str(first["citation_ids"].value).split(", ")) <= numbers
    quotations = [row[8] for row in sources.iter_rows(min_row=2, values_only=True)]
    assert "Avant la c\u00e9r\u00e9monie de signature" in quotations
    about = {row[0]: row[1] for row in book["About"].iter_rows(min_row=2, values_only=True)}
    assert about["version (SHA-256)"] == report.version
    assert about["asked by / demand\u00e9 par"] == "Aigerim"
    assert about["rows / lignes"] == 5


def test_no_cell_of_a_workbook_is_a_formula(runner: Runner, tmp_path: Path) -> None:
    cells = ", ".join(f"E'{text!r}'".replace("''", "'") for text in FORMULAS)
    report = made(tmp_path, f"SELECT {cells}, -1 AS number, 12345678901234567890 AS long")
    book = opened(written(runner, report, "xlsx"))
    row = book["Rows"][2]
    assert [cell.data_type for cell in row] == ["s"] * 6 + ["n", "s"]
    values = [cell.value for cell in row]
    assert values[:4] == list(FORMULAS[:4])
    assert values[6:] == [-1, "12345678901234567890"]


def test_values_that_excel_cannot_hold_stay_text(runner: Runner, tmp_path: Path) -> None:
    sql = "SELECT DATE '1850-05-01' AS d, 'NaN'::numeric AS n, repeat('x', 40000) AS t, 1.5 AS h"
    row = opened(written(runner, made(tmp_path, sql), "xlsx"))["Rows"][2]
    assert (row[0].value, row[1].value, row[3].value) == ("1850-05-01", "NaN", 1.5)
    assert len(str(row[2].value)) == 32767
    assert "cut" in str(row[2].value)[-80:]


@pytest.mark.parametrize("kind", ["csv", "json", "md", "xlsx"])
def test_what_is_cut_off_is_told_in_the_file(runner: Runner, tmp_path: Path, kind: str) -> None:
    report = made(tmp_path, "SELECT generate_series(1, 5) AS n")
    limits = Limits(rows=3)
    data = written(runner, report, kind, limits)
    if kind == "xlsx":
        told = [str(row[1].value) for row in opened(data)["About"]]
        assert any("Cut off after 3 rows" in each for each in told)
    elif kind == "json":
        assert json.loads(data)["truncated"] is True
    else:
        assert "Cut off after 3 rows" in data.decode().splitlines()[-1]
    assert b"Cut off" not in written(runner, report, kind)


@pytest.mark.parametrize("kind", ["csv", "json", "md", "xlsx"])
def test_an_empty_answer_is_a_whole_file(runner: Runner, tmp_path: Path, kind: str) -> None:
    sql = "SELECT agreement_id, title_en FROM agreements WHERE false"
    data = written(runner, made(tmp_path, sql), kind)
    if kind == "xlsx":
        assert opened(data)["Rows"].max_row == 1
    elif kind == "json":
        assert json.loads(data)["rows"] == []
    else:
        assert "agreement_id" in data.decode()


def test_columns_of_one_name_are_all_there(runner: Runner, tmp_path: Path) -> None:
    report = made(tmp_path, "SELECT 1 AS a, 2 AS a, 3 AS a_2")
    assert json.loads(written(runner, report, "json"))["rows"] == [{"a": 1, "a_2": 2, "a_2_2": 3}]


@pytest.mark.parametrize("kind", ["csv", "json", "md"])
def test_the_site_gives_the_same_bytes(site: Site, runner: Runner, kind: str) -> None:
    answered = site.get(f"/reports/agreements_on_mineral.{kind}")
    assert answered.status_code == 200
    report = Catalogue().reports["agreements_on_mineral"]
    assert answered.get_data() == written(runner, report, kind)


def test_the_site_gives_a_workbook(site: Site) -> None:
    answered = site.get("/reports/partners_of_country.xlsx", country="MN")
    assert opened(answered.get_data())["Rows"].max_row == 3
    assert 'filename="partners_of_country.xlsx"' in answered.headers["Content-Disposition"]
    assert site.get("/reports/partners_of_country.csv", country="XX").status_code == 400
    assert site.get("/reports/nothing.csv").status_code == 404
