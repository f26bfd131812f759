from pathlib import Path

import pycountry
import pytest

from tracker.seeding import countries

BY_CODE = {row["code"]: row for row in countries.rows()}


def test_the_file_is_what_the_libraries_make() -> None:
    countries.main(["--check"])


FORMER = {"CS", "DD", "SU", "YU"}


def test_every_country_of_iso_3166_is_there_once_and_kosovo() -> None:
    of_iso = {country.alpha_2 for country in pycountry.countries}
    assert set(BY_CODE) == of_iso | FORMER | {"XK"}
    assert len(BY_CODE) == len(countries.rows())


def test_states_that_are_no_more_have_an_end() -> None:
    assert {code for code, row in BY_CODE.items() if row["to"]} == FORMER
    assert BY_CODE["SU"]["alpha3"] == "SUN"


def test_kosovo_says_what_it_is() -> None:
    assert "ISO 3166" in BY_CODE["XK"]["note_en"]
    assert "ISO 3166" in BY_CODE["XK"]["note_fr"]


def test_names_and_regions_are_in_both_languages() -> None:
    assert BY_CODE["KZ"] == {
        "code": "KZ",
        "alpha3": "KAZ",
        "name_en": "Kazakhstan",
        "name_fr": "Kazakhstan",
        "region_en": "Central Asia",
        "region_fr": "Asie centrale",
        **dict.fromkeys(("from", "to", "note_en", "note_fr"), ""),
        "cite": "pycountry unicode-cldr",
    }
    assert BY_CODE["NA"]["name_fr"] == "Namibie"


def test_every_country_is_in_one_region_but_antarctica_and_those_no_more() -> None:
    placed = [code for codes in countries.REGIONS.values() for code in codes.split()]
    assert len(placed) == len(set(placed))
    assert set(BY_CODE) - set(placed) - FORMER == {"AQ"}
    assert set(placed) - set(BY_CODE) == set()
    assert {row["code"] for row in BY_CODE.values() if not row["region_fr"]} == {"AQ", *FORMER}


def test_an_old_file_is_told_and_rewritten(tmp_path: Path) -> None:
    file = tmp_path / "countries.csv"
    file.write_text("code\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="is not what pycountry"):
        countries.main(["--check"], file)
    countries.main([], file)
    countries.main(["--check"], file)
