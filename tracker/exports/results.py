"""Results of reports as text: CSV, JSON and Markdown, a row at a time."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from typing import Any

Row = Sequence[Any]
_BATCH = 500  # rows written at a time
_QUOTE, _QUOTED = '"', '""'
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def _nothing() -> str:
    return ""


def as_csv(
    columns: Sequence[str], rows: Iterable[Row], notice: Callable[[], str] = _nothing
) -> Iterator[str]:
    """Write CSV with a header; no text can run as a formula in a spreadsheet.

    What ``notice`` says once the rows are given stands in a last row of one cell.
    """
    yield _csv_line(columns)
    given = iter(rows)
    while some := list(islice(given, _BATCH)):
        cells = [[_csv_cell(value) for value in column] for column in zip(*some, strict=True)]
        yield "\r\n".join(map(",".join, zip(*cells, strict=True))) + "\r\n"
    if said := notice():
        yield _csv_line([said])


def as_json(
    columns: Sequence[str], rows: Iterable[Row], about: Callable[[], dict[str, object]]
) -> Iterator[str]:
    """Write one object: the rows, each an object, and then what ``about`` says once they are."""
    yield '{"rows": ['
    separator = "\n  "
    for row in rows:
        yield separator + _json(dict(zip(columns, row, strict=True)))
        separator = ",\n  "
    yield "\n]"
    for name, value in about().items():
        yield f",\n{_json(name)}: {_json(value)}"
    yield "}\n"


def as_markdown(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Write a table of Markdown."""
    yield _line(columns)
    yield _line(["---"] * len(columns))
    for row in rows:
        yield _line([plain(value) for value in row])


def _csv_line(cells: Iterable[str]) -> str:
    return ",".join(map(_csv_cell, cells)) + "\r\n"


def _csv_cell(value: object) -> str:
    if value is None:
        return ""
    if type(value) is not str:
        text = plain(value)
        return f'"{text.replace(_QUOTE, _QUOTED)}"' if "," in text or _QUOTE in text else text
    if value < "A":  # as every start of a formula is
        value = _inert(value)
    # Four searches of a cell are faster than one regular expression, or the csv module.
    if "," in value or _QUOTE in value or "\n" in value or "\r" in value:
        return f'"{value.replace(_QUOTE, _QUOTED)}"'
    return value


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def plain(value: object) -> str:
    """Write a value as text that is the same wherever it stands."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case dt.date() | dt.time():
            return value.isoformat()
        case list() | dict():
            return _json(value)
        case _:
            return str(value)


def _line(cells: Iterable[str]) -> str:
    escaped = (
        " ".join(cell.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
        for cell in cells
    )
    return f"| {' | '.join(escaped)} |\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_as_json)


def _as_json(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    return plain(value)
