"""How much of its parts a record shows: the first so many, and whether there are more."""

from collections.abc import Iterable
from typing import TypeVar

RELATED = 50
"""How many other records, such as agreements, a record shows; there is a list of them all."""

PARTS_SHOWN = 200
"""How many of its own parts a record shows, such as posts or citations."""

_Item = TypeVar("_Item")


class Capped(tuple[_Item, ...]):  # noqa: SLOT001 (a tuple's subclass cannot have slots)
    """The first of what may be many; ``more`` tells whether any were left out."""

    more: bool = False

    @classmethod
    def first(cls, limit: int, items: Iterable[_Item]) -> "Capped[_Item]":
        """Take ``limit`` items of those fetched, which were one more where there are more."""
        fetched = tuple(items)
        shown = cls(fetched[:limit])
        shown.more = len(fetched) > limit
        return shown
