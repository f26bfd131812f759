"""What people call a country, a mineral, a body or a form of text finds it, wherever one types."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.support.cluster import Cluster
from tests.support.seeded_site import Site
from tracker.queries.agreements.lists import AGREEMENTS
from tracker.queries.listing.lists import ListRequest
from tracker.queries.lookup.record_lookup import called, suggested

COUNTRIES = {
    "Turkey": "TR",
    "TURKEY": "TR",
    "Türkiye": "TR",
    "Turquie": "TR",
    "UAE": "AE",
    "U.A.E.": "AE",
    "EAU": "AE",
    "DRC": "CD",
    "D.R.C.": "CD",
    "RDC": "CD",
    "Zaire": "CD",
    "Democratic Republic of the Congo": "CD",
    "Republic of Korea": "KR",
    "ROK": "KR",
    "République de Corée": "KR",
    "한국": "KR",
    "DPRK": "KP",
    "Republic of Kazakhstan": "KZ",
    "République du Kazakhstan": "KZ",
    "Қазақстан": "KZ",
    "Қазақстан Республикасы": "KZ",
    "Qazaqstan": "KZ",
    "Казахстан": "KZ",
    "Russian Federation": "RU",
    "Fédération de Russie": "RU",
    "РФ": "RU",
    "O'zbekiston": "UZ",
    "Oʻzbekiston": "UZ",  # noqa: RUF001 - as it is spelt
    "O‘zbekiston": "UZ",  # noqa: RUF001 - as it is typed
    "Ўзбекистон": "UZ",
    "UK": "GB",
    "U.K.": "GB",
    "Great Britain": "GB",
    "U.S.": "US",
    "US": "US",
    "USA": "US",
    "U.S.A.": "US",
    "États-Unis d’Amérique": "US",  # noqa: RUF001 - as it is printed
    "États-Unis d'Amérique": "US",
    "США": "US",
    "Swaziland": "SZ",
    "Kyrgyz Republic": "KG",
    "Kirghizistan": "KG",
    "République kirghize": "KG",
    "Ivory Coast": "CI",
    "Côte d'Ivoire": "CI",
    "Corée, République de": "KR",
    "Burma": "MM",
    "Czech Republic": "CZ",
    "USSR": "SU",
    "СССР": "SU",  # noqa: RUF001 - in Cyrillic
    "URSS": "SU",
    "Kosovo": "XK",
    "Deutschland": "DE",
    "日本": "JP",
}
MINERALS = {
    "rare earths": "rare_earth_elements",
    "Terres rares": "rare_earth_elements",
    "REEs": "rare_earth_elements",
    "natural graphite": "graphite",
    "graphite naturel": "graphite",
    "columbium": "niobium",
    "wolfram": "tungsten",
    "Вольфрам": "tungsten",
    "silicon metal": "silicon",
    "bauxite": "aluminium",
    "aluminum": "aluminium",
    "sulphur": "sulfur",
    "coking coal": "metallurgical_coal",
    "PGM": "platinum_group_metals",
    "Li": "lithium",
}
ORGANIZATIONS = {"UE": "European Union", "E.U.": "European Union", "EU": "European Union"}
SEARCHES = {
    "DRC": {"country": "CD"},
    "RDC": {"country": "CD"},
    "Republic of Korea": {"country": "KR"},
    "Қазақстан": {"country": "KZ"},
    "Казахстан": {"country": "KZ"},
    "O'zbekiston": {"country": "UZ"},
    "U.S.": {"country": "US"},
    "UAE": {"country": "AE"},
    "rare earths": {"mineral": "rare_earth_elements"},
    "natural graphite": {"mineral": "graphite"},
    "minéraux essentiels": {"sector": "critical_minerals"},
    "critical raw materials": {"sector": "critical_minerals"},
    "matières premières": {"sector": "raw_materials"},
    "mou kazakhstan": {"country": "KZ", "form": "memorandum_of_understanding"},
    "mémorandum d'entente kazakhstan": {"country": "KZ", "form": "memorandum_of_understanding"},
    "protocole d'accord RDC": {"country": "CD", "form": "memorandum_of_understanding"},
}


@pytest.fixture(scope="module")
def seeded(cluster: Cluster, seeded_template: str) -> Iterator[Session]:
    """A session on all seeds, for tests that only read."""
    with cluster.copy(seeded_template) as database, database.session() as session:
        yield session


@pytest.mark.parametrize(("typed", "code"), COUNTRIES.items())
def test_a_country_is_chosen_by_any_of_its_names(seeded: Session, typed: str, code: str) -> None:
    assert [choice.key for choice in called(seeded, ["country", "organization"], typed)] == [code]
    first, *_ = suggested(seeded, ["country", "organization"], typed)
    assert first.key == code


@pytest.mark.parametrize(("typed", "code"), MINERALS.items())
def test_a_mineral_is_chosen_by_any_of_its_names(seeded: Session, typed: str, code: str) -> None:
    assert [choice.key for choice in called(seeded, ["mineral"], typed)] == [code]
    first, *_ = suggested(seeded, ["mineral"], typed)
    assert first.key == code


@pytest.mark.parametrize(("typed", "name"), ORGANIZATIONS.items())
def test_a_body_is_chosen_by_any_of_its_names(seeded: Session, typed: str, name: str) -> None:
    assert [choice.name.en for choice in called(seeded, ["country", "organization"], typed)] == [
        name
    ]


@pytest.mark.parametrize(
    ("typed", "stranger"),
    [
        ("UK", "UA"),
        ("U.S.", "ZA"),
        ("us", "RU"),
        ("us", "AU"),
        ("bauxite", "barite"),
        ("Li", "beryllium"),
    ],
)
def test_two_letters_are_not_looked_for_within_words(
    seeded: Session, typed: str, stranger: str
) -> None:
    found = suggested(seeded, ["country", "mineral"], typed)
    assert stranger not in {choice.key for choice in found}


def test_scripts_without_spaces_are_searched_within(seeded: Session) -> None:
    assert "CN" in {choice.key for choice in suggested(seeded, ["country"], "人民")}
    assert "KR" in {choice.key for choice in suggested(seeded, ["country"], "민국")}


@pytest.mark.parametrize(("q", "filters"), SEARCHES.items())
def test_a_search_for_a_name_finds_what_the_filter_finds(
    seeded: Session, q: str, filters: dict[str, str]
) -> None:
    wanted = _references(seeded, **filters)
    assert wanted, filters
    assert wanted <= _references(seeded, q=q), q


@pytest.mark.parametrize("q", ["U.S.", "US", "UK", "U.K.", "UAE", "DRC"])
def test_initials_find_no_strangers(seeded: Session, q: str) -> None:
    """What is found has the initials among its words, as a whole word."""
    found = _references(seeded, q=q)
    word = q.replace(".", "").lower()
    having = (
        "SELECT reference FROM agreement JOIN agreement_search ON id = agreement_id"
        " WHERE words @@ CAST(:word AS tsquery)"
    )
    assert found == set(seeded.scalars(text(having), {"word": word}))


@pytest.mark.parametrize(
    ("subject", "q", "key"),
    [
        ("countries", "DRC", "CD"),
        ("countries", "U.S.", "US"),
        ("countries", "Қазақстан", "KZ"),
        ("minerals", "wolfram", "tungsten"),
        ("sectors", "minéraux essentiels", "critical_minerals"),
    ],
)
def test_lists_know_other_names(site: Site, subject: str, q: str, key: str) -> None:
    assert key in {item["code"] for item in site.whole_list(subject, q=q)}


@pytest.mark.parametrize("q", ["UE/Kazakhstan", "ЕС/Казахстан", "KZ/EU"])  # noqa: RUF001 - in Cyrillic
def test_a_slash_stands_between_words(seeded: Session, q: str) -> None:
    both = _references(seeded, q=q.replace("/", " "))
    assert both
    assert _references(seeded, q=q) == both


def _references(session: Session, **filters: str) -> set[str]:
    request = ListRequest(filters, "newest")
    page = AGREEMENTS.page(session, request)
    found = {item.reference for item in page.items}
    while page.next_cursor is not None:
        page = AGREEMENTS.page(session, request, page.next_cursor)
        found |= {item.reference for item in page.items}
    return found
