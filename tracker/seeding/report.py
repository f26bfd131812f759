"""What a run of the seeds did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Counts:
    """How many rows of one collection, parts and citations included, met which fate."""

    added: int = 0
    changed: int = 0
    left_alone: int = 0
    kept: int = 0


@dataclass
class SeedReport:
    """What a run did, by collection, and what a person should hear of."""

    counts: dict[str, Counts] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    """What was not written, or not overwritten, and why: a sentence each."""
    gone: list[str] = field(default_factory=list)
    """Keys of rows that the seeds once wrote and hold no longer; the rows stay."""

    def of(self, collection: str) -> Counts:
        """Return the counts of a collection, to be added to."""
        return self.counts.setdefault(collection, Counts())

    def sort(self, collections: Iterable[str]) -> None:
        """Put the counts into the order of the collections."""
        self.counts = {name: self.counts[name] for name in collections if name in self.counts}

    def total(self) -> Counts:
        """Return the counts over all collections."""
        sums: Counter[str] = Counter()
        for counts in self.counts.values():
            sums.update(vars(counts))
        return Counts(**sums)
