"""docs/performance.md: figures between markers, written anew; prose around them, left alone."""

import datetime as dt
import os
import platform
import re
from pathlib import Path

import psutil

from tests.bench.export import Export
from tests.bench.exports import File
from tests.bench.growth import Grown
from tests.bench.history import Compared
from tests.bench.pages import Result

_COMPARED = (
    *("times bare query + bare page", "times a bare page"),
    *("ms", "bare page, ms", "bare query, ms"),
)
_ASKED = ("queries", "in the database, ms", "its longest query")

FILE = Path(__file__).parents[2] / "docs" / "performance.md"


def write(block: str, text: str) -> None:
    """Put text between the markers of a block; at the end of the file where there is none yet."""
    begin, end = f"<!-- measured: {block} -->", f"<!-- end: {block} -->"
    page = FILE.read_text(encoding="utf-8") if FILE.exists() else "# Performance\n"
    whole = f"{begin}\n{text.strip()}\n{end}"
    found = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if found.search(page):
        page = found.sub(lambda _: whole, page)
    else:
        page = f"{page.rstrip()}\n\n{whole}\n"
    FILE.write_text(page, encoding="utf-8")


def starts(first: float, second: float) -> str:
    """Return the table of starts."""
    return (
        f"{machine()}\n\n"
        "| from `make run` to the first page, everything installed | seconds |\n|---|---|\n"
        f"| first start: the database is made, migrated and seeded | {first:.1f} |\n"
        f"| second start | {second:.1f} |\n"
    )


def size(agreements: int, compared: list[Result], alone: list[Result], export: Export) -> str:
    """Return the tables of one size."""
    return "\n".join(
        (
            f"### {agreements:,} agreements",
            "",
            machine(),
            "",
            _row("page", *_COMPARED, *_ASKED),
            "|---|--:|--:|--:|--:|--:|--:|--:|---|",
            *(_compared(result) for result in compared),
            "",
            *_export(export),
            "",
            _row("other page", "ms", *_ASKED),
            "|---|--:|--:|--:|---|",
            *(_alone(result) for result in alone),
        )
    )


def history(agreements: int, compared: list[Compared]) -> str:
    """Return the table of what the past costs."""
    lines = (
        f"{agreements:,} agreements with ten changes each. {machine()}",
        "",
        _row("what", "times", "as of a date, or with history, ms", "live, or without, ms"),
        "|---|--:|--:|--:|",
        *(_row(c.name, f"{c.ratio:.1f}", _ms(c.past), _ms(c.present)) for c in compared),
    )
    return "\n".join(lines)


def exports(copy: float, files: list[File]) -> str:
    """Return the table of a million rows as files."""
    lines = (
        machine(),
        "",
        _row("1,000,000 rows as", "times `\\copy`", "s", "MB", "memory grew by, MB"),
        "|---|--:|--:|--:|--:|",
        _row("`\\copy`", "1.0", f"{copy:.1f}", "", ""),
        *(
            _row(
                f"{file.kind.upper()}, with sources" if file.cited else file.kind.upper(),
                f"{file.seconds / copy:.1f}",
                f"{file.seconds:.1f}",
                f"{file.size / 1e6:.0f}",
                f"{file.growth / 1e6:.1f}",
            )
            for file in files
        ),
    )
    return "\n".join(lines)


def growth(sizes: list[int], grown: list[Grown]) -> str:
    """Return the table of how pages grow with the number of agreements."""
    lines = (
        machine(),
        "",
        _row("page", *(f"{size:,}, ms" for size in sizes), "growth"),
        "|---|" + "--:|" * (len(sizes) + 1),
        *(_row(g.name, *(_ms(each) for each in g.seconds), f"{g.times:.2f} times") for g in grown),
    )
    return "\n".join(lines)


def machine() -> str:
    """Say when and on what was measured."""
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{dt.datetime.now(tz=dt.UTC):%Y-%m-%d}, {_processor()}, {os.cpu_count()} cores,"
        f" {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}."
    )


def _processor() -> str:
    """Return the processor's name where the system tells it."""
    information = Path("/proc/cpuinfo")
    if information.exists():
        named = re.search(r"model name\s*:\s*(.+)", information.read_text())
        if named:
            return named[1]
    return platform.processor() or platform.machine()


def _compared(result: Result) -> str:
    return _row(
        result.name,
        f"{result.to_target:.1f}",
        f"{result.ratio:.1f}",
        _ms(result.page),
        _ms(result.bare),
        _ms(result.query),
        result.queries,
        _ms(result.in_database),
        _short(result.slowest),
    )


def _alone(result: Result) -> str:
    return _row(
        result.name,
        _ms(result.page),
        result.queries,
        _ms(result.in_database),
        _short(result.slowest),
    )


def _export(export: Export) -> list[str]:
    return [
        "| CSV of all agreements | times `\\copy` | s | `\\copy`, s | MB | memory grew by, MB |",
        "|---|--:|--:|--:|--:|--:|",
        _row(
            "`/agreements.csv`",
            f"{export.seconds / export.copy:.1f}",
            f"{export.seconds:.1f}",
            f"{export.copy:.1f}",
            f"{export.size / 1e6:.0f}",
            f"{export.growth / 1e6:.1f}",
        ),
    ]


def _row(*cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def _ms(seconds: float | None) -> str:
    return "" if seconds is None else f"{seconds * 1000:.1f}"


def _short(statement: str) -> str:
    """Return how a statement goes on after FROM, which tells statements apart best."""
    words = " ".join(statement.split())
    start = words.find(" FROM ")
    return f"`{words[max(start, 0) :].strip()[:50]}…`".replace("|", "\\|")
