"""What to do with one row: the files' values against the database's and those of the last run."""

from collections import defaultdict
from dataclasses import dataclass, field

from tracker.seeding.encoding import Encoded

Values = dict[str, Encoded]

_TOGETHER = {
    "sha256": "exact",
    "start_offset": "exact",
    "end_offset": "exact",
    "prefix": "exact",
    "suffix": "exact",
    "amount_bound": "amount",
    "amount_to": "amount",
    "currency": "amount",
    "chosen_at": "chosen",
    "chosen_by": "chosen",
    "chosen_reason": "chosen",
}
_PRECISIONS = ("_lower_precision", "_upper_precision", "_precision")


@dataclass(frozen=True)
class Comparison:
    """What to write, what to leave because a person edited it, and what to remember as ours."""

    changes: Values = field(default_factory=dict)
    kept: tuple[str, ...] = ()
    content: Values = field(default_factory=dict)


def compare(wanted: Values, written: Values, current: Values) -> Comparison:
    """Compare a row's columns; those that only make sense together are written or kept together.

    ``wanted`` is what the files say, ``written`` what the seeds last wrote, ``current`` what
    the database holds; a column that is not among the first two is empty.
    """
    changes: Values = {}
    kept: list[str] = []
    content: Values = {}
    for columns in _units({*wanted, *written}):
        new = {column: wanted.get(column) for column in columns}
        old = {column: written.get(column) for column in columns}
        now = {column: current[column] for column in columns}
        if now == new:
            content |= new
        elif now == old:
            content |= new
            changes |= {column: new[column] for column in columns if new[column] != now[column]}
        else:
            content |= old
            kept += [column for column in columns if now[column] != old[column]]
    content = {column: value for column, value in content.items() if value is not None}
    return Comparison(changes, tuple(kept), content)


def _units(columns: set[str]) -> list[list[str]]:
    units = defaultdict(list)
    for column in sorted(columns):
        units[_unit(column)].append(column)
    return list(units.values())


def _unit(column: str) -> str:
    for ending in _PRECISIONS:
        if column.endswith(ending):
            return column.removesuffix(ending)
    return _TOGETHER.get(column, column)
