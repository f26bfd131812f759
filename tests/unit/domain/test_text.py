import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.text import first_outside_xml, fit_for_xml, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Écrit à Nûr-Sultan", "ecrit a nur-sultan"),
        ("Šefčovič", "sefcovic"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Straße", "strasse"),
        ("Œuvre", "oeuvre"),
        ("Çağr\N{LATIN SMALL LETTER DOTLESS I}", "cagri"),
    ],
)
def test_accents_and_case_go(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text() | st.text("a\0\b\t\v\f\x1f\x7f\ufffd\ufffe\uffff"))
def test_what_is_fit_for_xml_is_read_as_xml(text: str) -> None:
    element = ET.Element("text")
    element.text = fit_for_xml(text)
    ET.fromstring(ET.tostring(element, "unicode"))  # noqa: S314 (our own)
    assert (first_outside_xml(text) is None) == (element.text == text)


def test_the_place_of_what_is_outside_xml_is_counted_from_one() -> None:
    assert first_outside_xml("ab\fc\0") == ("\f", 3)
    assert first_outside_xml("\tab\r\n") is None


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_or_not_is_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
