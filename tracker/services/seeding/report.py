"""What a run of the seeds did."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Counts:
    """How many rows of one collection, parts and citations included, met which fate."""

    added: int = 0
    changed: int = 0
    left_alone: int = 0
    kept: int = 0


@dataclass
class Report:
    """What a run did, by collection, and what a person should hear of."""

    counts: dict[str, Counts] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    """What was not written, or not overwritten, and why: a sentence each."""
    gone: list[str] = field(default_factory=list)
    """Keys of rows that the seeds once wrote and hold no longer; the rows stay."""

    def of(self, collection: str) -> Counts:
        """Return the counts of a collection, to be added to."""
        return self.counts.setdefault(collection, Counts())

    def total(self) -> Counts:
        """Return the counts over all collections."""
        sums: Counter[str] = Counter()
        for counts in self.counts.values():
            sums.update(vars(counts))
        return Counts(**sums)
