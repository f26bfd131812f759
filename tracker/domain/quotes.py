"""Where a quotation stands in a text, after the W3C Web Annotation selectors.

Offsets count Unicode code points from 0; the end is exclusive. A quotation is found by its words
and, where they occur more than once, by what stands before and after them.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

CONTEXT_LENGTH = 32
"""How many characters of context are kept on each side of a quotation."""


class QuoteError(ValueError):
    """A quotation that is not in the text, or that stands in it more than once."""


@dataclass(frozen=True)
class Anchor:
    """The place of a quotation in a text: ``text[start:end]`` with its context."""

    exact: str
    start: int
    end: int
    prefix: str
    suffix: str


def anchor(text: str, exact: str, *, prefix: str = "", suffix: str = "") -> Anchor:
    """Find the one place of ``exact`` in ``text`` whose surroundings agree with the context.

    Raises ``QuoteError`` when there is none, or more than one.
    """
    places = [
        start
        for start in _occurrences(text, exact)
        if text[:start].endswith(prefix) and text.startswith(suffix, start + len(exact))
    ]
    if len(places) != 1:
        found = "is not in the text" if not places else f"stands in the text {len(places)} times"
        msg = f"the quotation {exact[:60]!r} {found}"
        raise QuoteError(msg)
    return at(text, places[0], places[0] + len(exact))


def at(text: str, start: int, end: int) -> Anchor:
    """Describe ``text[start:end]``; raises ``QuoteError`` when that is empty or outside."""
    if not 0 <= start < end <= len(text):
        msg = f"{start}-{end} is not a stretch of a text of {len(text)} characters"
        raise QuoteError(msg)
    return Anchor(
        exact=text[start:end],
        start=start,
        end=end,
        prefix=text[max(0, start - CONTEXT_LENGTH) : start],
        suffix=text[end : end + CONTEXT_LENGTH],
    )


def place_of(anchor: Anchor | None) -> dict[str, int | str | None]:
    """Return an anchor as passages keep it; without one, that they have no place."""
    if anchor is None:
        return dict.fromkeys(("start_offset", "end_offset", "prefix", "suffix"))
    return {
        "start_offset": anchor.start,
        "end_offset": anchor.end,
        "prefix": anchor.prefix or None,
        "suffix": anchor.suffix or None,
    }


@dataclass(frozen=True)
class Stretch:
    """A stretch of a text, and the quotations that it belongs to."""

    text: str
    quotations: tuple[int, ...]


def stretches(text: str, places: Iterable[tuple[int, int, int]]) -> Iterator[Stretch]:
    """Cut a text where quotations begin and end; together the stretches are the whole text.

    ``places`` are quotations as ``(number, start, end)``; they may overlap.
    """
    known = list(places)
    cuts = sorted({0, len(text), *(cut for _, *ends in known for cut in ends)})
    for start, end in pairwise(cuts):
        inside = tuple(number for number, begin, stop in known if begin <= start and end <= stop)
        yield Stretch(text[start:end], inside)


def sha256(text: str) -> str:
    """Return the SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _occurrences(text: str, exact: str) -> Iterator[int]:
    start = text.find(exact) if exact else -1
    while start >= 0:
        yield start
        start = text.find(exact, start + 1)
