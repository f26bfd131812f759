"""How words find text: each of them, without accents or case, anywhere in it."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, true


def contains(column: Any, word: str) -> ColumnElement[bool]:  # noqa: ANN401 (any text column)
    """Match text that contains a word, whatever its accents and case."""
    return func.strpos(func.fold(column), func.fold(word)) > 0


def every_word(q: str, matches: Callable[[str], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Match rows in which each word of ``q`` is found; a word is found where ``matches`` holds."""
    return and_(true(), *(matches(word) for word in q.split()))


def in_any(*columns: Any) -> Callable[[str], ColumnElement[bool]]:  # noqa: ANN401 (text columns)
    """Return the condition that one of the columns contains a word."""
    return lambda word: or_(*(contains(column, word) for column in columns))
