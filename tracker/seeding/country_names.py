"""Other names of countries: of the CLDR in Babel and of ISO 3166-1 in pycountry.

``python -m tracker.seeding.country_names`` rewrites ``seeds/reference/country_names.csv``;
``--check`` only says whether it is current. Each country has its names in its own official
languages, in Russian, which sources on Central Asia are in, and those that ISO gives it in English
and French. What ``state_names.csv`` has, which is kept by hand, is left out.
"""

import csv
import gettext
import io
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pycountry
from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.languages import get_official_languages

from tracker.domain.text import fold
from tracker.domain.vocabularies import OtherNameKind
from tracker.paths import SEEDS
from tracker.seeding.generated import write_or_check

FILE = SEEDS / "reference" / "country_names.csv"
BY_HAND = SEEDS / "reference" / "state_names.csv"
COUNTRIES = SEEDS / "reference" / "countries.csv"
COLUMNS = ("country_code", "text", "language", "script", "kind", "cite")
ALSO_IN = ("en", "fr", "ru")
"""Languages in which every country has names."""
ISO_IN = ("en", "fr")
"""Languages in which ISO 3166 itself names countries."""
_KINDS = {
    "official_name": OtherNameKind.OFFICIAL,
    "name": OtherNameKind.VARIANT,
    "common_name": OtherNameKind.VARIANT,
}

CLDR, ISO = "unicode-cldr", "pycountry"

NameRow = dict[str, str]


def rows() -> list[NameRow]:
    """Return one row for each name, by country and language."""
    known = {(row["country_code"], row["language"], fold(row["text"])) for row in _read(BY_HAND)}
    found = []
    for country in _read(COUNTRIES):
        shown = {fold(country["name_en"]), fold(country["name_fr"])}
        for row in _names(country["code"]):
            key = row["country_code"], row["language"], fold(row["text"])
            if key[2] not in shown and key not in known:
                known.add(key)
                found.append(row)
    return found


def as_csv() -> str:
    """Return the file as it should be."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows())
    return text.getvalue()


def main(arguments: Sequence[str] | None = None, file: Path = FILE) -> None:
    """Rewrite the file or, with ``--check``, end with an error unless it is current."""
    write_or_check("the seeds' file of other names of countries", file, as_csv, arguments)


def _names(code: str) -> Iterator[NameRow]:
    country = pycountry.countries.get(alpha_2=code)
    own = get_official_languages(code, de_facto=True)
    for language in dict.fromkeys((*ALSO_IN, *own)):
        name = _territories(language).get(code)
        if name:
            yield _row(code, name, language, OtherNameKind.SHORT, CLDR)
        if country and language in {*ISO_IN, *own} and "_" not in language:
            yield from _names_of_iso(country, language)


def _names_of_iso(country: Any, language: str) -> Iterator[NameRow]:  # noqa: ANN401 (pycountry's)
    """Yield what ISO calls a country in its own languages, which are English and French.

    In others that is the full name alone, where pycountry has translated it: the short one is
    the CLDR's. It has no languages in a second script.
    """
    for field, kind in _KINDS.items():
        if language not in ISO_IN and kind is not OtherNameKind.OFFICIAL:
            continue
        english = getattr(country, field, None)
        if english is None:
            continue
        name = english if language == "en" else _translations(language).gettext(english)
        if language == "en" or name != english:
            yield _row(country.alpha_2, name, language, kind, ISO)


def _row(code: str, name: str, language: str, kind: OtherNameKind, cite: str) -> NameRow:
    tag = language.replace("_", "-")
    values = (code, name, tag, _script(language), str(kind), cite)
    return dict(zip(COLUMNS, values, strict=True))


@cache
def _territories(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language).territories)
    except UnknownLocaleError:
        return {}


@cache
def _translations(language: str) -> gettext.NullTranslations:
    found = gettext.translation(
        "iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True
    )
    found.add_fallback(gettext.NullTranslations())
    return found


def _script(language: str) -> str:
    """Return the script a language is written in, unless its tag says another."""
    _, _, script = language.partition("_")
    likely = get_global("likely_subtags").get(language, "").split("_")
    return script or (likely[1] if len(likely) > 1 else "")


def _read(file: Path) -> list[NameRow]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


if __name__ == "__main__":
    main()
