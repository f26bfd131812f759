"""The picture of a result, where its report declares one: which of its cells are drawn as what."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from babel.dates import format_skeleton
from flask_babel import get_locale, gettext, ngettext

from tracker.reports.catalogue import Chart
from tracker.reports.result import ResultRow
from tracker.web.reports.cells import ShownColumn, cell
from tracker.web.reports.charts.arcs import Arcs, Tie, draw_arcs
from tracker.web.reports.charts.bars import (
    Bars,
    Point,
    draw_bars,
    draw_years,
)
from tracker.web.reports.charts.grids import Grid, draw_grid
from tracker.web.reports.charts.strips import Happening, Strip, draw_strip


@dataclass(frozen=True)
class Picture:
    """A picture for the template of its kind, and what it shows."""

    kind: str
    drawn: Arcs | Bars | Grid | Strip
    caption: str
    note: str
    """What of the result it leaves out; empty where that is nothing."""


def draw(
    chart: Chart | None, columns: Sequence[ShownColumn], rows: Sequence[ResultRow]
) -> Picture | None:
    """Draw a result as its report declares; None where there is nothing to draw."""
    if chart is None:
        return None
    table = _Table({column.name: column for column in columns})
    drawable = [
        row for row in rows if table.value(row, chart.x) is not None or chart.kind == "grid"
    ]
    if not drawable:
        return None
    match chart.kind:
        case "grid":
            return _grid(chart, table, drawable)
        case "network":
            return _network(chart, table, drawable)
        case "timeline":
            return _timeline(chart, table, drawable, len(rows))
        case "bar" | "column":
            return _bars(chart, table, drawable, len(rows))


@dataclass(frozen=True)
class _Table:
    """The columns of a result by their names."""

    columns: dict[str, ShownColumn]

    def value(self, row: ResultRow, name: str) -> Any:  # noqa: ANN401 (whatever PostgreSQL has)
        """Return what stands in a column."""
        return row[self.columns[name].place]

    def words(self, row: ResultRow, name: str | None) -> str:
        """Return it as people read it."""
        return cell(row, self.columns[name]).words if name else ""

    def number(self, row: ResultRow, name: str | None) -> float:
        """Return a number; one, to count rows, where no column is named."""
        return float(self.value(row, name) or 0) if name else 1

    def heading(self, name: str) -> str:
        """Return what stands above a column."""
        return self.columns[name].title


def _bars(chart: Chart, table: _Table, rows: Sequence[ResultRow], count: int) -> Picture:
    points = list(_points(chart, table, rows))
    drawn = (draw_years if chart.kind == "column" else draw_bars)(points, str(gettext("Others")))
    measure = table.heading(chart.y) if isinstance(chart.y, str) else str(gettext("Agreements"))
    caption = gettext("%(what)s by %(which)s", what=measure, which=table.heading(chart.x).lower())
    note = ""
    if drawn.all > len(drawn.bars):
        note = gettext(
            "The first %(shown)s of %(all)s; the table has them all.",
            shown=len(drawn.bars),
            all=drawn.all,
        )
    elif count > len(rows):
        note = _without_date(count - len(rows))
    return Picture(chart.kind, drawn, str(caption), str(note))


def _points(chart: Chart, table: _Table, rows: Sequence[ResultRow]) -> Iterator[Point]:
    for row in rows:
        bar = table.words(row, chart.x)
        if isinstance(chart.y, list):
            for name in chart.y:
                yield Point(bar, table.heading(name), table.number(row, name))
        else:
            series = table.words(row, chart.series) or str(gettext("Not stated"))
            yield Point(bar, series, table.number(row, chart.y))


def _grid(chart: Chart, table: _Table, rows: Sequence[ResultRow]) -> Picture:
    across, down = chart.x, str(chart.y)
    none = str(gettext("None named"))
    numbers = {
        (table.words(row, down), table.words(row, across) or none): table.number(row, chart.size)
        for row in rows
    }
    caption = gettext(
        "%(what)s by %(which)s and %(other)s",
        what=table.heading(str(chart.size)),
        which=table.heading(down).lower(),
        other=table.heading(across).lower(),
    )
    return Picture(chart.kind, draw_grid(numbers), str(caption), "")


def _network(chart: Chart, table: _Table, rows: Sequence[ResultRow]) -> Picture:
    one, other = chart.x, str(chart.y)
    ties = [
        Tie(table.words(row, one), table.words(row, other), table.number(row, chart.size))
        for row in rows
    ]
    drawn = draw_arcs(ties)
    note = ""
    if drawn.all > len(drawn.arcs):
        note = gettext(
            "The %(shown)s strongest of %(all)s; the table has them all.",
            shown=len(drawn.arcs),
            all=drawn.all,
        )
    return Picture(
        chart.kind,
        drawn,
        str(gettext("Who is tied to whom; the darker the arc, the more they share")),
        str(note),
    )


def _timeline(chart: Chart, table: _Table, rows: Sequence[ResultRow], count: int) -> Picture:
    happenings = [
        Happening(
            day=_day(table.value(row, chart.x)),
            line=table.words(row, chart.series),
            words=f"{table.words(row, chart.x)} · {table.words(row, str(chart.y))}",
        )
        for row in rows
    ]
    note = _without_date(count - len(rows)) if count > len(rows) else ""
    caption = gettext("Each point is a row of the table")
    return Picture(chart.kind, draw_strip(happenings, _scale), str(caption), note)


def _day(value: dt.date) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


def _scale(day: dt.date, is_year: bool) -> str:  # noqa: FBT001 (a callback)
    return format_skeleton("y" if is_year else "yMMM", day, locale=get_locale())


def _without_date(number: int) -> str:
    return str(
        ngettext(
            "%(num)s has no date and is not drawn.",
            "%(num)s have no date and are not drawn.",
            number,
        )
    )
