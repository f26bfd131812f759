"""Bars, lying or standing, whole or parted: each as long as its share of the longest."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SHADES = 5
_MOST_BARS = 15
_MOST_YEARS = 60


@dataclass(frozen=True)
class Point:
    """A number that belongs to a bar and, in this, to one of the series."""

    bar: str
    series: str
    number: float


@dataclass(frozen=True)
class Part:
    """A part of a bar: which series it is, and where it lies, in hundredths of the longest bar."""

    shade: int
    start: float
    length: float
    series: str
    number: float


@dataclass(frozen=True)
class Bar:
    """A bar, and the number that it stands for."""

    label: str
    total: float
    parts: list[Part]


@dataclass(frozen=True)
class Bars:
    """A picture of bars; ``series`` has the name of each, by its shade."""

    bars: list[Bar]
    series: list[tuple[int, str]]
    all: int
    """How many bars there are, drawn or not."""


def draw_bars(points: Sequence[Point], rest: str) -> Bars:
    """Draw the first bars, in the order in which they come; ``rest`` names all small series."""
    names = list(dict.fromkeys(point.bar for point in points))
    return _drawn(points, names[:_MOST_BARS], rest, len(names))


def draw_years(points: Sequence[Point], rest: str) -> Bars:
    """Draw a bar for each year from the first to the last, or the last of very many."""
    years = [int(point.bar) for point in points]
    span = range(min(years), max(years) + 1)
    return _drawn(points, [str(year) for year in span][-_MOST_YEARS:], rest, len(span))


def _drawn(points: Sequence[Point], names: list[str], rest: str, count: int) -> Bars:
    shades = _shades(points, rest)
    numbers: dict[tuple[str, str], float] = defaultdict(float)
    for point in points:
        series = point.series if point.series in shades else rest
        numbers[point.bar, series] += point.number
    totals = {name: sum(numbers.get((name, each), 0) for each in shades) for name in names}
    longest = max(totals.values()) or 1
    bars = [
        Bar(
            name,
            totals[name],
            list(_parts({s: numbers.get((name, s), 0) for s in shades}, shades, longest)),
        )
        for name in names
    ]
    return Bars(bars, [(shade, name) for name, shade in shades.items()], count)


def _shades(points: Iterable[Point], rest: str) -> dict[str, int]:
    """Give each series a shade, the darkest to the greatest; what is too small shares the last."""
    totals: dict[str, float] = defaultdict(float)
    for point in points:
        totals[point.series] += point.number
    names = sorted(totals, key=lambda name: -totals[name])
    if len(names) > SHADES:
        names = [*names[: SHADES - 1], rest]
    return {name: SHADES - place for place, name in enumerate(names)}


def _parts(numbers: dict[str, float], shades: dict[str, int], longest: float) -> Iterator[Part]:
    start = 0.0
    for series, number in numbers.items():
        length = 100 * number / longest
        if number:
            yield Part(shades[series], round(start, 2), round(length, 2), series, number)
        start += length
