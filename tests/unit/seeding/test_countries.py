from pathlib import Path

import pycountry
import pytest

from tracker.seeding import countries

BY_CODE = {row["code"]: row for row in countries.rows()}


def test_the_file_is_what_the_libraries_make() -> None:
    countries.main(["--check"])


def test_every_country_of_iso_3166_is_there_once() -> None:
    assert sorted(BY_CODE) == sorted(country.alpha_2 for country in pycountry.countries)
    assert len(BY_CODE) == len(countries.rows())


def test_names_and_regions_are_in_both_languages() -> None:
    assert BY_CODE["KZ"] == {
        "code": "KZ",
        "alpha3": "KAZ",
        "name_en": "Kazakhstan",
        "name_fr": "Kazakhstan",
        "region_en": "Central Asia",
        "region_fr": "Asie centrale",
        "cite": "pycountry unicode-cldr",
    }
    assert BY_CODE["NA"]["name_fr"] == "Namibie"


def test_every_country_is_in_one_region_but_antarctica() -> None:
    placed = [code for codes in countries.REGIONS.values() for code in codes.split()]
    assert len(placed) == len(set(placed))
    assert set(BY_CODE) - set(placed) == {"AQ"}
    assert set(placed) - set(BY_CODE) == set()
    assert [row["code"] for row in BY_CODE.values() if not row["region_fr"]] == ["AQ"]


def test_an_old_file_is_told_and_rewritten(tmp_path: Path) -> None:
    file = tmp_path / "countries.csv"
    file.write_text("code\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="is not what pycountry"):
        countries.main(["--check"], file)
    countries.main([], file)
    countries.main(["--check"], file)
