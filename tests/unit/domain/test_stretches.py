"""A text cut into stretches is still that text, and each quotation can be put together again."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.quotes import stretches


@st.composite
def quoted_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, int]]]:
    text = draw(st.text(max_size=40))
    ends = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(ends, ends), max_size=5))
    return text, [(number, start, end) for number, (start, end) in enumerate(spans) if start < end]


@given(quoted_texts())
def test_stretches_are_the_whole_text(drawn: tuple[str, list[tuple[int, int, int]]]) -> None:
    text, places = drawn
    cut = list(stretches(text, places))
    assert "".join(stretch.text for stretch in cut) == text
    assert all(stretch.text for stretch in cut)
    for number, start, end in places:
        own = "".join(stretch.text for stretch in cut if number in stretch.quotations)
        assert own == text[start:end]
