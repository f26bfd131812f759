"""A grid: a cell for each pair, the darker the greater its number."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.web.reports.charts.bars import SHADES


@dataclass(frozen=True)
class GridCell:
    """A number, and how dark it is."""

    number: float
    shade: int


@dataclass(frozen=True)
class Grid:
    """A picture of a grid."""

    heads: list[str]
    rows: list[tuple[str, list[GridCell]]]


def draw_grid(numbers: Mapping[tuple[str, str], float]) -> Grid:
    """Draw the number of each row and head: heads as they come, the row that has most first."""
    greatest = max(numbers.values(), default=0) or 1
    heads = list(dict.fromkeys(head for _, head in numbers))
    totals: dict[str, float] = defaultdict(float)
    for (row, _), number in numbers.items():
        totals[row] += number
    return Grid(
        heads,
        [
            (row, [_cell(numbers.get((row, head), 0), greatest) for head in heads])
            for row in sorted(totals, key=lambda row: -totals[row])
        ],
    )


def _cell(number: float, greatest: float) -> GridCell:
    return GridCell(number, 1 + round((SHADES - 1) * number / greatest) if number else 0)
