"""A quotation is accepted where its document's text has the words, and nowhere else."""

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st
from sqlalchemy import Connection

from tests.functional.constraints.refusing import literal, refusal
from tracker.domain.quotes import Anchor, at, sha256

TEXTS = st.text(st.sampled_from("ab é😀\n'\\%"), max_size=30) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30
)

DOCUMENT = """
    INSERT INTO document (id, publisher, title, class) OVERRIDING SYSTEM VALUE
        VALUES (901, 'Courier', 'Courier', 'news');
"""


@st.composite
def quotations(draw: st.DrawFn) -> tuple[str, Anchor]:
    """Draw a text, and a stretch of it that is not blank."""
    before, after = draw(TEXTS), draw(TEXTS)
    text = f"{before}x{after}"
    start = draw(st.integers(0, len(before)))
    return text, at(text, start, draw(st.integers(len(before) + 1, len(text))))


def attach(text: str) -> str:
    return (
        f"UPDATE document SET text = {literal(text)}, sha256 = {literal(sha256(text))}"  # noqa: S608 - our own values
        " WHERE id = 901;"
    )


def quote(place: Anchor, *, with_position: bool = True) -> str:
    values: list[object] = [place.exact, place.prefix, place.suffix, sha256(place.exact)]
    values += [place.start, place.end] if with_position else [None, None]
    return (
        "INSERT INTO passage (document_id, exact, prefix, suffix, sha256, start_offset, end_offset)"  # noqa: S608 - our own values
        f" VALUES (901, {', '.join(map(literal, values))});"
    )


@given(quotations())
def test_any_stretch_is_accepted_at_its_place(
    module_connection: Connection, quotation: tuple[str, Anchor]
) -> None:
    text, place = quotation
    assert refusal(module_connection, DOCUMENT + attach(text) + quote(place)) is None
    unplaced = quote(place, with_position=False)
    assert refusal(module_connection, DOCUMENT + attach(text) + unplaced) is None


@given(quotations())
def test_any_text_that_has_the_quotations_can_be_attached(
    module_connection: Connection, quotation: tuple[str, Anchor]
) -> None:
    text, place = quotation
    assert refusal(module_connection, DOCUMENT + quote(place) + attach(text)) is None


@given(quotations(), st.integers(-40, 40))
def test_other_words_at_the_place_are_refused(
    module_connection: Connection, quotation: tuple[str, Anchor], offset: int
) -> None:
    text, place = quotation
    moved = replace(place, start=place.start + offset, end=place.end + offset)
    assume(moved.start >= 0)
    assume(text[moved.start : moved.end] != place.exact)
    expected = "passage_is_at_its_position"
    assert refusal(module_connection, DOCUMENT + attach(text) + quote(moved)) == expected
    assert refusal(module_connection, DOCUMENT + quote(moved) + attach(text)) == expected


@given(quotations(), TEXTS)
def test_words_that_are_not_in_the_text_are_refused(
    module_connection: Connection, quotation: tuple[str, Anchor], text: str
) -> None:
    _, place = quotation
    assume(place.prefix + place.exact + place.suffix not in text)
    unplaced = quote(place, with_position=False)
    expected = "passage_is_in_the_text"
    assert refusal(module_connection, DOCUMENT + attach(text) + unplaced) == expected
    assert refusal(module_connection, DOCUMENT + unplaced + attach(text)) == expected


@given(quotations(), TEXTS, TEXTS)
def test_another_context_is_refused(
    module_connection: Connection, quotation: tuple[str, Anchor], prefix: str, suffix: str
) -> None:
    text, place = quotation
    stands_so = text[: place.start].endswith(prefix) and text[place.end :].startswith(suffix)
    expected = None if stands_so else "passage_is_in_its_context"
    described = quote(replace(place, prefix=prefix, suffix=suffix))
    assert refusal(module_connection, DOCUMENT + attach(text) + described) == expected


@given(quotations(), st.integers(-2, 2).filter(bool))
def test_a_position_of_another_length_is_refused(
    module_connection: Connection, quotation: tuple[str, Anchor], more: int
) -> None:
    _, place = quotation
    expected = "ck_passage_position_fits"
    longer = quote(replace(place, end=place.end + more))
    assert refusal(module_connection, DOCUMENT + longer) == expected
