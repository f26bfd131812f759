"""Drawing at random: evenly, or as things are spread in the world, a few of them very often."""

import datetime as dt
import random
from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from typing import Generic, TypeVar

from tracker.domain.vocabularies import Precision

_Item = TypeVar("_Item")

FIRST_DAY = dt.date(1990, 1, 1)
LAST_DAY = dt.date(2026, 11, 1)
_DAYS = (LAST_DAY - FIRST_DAY).days


class Weighted(Generic[_Item]):
    """Items drawn by weight."""

    def __init__(self, weights: dict[_Item, float]) -> None:
        """Take the items with their weights."""
        self.items = tuple(weights)
        self._sums = tuple(accumulate(weights.values()))

    @classmethod
    def long_tailed(cls, items: Sequence[_Item]) -> "Weighted[_Item]":
        """Weigh items by rank, as words are in a language: the first often, the last hardly."""
        return cls({item: 1 / (rank + 3) for rank, item in enumerate(items)})

    def draw(self, chance: random.Random) -> _Item:
        """Draw one item."""
        return self.items[bisect(self._sums, chance.random() * self._sums[-1])]

    def draw_distinct(self, chance: random.Random, count: int) -> list[_Item]:
        """Draw several items, each at most once; at most as many as there are."""
        drawn: dict[_Item, None] = {}
        while len(drawn) < min(count, len(self.items)):
            drawn[self.draw(chance)] = None
        return list(drawn)

    def shares(self, total: int) -> dict[_Item, int]:
        """Share out a number of things by weight, whole ones, rounded down."""
        edges = [0.0, *self._sums]
        return {
            item: int(total * (edges[rank + 1] - edges[rank]) / self._sums[-1])
            for rank, item in enumerate(self.items)
        }


def happens(chance: random.Random, share: float) -> bool:
    """Let something happen in a share of all cases."""
    return chance.random() < share


def day(chance: random.Random) -> dt.date:
    """Draw a day: half of all lie in the last fifth of the time."""
    return LAST_DAY - dt.timedelta(days=int(_DAYS * chance.random() ** 2.3))


PRECISIONS = Weighted({Precision.DAY: 80, Precision.YEAR: 12, Precision.MONTH: 8})
