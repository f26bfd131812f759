"""Points in time on a strip, in lines one above the other."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_SLOT = 2.6  # hundredths of the strip's width that a point takes on the narrowest window
_MARGIN = 8.0  # in which half the words of the first and last mark stand
_MOST_TICKS = 6
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000)  # months from tick to tick


@dataclass(frozen=True)
class Happening:
    """Something that happened on a day, as the line that it stands in and as people read it."""

    day: dt.date
    line: str
    words: str


@dataclass(frozen=True)
class Dot:
    """A point: how far along the strip, in hundredths, and above how many others."""

    across: float
    level: int
    words: str


@dataclass(frozen=True)
class StripLine:
    """The points of one line."""

    label: str
    dots: list[Dot]
    height: int
    """How many points stand above one another at most."""


@dataclass(frozen=True)
class Tick:
    """A mark of the scale: at the beginning of a month, or of a year."""

    across: float
    words: str


@dataclass(frozen=True)
class Strip:
    """A picture of points in time."""

    lines: list[StripLine]
    ticks: list[Tick]


def draw_strip(happenings: Sequence[Happening], write: Callable[[dt.date, bool], str]) -> Strip:
    """Draw what happened, the first at the left.

    ``write`` writes a mark of the scale: its day, and whether it stands for a whole year.
    """
    days = [each.day for each in happenings]
    step = _step(min(days), max(days))
    ticks = list(_ticks(min(days), max(days), step))
    first, last = ticks[0].toordinal(), max(ticks[-1], *days).toordinal()

    def across(day: dt.date) -> float:
        share = (day.toordinal() - first) / max(last - first, 1)
        return round(_MARGIN + (100 - 2 * _MARGIN) * share, 2)

    names = dict.fromkeys(each.line for each in happenings)
    lines = [
        _line(name, [(across(each.day), each.words) for each in happenings if each.line == name])
        for name in names
    ]
    return Strip(lines, [Tick(across(day), write(day, step % 12 == 0)) for day in ticks])


def _line(label: str, points: list[tuple[float, str]]) -> StripLine:
    taken: Counter[int] = Counter()
    dots = []
    for across, words in points:
        slot = int(across / _SLOT)
        dots.append(Dot(across, taken[slot], words))
        taken[slot] += 1
    return StripLine(label, dots, max(taken.values()))


def _step(first: dt.date, last: dt.date) -> int:
    months = _month(last) - _month(first) + 1
    return next((step for step in _STEPS if months / step < _MOST_TICKS), _STEPS[-1])


def _ticks(first: dt.date, last: dt.date, step: int) -> Iterator[dt.date]:
    month = _month(first) // step * step
    while month <= max(_month(last), _month(first) // step * step):
        yield dt.date(max(month // 12, 1), month % 12 + 1, 1)
        month += step


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1
