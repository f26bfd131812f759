"""A result's cells as CSV has them, in SQL: PostgreSQL writes a million rows faster than Python.

No text can run as a formula in a spreadsheet, truth is true or false, lists and moments are written
as in JSON, and what else there is as PostgreSQL writes it.
"""

from collections.abc import Mapping, Sequence

from psycopg.sql import Identifier

from tracker.domain.spreadsheets import FORMULA_SIGNS, INVISIBLE, begins_formula
from tracker.reports.result import Column

_AS_THEY_ARE = {"int2", "int4", "int8", "float4", "float8", "numeric", "date"}
_AS_IN_JSON = {"timestamp", "timestamptz", "time", "timetz"}

_SIGNS = ", ".join(f"chr({ord(each)})" for each in FORMULA_SIGNS)
_UNSEEN = " || ".join(f"chr({ord(each)})" for each in INVISIBLE)

_CITED = """
    LEFT JOIN LATERAL (
        SELECT string_agg(each.address, ' | ' ORDER BY each.first) AS addresses
        FROM (
            SELECT coalesce(c.url, c.publisher) AS address, min(c.citation_id) AS first
            FROM {schema}.citations AS c
            WHERE {owned}
            GROUP BY 1
        ) AS each
    ) AS cited ON true
"""


def csv_query(
    answer: str,
    columns: Sequence[Column],
    names: Sequence[str],
    keys: Mapping[str, int],
    schema: str,
) -> str:
    """Return the query whose rows COPY writes.

    ``answer`` is a query in brackets; ``names`` are those of its columns, and one more for the
    addresses of the sources where ``keys`` says in which columns the keys of records stand.
    """
    cells = [_cell(f"answer.c{place}", column.type) for place, column in enumerate(columns)]
    source = f"{answer} AS answer ({', '.join(f'c{place}' for place in range(len(columns)))})"
    if keys:
        owned = " OR ".join(f"c.{name} = answer.c{place}" for name, place in keys.items())
        source += _CITED.format(schema=schema, owned=owned)
        cells.append(_inert("cited.addresses"))
    named = (f"{cell} AS {_header(name)}" for cell, name in zip(cells, names, strict=True))
    return " ".join(("SELECT", ", ".join(named), "FROM", source))


def _cell(column: str, type_: str) -> str:
    kind = type_.partition("(")[0]
    if kind in _AS_THEY_ARE:
        return column
    if kind == "bool":
        return f"{column}::text"
    if kind in _AS_IN_JSON:
        return f"to_json({column}) #>> '{{}}'"
    return _inert(f"to_json({column})::text" if kind.endswith("[]") else f"{column}::text")


def _inert(text: str) -> str:
    """Return SQL for a text before which an apostrophe stands where it would be a formula."""
    # Comparisons of bytes, which most texts end at, cost half of a regular expression.
    may = f'({text} COLLATE "C" < \'A\' OR {text} COLLATE "C" > chr(127))'
    starts = f"left(ltrim({text}, {_UNSEEN}), 1) IN ({_SIGNS})"
    return f"CASE WHEN {may} AND {starts} THEN '''' || {text} ELSE {text} END"


def _header(name: str) -> str:
    safe = f"'{name}" if begins_formula(name) else name
    return Identifier(safe).as_string()
