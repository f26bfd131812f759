"""How words find text: each of them, whatever its accents, case, script or spelling."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Text, and_, any_, cast, func, or_, select, true

from tracker.models import OtherName


@dataclass(frozen=True)
class SearchTerm:
    """A word that somebody typed, and the words that are searched for it."""

    typed: str
    words: tuple[str, ...]
    """Those that begin with it or, where none does, those nearest to it, if any are near."""
    known: bool
    """Whether there are words that begin with it."""
    begins: bool
    """Whether ``words`` is a beginning, of more words than could be told."""
    agreements: int
    """About how many agreements have one of them."""


def contains(column: Any, word: str) -> ColumnElement[bool]:  # noqa: ANN401 (any text column)
    """Match text that contains a word or, where nothing known does, one that is near to it."""
    # In a query of its own, so that PostgreSQL asks once for it and not for each row.
    spellings = select(func.guard.spellings(word)).scalar_subquery()
    return func.plain(column).like(any_(cast(spellings, ARRAY(Text))))


def otherwise_called(column: Any, key: Any, word: str) -> ColumnElement[bool]:  # noqa: ANN401
    """Match rows among whose other names, tied by ``column`` to their ``key``, one has the word."""
    names = select(column).where(column.is_not(None), contains(OtherName.text, word))
    found: ColumnElement[bool] = key.in_(names)
    return found


def every_word(q: str, matches: Callable[[str], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Match rows in which each word of ``q`` is found; a word is found where ``matches`` holds."""
    return and_(true(), *(matches(word) for word in q.split()))


def in_any(
    *columns: Any,  # noqa: ANN401 (text columns)
    called: tuple[Any, Any] | None = None,
) -> Callable[[str], ColumnElement[bool]]:
    """Return the condition that one of the columns contains a word.

    ``called`` are the column of ``OtherName`` and the key by which rows have other names, too.
    """

    def matches(word: str) -> ColumnElement[bool]:
        others = [] if called is None else [otherwise_called(*called, word)]
        return or_(*(contains(column, word) for column in columns), *others)

    return matches
