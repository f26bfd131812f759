"""Reading the library: what is wrong with a report's file is told with file and line."""

import datetime as dt
from pathlib import Path

import pytest

from tracker.reports.catalogue import Catalogue, CatalogueError, ParameterError, read_report

HEAD = """/*
title_en: Title
title_fr: Titre
description_en: What it asks
description_fr: La question
theme: partners
parameters:
  least:
    type: integer
    default: 2
    label_en: At least
    label_fr: Au moins
*/
"""
GOOD = HEAD + "SELECT 1 WHERE 1 > (:'least')::integer\n"
TODAY = dt.date(2026, 11, 23)


def write(folder: Path, text: str, name: str = "01_one.sql") -> Path:
    file = folder / name
    file.write_text(text)
    return file


def test_a_file_is_a_report(tmp_path: Path) -> None:
    report = read_report(write(tmp_path, GOOD))
    assert (report.name, report.head.title_fr) == ("one", "Titre")
    assert report.values({}, TODAY) == {"least": "2"}
    assert report.values({"least": " 3 "}, TODAY) == {"least": "3"}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("SELECT 1", 1, "begin the file with a comment"),
        (GOOD.replace("title_fr: Titre\n", ""), 2, "title_fr: Field required"),
        (GOOD.replace("title_fr: Titre", "title_fr: Titre\ntitel: x"), 4, "titel: Extra inputs"),
        (GOOD.replace("type: integer", "type: number"), 9, r"parameters\.least\.type"),
        (GOOD.replace("default: 2", "default: two"), 8, "least: Value error, invalid literal"),
        (GOOD.replace("  default: 2\n  ", ""), 8, "needs a default"),
        (GOOD.replace("type: integer", "type: choice"), 8, "needs them"),
        (GOOD.replace("title_en: Title", "title_en: [Title"), 3, "expected"),
        (GOOD.replace(":'least'", ":'most'"), 14, "does not declare the parameter most"),
        (HEAD + "SELECT 1", 1, "does not use the parameter least"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    file = write(tmp_path, text)
    with pytest.raises(CatalogueError, match=rf"01_one\.sql:{line}: .*{said}"):
        read_report(file)


def test_two_reports_have_two_names(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, GOOD, "02_one.sql")
    with pytest.raises(CatalogueError, match=r"02_one\.sql:1: there is another report one"):
        _ = Catalogue(tmp_path).reports


def test_a_file_has_a_number_and_a_name(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"named like 01_partners\.sql"):
        read_report(write(tmp_path, GOOD, "one.sql"))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"least": "many"}, "least: "),
        ({"least": "-1"}, "not negative"),
        ({"least": "99999999999"}, "whole number"),
        ({"least": ""}, "is needed"),
        ({"most": "1"}, "no such parameter; it has least"),
    ],
)
def test_a_value_that_cannot_be_is_named(tmp_path: Path, given: dict[str, str], said: str) -> None:
    with pytest.raises(ParameterError, match=said):
        read_report(write(tmp_path, GOOD)).values(given, TODAY)


def test_today_is_the_day_that_is_handed_in() -> None:
    report = Catalogue().reports["announced_not_signed"]
    assert report.values({}, TODAY)["day"] == "2026-11-23"
    assert report.values({"day": "2025-01-31"}, TODAY)["day"] == "2025-01-31"
    with pytest.raises(ParameterError, match="day"):
        report.values({"day": "31.1.2025"}, TODAY)


def test_a_choice_is_one_of_those_that_are_named() -> None:
    report = Catalogue().reports["who_signs"]
    with pytest.raises(ParameterError, match="must be one of signatory, witness"):
        report.values({"role": "king"}, TODAY)
    assert report.values({"country": ""}, TODAY)["country"] == ""
