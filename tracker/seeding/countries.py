"""The countries of the seeds: ISO 3166 from pycountry, named by the Unicode CLDR in Babel.

Kosovo, for which ISO has no code, stands among them as `XK`, as the CLDR and the European Union
write it; so do states that are no more, whose codes ISO has withdrawn.

``python -m tracker.seeding.countries`` rewrites ``seeds/reference/countries.csv``;
``--check`` only says whether it is current. What the file holds changes with the versions of
``pycountry`` (codes) and ``babel`` (names of countries and regions) in ``requirements.txt``.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pycountry
from babel import Locale

from tracker.paths import SEEDS
from tracker.seeding.generated import write_or_check

FILE = SEEDS / "reference" / "countries.csv"
COLUMNS = (
    *("code", "alpha3", "name_en", "name_fr", "region_en", "region_fr"),
    *("from", "to", "note_en", "note_fr", "cite"),
)
CITE = "pycountry unicode-cldr"

# CLDR's territory containment, which follows UN M49. Babel names the regions but leaves out what
# they contain. Antarctica is in none of M49's.
REGIONS = {
    "005": "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
    "011": "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG",
    "013": "BZ CR GT HN MX NI PA SV",
    "014": "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW",
    "015": "DZ EG EH LY MA SD TN",
    "017": "AO CD CF CG CM GA GQ ST TD",
    "018": "BW LS NA SZ ZA",
    "021": "BM CA GL PM US",
    "029": "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI",
    "030": "CN HK JP KP KR MN MO TW",
    "034": "AF BD BT IN IR LK MV NP PK",
    "035": "BN ID KH LA MM MY PH SG TH TL VN",
    "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA XK",
    "053": "AU CC CX HM NF NZ",
    "054": "FJ NC PG SB VU",
    "057": "FM GU KI MH MP NR PW UM",
    "061": "AS CK NU PF PN TK TO TV WF WS",
    "143": "KG KZ TJ TM UZ",
    "145": "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE",
    "151": "BG BY CZ HU MD PL RO RU SK UA",
    "154": "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ",
    "155": "AT BE CH DE FR LI LU MC NL",
}
REGION_OF = {code: region for region, codes in REGIONS.items() for code in codes.split()}

KOSOVO = {
    "code": "XK",
    "alpha3": "XKX",
    "from": "2008-02-17",
    "note_en": "Declared its independence in 2008. About half of the member states of the United"
    " Nations recognize it; Serbia does not. ISO 3166 has no code for it: XK is one that it leaves"
    " to its users.",
    "note_fr": "A déclaré son indépendance en 2008. La moitié environ des États membres des"
    " Nations unies la reconnaissent, la Serbie non. La norme ISO 3166 ne lui donne pas de code :"
    " XK est l’un de ceux qu’elle laisse à ses utilisateurs.",  # noqa: RUF001 - French
    "cite": "unicode-cldr",
}
FORMER = {
    "CSK": ("Czechoslovakia", "Tchécoslovaquie", "1918-10-28", "1992-12-31"),
    "DDR": ("East Germany", "Allemagne de l’Est", "1949-10-07", "1990-10-02"),  # noqa: RUF001 - French
    "SUN": ("Soviet Union", "Union soviétique", "1922-12-30", "1991-12-26"),
    "YUG": ("Yugoslavia", "Yougoslavie", "1918-12-01", "2003-02-04"),
}
"""States that are no more, by the code that ISO 3166-3 keeps: names, first and last day."""


def rows() -> list[dict[str, str]]:
    """Return one row for each country or territory, by code; the region is empty where none is."""
    english, french = (Locale(language).territories for language in ("en", "fr"))
    found = []
    for given in (*_countries(), KOSOVO, *_former()):
        code = given["code"]
        region = REGION_OF.get(code, "")
        row = {
            "name_en": english.get(code, ""),
            "name_fr": french.get(code, ""),
            "region_en": _capitalized(english.get(region, "")),
            "region_fr": _capitalized(french.get(region, "")),
            "cite": CITE,
            **given,
        }
        found.append({column: row.get(column, "") for column in COLUMNS})
    return sorted(found, key=lambda row: row["code"])


def as_csv() -> str:
    """Return the file as it should be."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows())
    return text.getvalue()


def main(arguments: Sequence[str] | None = None, file: Path = FILE) -> None:
    """Rewrite the file or, with ``--check``, end with an error unless it is current."""
    write_or_check("the seeds' file of countries", file, as_csv, arguments)


def _countries() -> Iterator[dict[str, str]]:
    for country in pycountry.countries:
        yield {"code": country.alpha_2, "alpha3": country.alpha_3}


def _former() -> Iterator[dict[str, str]]:
    for country in pycountry.historic_countries:
        if country.alpha_3 in FORMER:
            english, french, first, last = FORMER[country.alpha_3]
            yield {
                "code": country.alpha_2,
                "alpha3": country.alpha_3,
                "name_en": english,
                "name_fr": french,
                "from": first,
                "to": last,
                "cite": "pycountry",
            }


def _capitalized(name: str) -> str:
    return name[:1].upper() + name[1:]


if __name__ == "__main__":
    main()
