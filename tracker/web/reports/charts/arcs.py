"""A network as arcs: its members beneath one another, an arc between each two that are tied."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.web.reports.charts.bars import SHADES

ROW = 10
"""How high the row of a member is, in the units of the paths."""

_MOST_TIES = 80
_WIDEST = 96


@dataclass(frozen=True)
class Tie:
    """What ties two members, and how strongly."""

    one: str
    other: str
    number: float


@dataclass(frozen=True)
class Arc:
    """The path of a tie."""

    tie: Tie
    path: str
    shade: int


@dataclass(frozen=True)
class Arcs:
    """A picture of a network; ``members`` have the number of others that they are tied to."""

    members: list[tuple[str, int]]
    arcs: list[Arc]
    all: int
    """How many ties there are, drawn or not."""


def draw_arcs(ties: Sequence[Tie]) -> Arcs:
    """Draw the strongest ties; members that have most of them stand first."""
    drawn = sorted(ties, key=lambda tie: -tie.number)[:_MOST_TIES]
    others: dict[str, set[str]] = defaultdict(set)
    for tie in drawn:
        others[tie.one].add(tie.other)
        others[tie.other].add(tie.one)
    names = sorted(others, key=lambda name: -len(others[name]))
    places = {name: place for place, name in enumerate(names)}
    greatest = drawn[0].number
    arcs = [
        Arc(tie, _path(places[tie.one], places[tie.other], len(names)), _shade(tie, greatest))
        for tie in reversed(drawn)  # the strongest on top
    ]
    return Arcs([(name, len(others[name])) for name in names], arcs, len(ties))


def _path(one: int, other: int, count: int) -> str:
    """Return half an ellipse between two rows, wider the further they are apart."""
    start, end = (ROW * place + ROW / 2 for place in (one, other))
    # The curve reaches three quarters of the way to its points of control.
    reach = _WIDEST / 0.75 * abs(one - other) / max(count - 1, 1)
    return f"M0 {start:g}C{reach:.1f} {start:g} {reach:.1f} {end:g} 0 {end:g}"


def _shade(tie: Tie, greatest: float) -> int:
    return 1 + round((SHADES - 1) * tie.number / greatest)
