"""Results of reports as text: CSV, JSON and Markdown, a row at a time."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

Row = Sequence[Any]
_PIECE = 64 * 1024  # characters written at a time
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Write CSV with a header; no text can run as a formula in a spreadsheet."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_CELLS.get(type(value), _same)(value) for value in row])
        if buffer.tell() > _PIECE:
            yield _taken(buffer)
    yield _taken(buffer)


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
        yield _line([_plain(value) for value in row])


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _same(value: object) -> object:
    return value


def _plain(value: object) -> str:
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
    return _plain(value)


_CELLS: dict[type, Callable[[Any], object]] = {
    str: _inert,
    bool: _plain,
    dt.datetime: _plain,
    list: _plain,
    dict: _plain,
}
"""How values are written that CSV's writer would not write as we do; by type, for speed."""
