"""The data dictionary: what each report view and column means, as the database says it."""

from dataclasses import dataclass

from tracker.reports.runner import Limits, Runner

_LIMITS = Limits(seconds=10)

_COLUMNS = """
    SELECT
        c.relname,
        obj_description(c.oid, 'pg_class'),
        a.attname,
        format_type(a.atttypid, a.atttypmod),
        col_description(c.oid, a.attnum)
    FROM pg_class AS c
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'report'::regnamespace AND c.relkind = 'v'
    ORDER BY c.relname, a.attnum
"""


@dataclass(frozen=True)
class ColumnEntry:
    """A column of a view."""

    name: str
    type: str
    meaning: str


@dataclass
class ViewEntry:
    """A report view: what one row of it is, and its columns."""

    name: str
    meaning: str
    columns: list[ColumnEntry]


def get_dictionary(runner: Runner) -> list[ViewEntry]:
    """Return every view that a report can ask, by name."""
    views: dict[str, ViewEntry] = {}
    with runner.run(_COLUMNS, limits=_LIMITS) as result:
        for view, meaning, *column in result:
            entry = views.setdefault(view, ViewEntry(view, meaning, []))
            entry.columns.append(ColumnEntry(*column))
    return list(views.values())
