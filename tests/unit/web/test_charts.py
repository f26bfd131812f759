"""Pictures: where bars, cells, arcs and points stand."""

import datetime as dt

import pytest

from tracker.web.reports.charts.arcs import Tie, draw_arcs
from tracker.web.reports.charts.bars import (
    SHADES,
    Point,
    draw_bars,
    draw_years,
)
from tracker.web.reports.charts.grids import draw_grid
from tracker.web.reports.charts.strips import Happening, draw_strip


def write(day: dt.date, is_year: bool) -> str:  # noqa: FBT001 (as it is called)
    return day.isoformat()[: 4 if is_year else 7]


def test_the_longest_bar_is_whole_and_its_parts_follow_one_another() -> None:
    points = [Point("KZ", "a", 3), Point("KZ", "b", 1), Point("UZ", "a", 1), Point("UZ", "a", 1)]
    drawn = draw_bars(points, "others")
    assert [(bar.label, bar.total) for bar in drawn.bars] == [("KZ", 4), ("UZ", 2)]
    assert [(part.start, part.length) for part in drawn.bars[0].parts] == [(0, 75), (75, 25)]
    assert [(part.start, part.length) for part in drawn.bars[1].parts] == [(0, 50)]
    assert drawn.series == [(SHADES, "a"), (SHADES - 1, "b")]


def test_bars_beyond_the_first_are_counted_and_small_series_are_others() -> None:
    points = [Point(f"c{n}", f"s{n % 8}", 40 - n) for n in range(40)]
    drawn = draw_bars(points, "others")
    assert (len(drawn.bars), drawn.all) == (15, 40)
    assert len(drawn.series) == SHADES
    assert drawn.series[-1] == (1, "others")
    assert drawn.bars[0].total == 40  # nothing is lost in the others
    assert sum(part.number for bar in drawn.bars for part in bar.parts) == sum(range(26, 41))


def test_years_without_anything_have_their_place() -> None:
    drawn = draw_years([Point("2012", "", 1), Point("2015", "", 2)], "others")
    assert [(bar.label, bar.total) for bar in drawn.bars] == [
        ("2012", 1),
        ("2013", 0),
        ("2014", 0),
        ("2015", 2),
    ]


@pytest.mark.parametrize("number", [0, 0.0])
def test_bars_of_nothing_are_drawn_as_nothing(number: float) -> None:
    (bar,) = draw_bars([Point("KZ", "", number)], "others").bars
    assert (bar.total, bar.parts) == (0, [])


def test_a_grid_is_darkest_where_it_has_most() -> None:
    drawn = draw_grid({("tin", "trade"): 1, ("lithium", "mining"): 10, ("lithium", "trade"): 5})
    assert drawn.heads == ["trade", "mining"]
    (first, cells), (last, others) = drawn.rows
    assert (first, [cell.shade for cell in cells]) == ("lithium", [3, SHADES])
    assert (last, [cell.shade for cell in others]) == ("tin", [1, 0])


def test_members_with_most_ties_stand_first_and_the_strongest_arc_is_on_top() -> None:
    ties = [Tie("JP", "US", 8), Tie("AU", "US", 6), Tie("US", "UZ", 2)]
    drawn = draw_arcs(ties)
    assert drawn.members[0] == ("US", 3)
    assert (drawn.arcs[-1].tie, drawn.arcs[-1].shade) == (ties[0], SHADES)
    assert drawn.arcs[-1].path.startswith("M0 15")
    assert drawn.arcs[-1].path.endswith("0 5")
    many = draw_arcs([Tie("A", f"B{n}", n) for n in range(1, 101)])
    assert (len(many.arcs), many.all) == (80, 100)


def test_points_stand_by_their_days_and_above_one_another() -> None:
    days = [dt.date(2023, 9, 19), dt.date(2025, 11, 6), dt.date(2025, 11, 6)]
    drawn = draw_strip([Happening(day, "event", str(day)) for day in days], write)
    (line,) = drawn.lines
    assert [dot.level for dot in line.dots] == [0, 0, 1]
    assert line.height == 2
    assert 0 < line.dots[0].across < line.dots[1].across < 100
    assert [tick.words for tick in drawn.ticks] == [
        "2023-07",
        "2024-01",
        "2024-07",
        "2025-01",
        "2025-07",
    ]


@pytest.mark.parametrize(
    ("first", "last", "ticks"),
    [
        ("2011-10-01", "2026-02-04", ["2010", "2015", "2020", "2025"]),
        ("2025-11-06", "2025-11-06", ["2025-11"]),
        ("0001-01-01", "2199-12-31", ["0001", "0500", "1000", "1500", "2000"]),
    ],
)
def test_a_scale_has_a_few_round_marks(first: str, last: str, ticks: list[str]) -> None:
    days = [dt.date.fromisoformat(day) for day in (first, last)]
    drawn = draw_strip([Happening(day, "", "") for day in days], write)
    assert [tick.words for tick in drawn.ticks] == ticks
    assert all(0 <= dot.across <= 100 for line in drawn.lines for dot in line.dots)
