"""Results of reports as text: JSON and Markdown, a row at a time."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from tracker.reports.result import ResultRow


def as_json(
    columns: Sequence[str], rows: Iterable[ResultRow], about: Callable[[], dict[str, object]]
) -> Iterator[str]:
    """Write one object: the rows, each an object, and then what ``about`` says once they are.

    What it has as iterators is written an item at a time, as the rows are.
    """
    yield '{"rows": '
    yield from _json_list(dict(zip(columns, row, strict=True)) for row in rows)
    for name, value in about().items():
        yield f",\n{_json(name)}: "
        if isinstance(value, Iterator):
            yield from _json_list(value)
        else:
            yield _json(value)
    yield "}\n"


def _json_list(items: Iterable[object]) -> Iterator[str]:
    yield "["
    separator = "\n  "
    for item in items:
        yield separator + _json(item)
        separator = ",\n  "
    yield "\n]"


def as_markdown(columns: Sequence[str], rows: Iterable[ResultRow]) -> Iterator[str]:
    """Write a table of Markdown."""
    yield _line(columns)
    yield _line(["---"] * len(columns))
    for row in rows:
        yield _line([plain(value) for value in row])


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
