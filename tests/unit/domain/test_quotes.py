import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.quotes import CONTEXT_LENGTH, QuoteError, anchor, at, sha256

FEW_LETTERS = st.text("ab é😀", min_size=1, max_size=40)
"""Texts whose stretches often occur more than once, with letters beyond 16 bits."""


@st.composite
def stretches(draw: st.DrawFn) -> tuple[str, int, int]:
    """Draw a text and the beginning and end of a stretch of it."""
    text = draw(FEW_LETTERS | st.text(min_size=1))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(stretches())
def test_a_stretch_is_described_with_what_stands_around_it(stretch: tuple[str, int, int]) -> None:
    text, start, end = stretch
    place = at(text, start, end)
    assert (place.start, place.end) == (start, end)
    assert text[:start].endswith(place.prefix)
    assert text == text[:start] + place.exact + text[end:]
    assert text[end:].startswith(place.suffix)
    assert len(place.prefix) == min(start, CONTEXT_LENGTH)
    assert len(place.suffix) == min(len(text) - end, CONTEXT_LENGTH)


@given(stretches())
def test_what_was_cut_out_is_found_again_unless_it_stands_twice(
    stretch: tuple[str, int, int],
) -> None:
    text, start, end = stretch
    place = at(text, start, end)
    around = place.prefix + place.exact + place.suffix
    if sum(text.startswith(around, begin) for begin in range(len(text))) == 1:
        found = anchor(text, place.exact, prefix=place.prefix, suffix=place.suffix)
        assert found == place
    else:
        with pytest.raises(QuoteError, match="stands in the text"):
            anchor(text, place.exact, prefix=place.prefix, suffix=place.suffix)


@given(FEW_LETTERS, FEW_LETTERS, FEW_LETTERS)
def test_what_is_not_there_or_there_twice_is_refused(text: str, exact: str, prefix: str) -> None:
    places = text.count(prefix + exact)  # at least: some may overlap
    if places == 0:
        with pytest.raises(QuoteError, match="is not in the text"):
            anchor(text, exact, prefix=prefix)
    elif places > 1:
        with pytest.raises(QuoteError, match="times"):
            anchor(text, exact, prefix=prefix)


def test_the_context_tells_like_words_apart() -> None:
    text = "They met and they met again."
    with pytest.raises(QuoteError, match="stands in the text 2 times"):
        anchor(text, "met")
    assert anchor(text, "met", prefix="They ").start == 5
    assert anchor(text, "met", suffix=" again").start == 18
    with pytest.raises(QuoteError, match="is not in the text"):
        anchor(text, "met", prefix="They ", suffix=" again")


def test_overlapping_occurrences_are_each_counted() -> None:
    with pytest.raises(QuoteError, match="2 times"):
        anchor("aaa", "aa")


def test_offsets_count_code_points() -> None:
    assert (anchor("😀 «é»", "«é»").start, anchor("😀 «é»", "«é»").end) == (2, 5)


def test_no_words_are_no_quotation() -> None:
    with pytest.raises(QuoteError, match="is not in the text"):
        anchor("text", "")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 5), (4, 5)])
def test_a_stretch_lies_in_the_text(start: int, end: int) -> None:
    with pytest.raises(QuoteError, match="is not a stretch of a text of 4 characters"):
        at("text", start, end)


def test_the_hash_is_of_the_bytes_in_utf8() -> None:
    assert sha256("signé") == "f9852c1f752d9b6e7cc910de08bac7b469de08a75f8dae4ea670c2017f2e7dba"
