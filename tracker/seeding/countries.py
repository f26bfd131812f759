"""The countries of the seeds: ISO 3166-1 from pycountry, named by the Unicode CLDR in Babel.

``python -m tracker.seeding.countries`` rewrites ``seeds/reference/countries.csv``;
``--check`` only says whether it is current. What the file holds changes with the versions of
``pycountry`` (codes) and ``babel`` (names of countries and regions) in ``requirements.txt``.
"""

import argparse
import csv
import io
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import pycountry
from babel import Locale

from tracker.paths import SEEDS

FILE = SEEDS / "reference" / "countries.csv"
COLUMNS = ("code", "alpha3", "name_en", "name_fr", "region_en", "region_fr", "cite")
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
    "039": "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA",
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


def rows() -> list[dict[str, str]]:
    """Return one row for each country or territory, by code; the region is empty where none is."""
    english, french = (Locale(language).territories for language in ("en", "fr"))
    found = []
    for country in sorted(pycountry.countries, key=lambda country: country.alpha_2):
        region = REGION_OF.get(country.alpha_2, "")
        values = (
            country.alpha_2,
            country.alpha_3,
            english[country.alpha_2],
            french[country.alpha_2],
            _capitalized(english.get(region, "")),
            _capitalized(french.get(region, "")),
            CITE,
        )
        found.append(dict(zip(COLUMNS, values, strict=True)))
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
    parser = argparse.ArgumentParser(description="Make the seeds' file of countries.")
    parser.add_argument("--check", action="store_true", help="compare only")
    if not parser.parse_args(arguments).check:
        file.write_text(as_csv(), encoding="utf-8")
    elif not file.exists() or file.read_text(encoding="utf-8") != as_csv():
        libraries = ", ".join(f"{name} {version(name)}" for name in ("pycountry", "babel"))
        sys.exit(f"{file.name} is not what {libraries} make: rewrite it with {__spec__.name}")


def _capitalized(name: str) -> str:
    return name[:1].upper() + name[1:]


if __name__ == "__main__":
    main()
