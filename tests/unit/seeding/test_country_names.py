from tracker.seeding import country_names

ROWS = country_names.rows()


def names(code: str) -> set[tuple[str, str]]:
    return {(row["language"], row["text"]) for row in ROWS if row["country_code"] == code}


def test_the_file_is_what_the_libraries_make() -> None:
    country_names.main(["--check"])


def test_each_country_has_its_names_in_its_own_languages_and_in_russian() -> None:
    assert names("KZ") == {("kk", "Қазақстан"), ("ru", "Казахстан")}
    assert {("uz", "Oʻzbekiston"), ("uz-Cyrl", "Ўзбекистон")} <= names("UZ")  # noqa: RUF001
    assert ("ja", "日本") in names("JP")


def test_what_iso_calls_a_country_is_there_where_the_cldr_says_otherwise() -> None:
    assert {("fr", "Corée, République de"), ("en", "Korea, Republic of")} <= names("KR")


def test_no_name_stands_twice_in_a_language() -> None:
    keys = [(row["country_code"], row["language"], row["text"]) for row in ROWS]
    assert len(keys) == len(set(keys))
