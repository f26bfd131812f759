"""Where an agreement and its parties stand on a day, told once more from its steps, in Python.

Nothing is kept here: each day is worked out from the first step on.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

ALWAYS = dt.date.min


@dataclass(frozen=True)
class Kind:
    code: str
    phase: int
    status: str | None
    position: int


KINDS = {
    kind.code: kind
    for kind in (
        Kind("announced", 1, "announced", 1),
        Kind("issued", 2, "issued", 2),
        Kind("signed", 2, "signed", 3),
        Kind("ratified", 3, None, 4),
        Kind("entered_into_force", 3, "in_force", 5),
        Kind("became_operative", 3, "operative", 6),
        Kind("amended", 3, None, 7),
        Kind("suspended", 3, "suspended", 8),
        Kind("resumed", 3, "operative", 9),
        Kind("terminated", 4, "terminated", 10),
        Kind("expired", 4, "expired", 11),
    )
}


@dataclass(frozen=True)
class Step:
    """A step of a party or of all; the day it was done, if known; when it takes effect, if said."""

    number: int
    kind: Kind
    party: int | None = None
    happened: dt.date | None = None
    effective: dt.date | None = None

    @property
    def day(self) -> dt.date | None:
        return self.effective or self.happened

    @property
    def rank(self) -> tuple[int, int]:
        return self.kind.phase, self.kind.position

    @property
    def tells(self) -> bool:
        return self.kind.status is not None or self.kind.code == "ratified"

    @property
    def is_own(self) -> bool:
        """Whether it changes the party's standing, and not what all have before them."""
        return self.party is not None and (self.kind.phase > 2 or self.kind.status == "signed")

    @property
    def is_for_all(self) -> bool:
        return self.party is None and self.kind.phase > 1 and self.kind.status is not None

    @property
    def act(self) -> str | None:
        return "resumed" if self.kind.code == "resumed" else self.kind.status


def in_order(steps: Sequence[Step]) -> list[tuple[dt.date, Step]]:
    """Each step that tells something, with the day on which it takes effect, in their order."""
    telling = [step for step in steps if step.tells]
    placed = []
    for step in telling:
        earlier = [
            other.day
            for other in telling
            if other.day and other.rank < step.rank and other.party in (None, step.party)
        ]
        placed.append((step.day or max(earlier, default=ALWAYS), step))
    return sorted(placed, key=lambda each: (each[0], each[1].rank, each[1].number))


def standing(steps: Sequence[Step], party: int, day: dt.date) -> str | None:
    """Where a party stands by its own steps; None where it stands as all do."""
    ordered = in_order(steps)
    own = [(place, step) for place, (_, step) in enumerate(ordered) if step.is_own]
    own = [(place, step) for place, step in own if step.party == party]
    begun = [(place, step) for place, step in own if ordered[place][0] <= day]
    if not begun:
        joins = own and own[0][1].kind.phase < 4 and own[0][1].act not in ("suspended", "resumed")
        return "not_yet_bound" if joins else None
    place, last = begun[-1]
    if last.kind.phase == 4:
        return "withdrawn"
    if any(step.is_for_all for since, step in ordered[place:] if since <= day):
        return None
    by_act = {"resumed": None, "suspended": "suspended", "in_force": "bound", "operative": "bound"}
    return by_act.get(str(last.act), "consented")


def status(steps: Sequence[Step], parties: Sequence[int], day: dt.date) -> str:
    """Where the whole stands; ``parties`` are those that count, observers left out."""
    begun = [step for since, step in in_order(steps) if since <= day]
    told, phase, lasting = "unknown", 0, None
    for place, step in enumerate(begun):
        if step.act is None and not step.is_own:
            continue
        if step.is_own and not _moves_all(begun[: place + 1], parties):
            continue
        joins = step.kind.phase == 1 or (step.party is not None and step.kind.phase == 2)
        if joins and phase in (2, 3):
            continue
        told = step.kind.status or told
        if step.act == "resumed":
            told = lasting or told
        phase = step.kind.phase
        if phase < 4 and told != "suspended":
            lasting = told
    return told


def _moves_all(begun: Sequence[Step], parties: Sequence[int]) -> bool:
    """Whether the last step, which is one party's own, does something to the whole."""
    step = begun[-1]
    if step.party not in parties or step.act is None:
        return False
    left = [party for party in parties if not _has_left(begun, party)]
    if step.kind.phase == 4:
        return len(left) <= 1
    return all(_last_act(begun, party) == step.act for party in left)


def _has_left(begun: Sequence[Step], party: int) -> bool:
    own = [step for step in begun if step.is_own and step.party == party]
    return bool(own) and own[-1].kind.phase == 4


def _last_act(begun: Sequence[Step], party: int) -> str | None:
    for step in reversed(begun):
        if step.is_for_all:
            return None
        if step.is_own and step.party == party and step.act:
            return step.act
    return None
