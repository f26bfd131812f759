import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.text import fold


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


@given(st.text())
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composed_or_not_is_the_same(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
