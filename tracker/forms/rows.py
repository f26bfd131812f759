"""Rows of a form that come, go and move, as what a browser has sent: the names of its fields.

A row's fields are named ``parties-0-country``; the rows of a part stand in the order of their
numbers. Rows within rows are named alike: ``parties-0-citations-1-quote``.
"""

import secrets
from collections.abc import Iterator

from werkzeug.datastructures import MultiDict

Fields = MultiDict[str, str]


def add_row(fields: Fields, part: str) -> str:
    """Add an empty row at the end of a part; return its name."""
    numbers = _numbers(fields, part)
    row = f"{part}-{max(numbers, default=-1) + 1}"
    fields[f"{row}-key"] = f"new-{secrets.token_hex(4)}"
    return row


def remove_row(fields: Fields, row: str) -> None:
    """Take a row out, with all within it."""
    for name in [name for name in fields if name.startswith(f"{row}-")]:
        fields.poplist(name)


def move_row(fields: Fields, row: str, by: int) -> str:
    """Change places with the row before (``by=-1``) or after; return the row's new name."""
    part, _, number = row.rpartition("-")
    numbers = _numbers(fields, part)
    if not number.isdecimal() or int(number) not in numbers:
        return row
    place = numbers.index(int(number)) + by
    if not 0 <= place < len(numbers):
        return row
    other = f"{part}-{numbers[place]}"
    taken = {name: fields.poplist(name) for name in list(fields) if _within(name, row, other)}
    for name, values in taken.items():
        here, there = (row, other) if name.startswith(f"{row}-") else (other, row)
        fields.setlist(there + name.removeprefix(here), values)
    return other


def _within(name: str, *rows: str) -> bool:
    return any(name.startswith(f"{row}-") for row in rows)


def _numbers(fields: Fields, part: str) -> list[int]:
    return sorted(set(_numbers_of(fields, f"{part}-")))


def _numbers_of(fields: Fields, start: str) -> Iterator[int]:
    for name in fields:
        number = name.removeprefix(start).partition("-")[0]
        if name.startswith(start) and number.isascii() and number.isdecimal():
            yield int(number)
