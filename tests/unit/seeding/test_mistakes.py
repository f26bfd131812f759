"""Mistakes in seed files are told by file, line and field, in plain words, all at once."""

from pathlib import Path

import pytest

from tests.support.seed_files import (
    AGREEMENTS,
    COUNTRIES,
    PEOPLE,
    SOURCES,
    VOCABULARIES,
    write_seeds,
)
from tracker.seeding import SeedError, Seeds

ARTICLE = "article/sources.yaml"
RECORD = "public_record/agreements.yaml"


def mistakes(folder: Path, changes: dict[str, str]) -> list[str]:
    with pytest.raises(SeedError) as caught:
        Seeds.read(write_seeds(folder, changes))
    return [str(problem) for problem in caught.value.problems]


def test_right_seeds_have_none(tmp_path: Path) -> None:
    assert Seeds.read(write_seeds(tmp_path)).rows


@pytest.mark.parametrize(
    ("written", "instead", "place", "message"),
    [
        (
            "country: NO",
            "country: XX",
            "8: agreements/T1/parties/1/country",
            "there is no country 'XX'",
        ),
        (
            "form: treaty",
            "form: treat",
            "4: agreements/T1/form",
            "there is no agreement form 'treat'; did you mean 'treaty'?",
        ),
        (
            "official: aliya",
            "official: aliia",
            "16: agreements/T1/officials/0/official",
            "there is no official 'aliia'; did you mean 'aliya'?",
        ),
        (
            "gazette#signed, field",
            "gazette#sined, field",
            "13: agreements/T1/actions/0/cite/0/source",
            "there is no passage 'gazette#sined'; did you mean 'signed'?",
        ),
        ("party: KZ", "party: NA", "16: agreements/T1/officials/0/party", "there is no party 'NA'"),
        (
            "on: 2025-11-06",
            "on: 6 November",
            "11: agreements/T1/actions/0/on",
            "'6 November' is not a date such as 2025, 2025-11 or 2025-11-06",
        ),
        (
            "role: signatory",
            "role: signer",
            "16: agreements/T1/officials/0/role",
            "'signer' is not one of 'signatory', 'witness',",
        ),
        (
            "sector: energy, ",
            "",
            "18: agreements/T1/scope/0",
            "give one of mineral or sector, and only one",
        ),
        (
            ", stated: 2025-11-05",
            "",
            "14: agreements/T1/actions/0/cite/1",
            "a contradicting citation needs `stated`: the value as it states it",
        ),
        (
            "amount: 1500000, currency: EUR",
            "amount: 1500000",
            "20: agreements/T1/commitments/0",
            "amount and currency are given together or not at all",
        ),
        (
            "amount: 1500000",
            "amount: much",
            "20: agreements/T1/commitments/0/amount",
            "is a number such as 1500000 or 12.50",
        ),
        ("en: First treaty, ", "", "3: agreements/T1/title/en", "is missing"),
        ("form: treaty", "form:", "4: agreements/T1/form", "is empty"),
        (
            "place:",
            "plaze:",
            "5: agreements/T1/plaze",
            "there is no such field here; seeds/README.md lists them",
        ),
        (
            "field: summary_en",
            "field: colour",
            "23: agreements/T1/missing/0/field",
            "'colour' is none of the row's fields: reference",
        ),
        (
            "[gazette]}\n      - {country: NO",
            "[gazette]}\n      - {country: KZ",
            "8: agreements/T1/parties/1",
            "is the same (agreement_id, country_code) as agreement:T1/party:KZ",
        ),
        (
            "cite: [gazette]\n",
            "cite: [gazette, gazette]\n",
            "24: agreements/T1/cite/1",
            "is the same",
        ),
        ("cite: [gazette]\n", "cite: {gazette: signed}\n", "24: agreements/T1/cite", "is a list"),
        ("T1:", "t 1:", "2: agreements/t 1", "a key of agreements is written like"),
        ("agreements:", "agrements:", "2: agrements", "is none of the collections: countries,"),
    ],
)
def test_mistake_in_an_agreement(
    tmp_path: Path, written: str, instead: str, place: str, message: str
) -> None:
    assert written in AGREEMENTS
    head, found, tail = AGREEMENTS.rpartition(written)
    (mistake,) = mistakes(tmp_path, {RECORD: head + instead + tail if found else AGREEMENTS})
    assert mistake.startswith(f"seeds/{RECORD}:{place}: {message}")


@pytest.mark.parametrize(
    ("written", "instead", "place", "message"),
    [
        (
            "end: 24",
            "end: 25",
            "9: documents/gazette/passages/signed",
            "from start to end are 15 characters, but exact has 14",
        ),
        ("start: 10, ", "", "9: documents/gazette/passages/signed", "end is given without start"),
        (
            "start: 10",
            f"sha256: {'0' * 64}, start: 10",
            "9: documents/gazette/passages/signed",
            "sha256 is not that of exact",
        ),
        (
            'signé."',
            'signé. "',
            "9: documents/gazette/passages/signed",
            "exact begins or ends with white space",
        ),
        (
            "title: Courier, ",
            "",
            "10: documents/courier",
            "give its url or, failing that, its title",
        ),
        ("class: news}", "class: gossip}", "10: documents/courier/class", "'gossip' is not one of"),
        ("  courier", "  gazette", "10: documents/gazette", "stands here twice"),
        (
            "{title: Courier",
            "{url: https://gazette.example/1",
            "10: documents/courier",
            "is the same (url) as document:gazette in seeds/article/sources.yaml:2",
        ),
        ("    publisher: Gazette\n", "    publisher: Gazette\n   odd\n", "5", "this is not YAML"),
    ],
)
def test_mistake_in_a_document(
    tmp_path: Path, written: str, instead: str, place: str, message: str
) -> None:
    assert written in SOURCES
    found = mistakes(tmp_path, {ARTICLE: SOURCES.replace(written, instead, 1)})
    assert any(mistake.startswith(f"seeds/{ARTICLE}:{place}: {message}") for mistake in found), (
        found
    )


def test_mistake_in_a_csv_file(tmp_path: Path) -> None:
    broken = COUNTRIES.replace("KAZ", "KAZAKH").replace("Namibia,", "")
    place = "seeds/reference/countries.csv"
    assert mistakes(tmp_path, {"reference/countries.csv": broken}) == [
        f"{place}:2: countries/KZ/alpha3: 'KAZAKH' is not written like ^[A-Z]{{3}}$",
        f"{place}:3: a row has 7 cells, this one not",
    ]


def test_key_in_two_files(tmp_path: Path) -> None:
    again = "documents:\n  gazette: {url: https://gazette.example/2, publisher: G, class: news}\n"
    (mistake,) = mistakes(tmp_path, {"reference/again.yaml": again})
    assert mistake.startswith(f"seeds/{ARTICLE}:2: documents/gazette: this key stands already in")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        {
            RECORD: AGREEMENTS.replace("country: NO", "country: XX"),
            "article/people.yaml": PEOPLE.replace("kind: minister", "kind: clerk"),
            "reference/vocabularies.yaml": VOCABULARIES.replace("phase: 2", "phase: two"),
        },
    )
    assert [mistake.split(": ")[0] for mistake in found] == [
        "seeds/article/people.yaml:4",
        f"seeds/{RECORD}:8",
        "seeds/reference/vocabularies.yaml:4",
    ]


def test_what_points_at_a_mistaken_record_is_no_mistake(tmp_path: Path) -> None:
    (only,) = mistakes(tmp_path, {ARTICLE: SOURCES.replace("class: news\n", "class: gossip\n")})
    assert "documents/gazette/class" in only
