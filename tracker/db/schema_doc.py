"""Writes ``docs/schema.md`` from the database itself, so that the document cannot drift from it.

``python -m tracker.db.schema_doc`` migrates a database of its own on an embedded server and writes
the document; ``--check`` compares instead, and fails where it is not current.
"""

import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Row, text

from tracker.db.embedded.server import OWNER, EmbeddedServer
from tracker.db.engine import Database
from tracker.db.migrations import upgrade

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "schema.md"

CHAPTERS = {
    "Agreements": ("agreement", "commitment"),
    "Events": ("event", "statement"),
    "Who acts": ("country", "organization", "official", "other_name", "post", "tenure"),
    "What it is about": ("sector", "mineral", "criticality"),
    "Evidence": ("document", "passage", "citation", "missing_value"),
    "Accounts, reviews and reports": (
        "account",
        "credential",
        "passkey",
        "role",
        "sign_in",
        "review",
        "saved_report",
    ),
    "Vocabularies": ("action_kind", "event_kind", "value_chain_stage"),
    "Search": ("search_",),
    "Seeds": ("seed_",),
}
"""The chapters, and how the names of their tables begin."""

_VOCABULARIES = ("agreement_form", "organization_kind", "post_kind")

_TABLES = """
SELECT c.relname AS name, obj_description(c.oid, 'pg_class') AS comment
FROM pg_class AS c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND c.relname <> 'alembic_version'
ORDER BY c.relname
"""

_COLUMNS = """
SELECT
    a.attrelid::regclass::text AS table_name,
    a.attname AS name,
    format_type(a.atttypid, a.atttypmod) AS type,
    a.attnotnull AS required,
    a.attidentity <> '' OR a.attgenerated <> '' AS made,
    col_description(a.attrelid, a.attnum) AS comment
FROM pg_attribute AS a
JOIN pg_class AS c ON c.oid = a.attrelid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY c.relname, a.attnum
"""

_REFERENCES = """
SELECT
    c.conrelid::regclass::text AS table_name,
    a.attname AS name,
    c.confrelid::regclass::text AS target
FROM pg_constraint AS c
JOIN pg_attribute AS a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[array_upper(c.conkey, 1)]
WHERE c.connamespace = 'public'::regnamespace AND c.contype = 'f'
ORDER BY 1, c.conname
"""

_RULES = """
SELECT c.conrelid::regclass::text AS table_name, c.conname AS name,
    pg_get_constraintdef(c.oid, true) AS definition
FROM pg_constraint AS c
WHERE c.connamespace = 'public'::regnamespace AND c.contype IN ('c', 'u', 'x')
ORDER BY 1, 2
"""

_TRIGGERS = """
SELECT t.tgrelid::regclass::text AS table_name, t.tgname AS name, p.proname AS function
FROM pg_trigger AS t
JOIN pg_proc AS p ON p.oid = t.tgfoid
JOIN pg_class AS c ON c.oid = t.tgrelid
WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
    AND p.proname NOT IN ('keep_changes_in_order', 'keep_history')  -- told once for all tables
ORDER BY 1, 2
"""

_CHANGE = """
SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    a.attnotnull AS required, a.attidentity <> '' AS made,
    col_description(a.attrelid, a.attnum) AS comment
FROM pg_attribute AS a
WHERE a.attrelid = 'history.change'::regclass AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum
"""

_HISTORY = """
## History

Schema `history` keeps every version of every row. It has a table of the same name for each table
above except those of search and of seeds: the same columns, then `opened_by`, the change that made
the version, and `closed_by`, the change that ended it, null while the row stands so. Triggers of
each table (`keep_history_…`) write it, by whomever the row is written, and nothing else does;
`keep_changes_in_order` lets those who write wait for one another.

Schema `as_of` has a view for each of them: its rows as they stood at the moment that the setting
`tracker.as_of` says, or as they stand now where it says nothing.

### history.change

One transaction that changed rows.
"""


@dataclass(frozen=True)
class Schema:
    """What the catalogue says, by table."""

    tables: dict[str, str]
    columns: dict[str, list[Row[tuple[object, ...]]]]
    references: dict[str, list[Row[tuple[object, ...]]]]
    rules: dict[str, list[Row[tuple[object, ...]]]]
    triggers: dict[str, list[Row[tuple[object, ...]]]]
    change: list[Row[tuple[object, ...]]]

    @classmethod
    def of(cls, connection: Connection) -> "Schema":
        """Read the catalogue of a migrated database."""
        tables = {row.name: row.comment for row in connection.execute(text(_TABLES))}
        columns, references, rules, triggers = (
            _by_table(connection.execute(text(query)))
            for query in (_COLUMNS, _REFERENCES, _RULES, _TRIGGERS)
        )
        change = list(connection.execute(text(_CHANGE)))
        return cls(tables, columns, references, rules, triggers, change)


def render(schema: Schema) -> str:
    """Write the document."""
    return "\n".join(_document(schema)) + "\n"


def _document(schema: Schema) -> Iterator[str]:
    yield "# The schema"
    yield ""
    yield "Made from the database by `make schema`; do not edit. Every table and column says here"
    yield "what its COMMENT says in the database."
    for subject, tables in _chapters(schema).items():
        yield from ("", f"## {subject}", "")
        yield from _diagram(schema, tables)
        for table in tables:
            yield from _table(schema, table)
    yield from _HISTORY.splitlines()
    yield from _columns(schema.change, {})


def _chapters(schema: Schema) -> dict[str, list[str]]:
    chapters: dict[str, list[str]] = {subject: [] for subject in CHAPTERS}
    for table in schema.tables:
        chapters[_subject(table)].append(table)
    return chapters


def _subject(table: str) -> str:
    if table in _VOCABULARIES:
        return "Vocabularies"
    return next(subject for subject, begins in CHAPTERS.items() if table.startswith(begins))


def _diagram(schema: Schema, tables: list[str]) -> Iterator[str]:
    yield "```mermaid"
    yield "erDiagram"
    for table in tables:
        for target in dict.fromkeys(row.target for row in schema.references.get(table, ())):
            yield f"    {target} ||--o{{ {table} : has"
        if table not in schema.references:
            yield f"    {table}"
    yield "```"


def _table(schema: Schema, table: str) -> Iterator[str]:
    targets: dict[str, str] = {row.name: row.target for row in schema.references.get(table, ())}
    yield from ("", f"### {table}", "", f"{schema.tables[table]}.")
    yield from _columns(schema.columns[table], targets)
    if table in schema.rules:
        yield ""
        yield from (f"- `{rule.name}`: `{rule.definition}`" for rule in schema.rules[table])
    if table in schema.triggers:
        yield ""
        yield from (
            f"- trigger `{trigger.name}`: `guard.{trigger.function}`"
            for trigger in schema.triggers[table]
        )


def _columns(columns: list[Row[tuple[object, ...]]], targets: dict[str, str]) -> Iterator[str]:
    yield from ("", "| column | type | | meaning |", "|---|---|---|---|")
    for column in columns:
        kind = "made" if column.made else "required" if column.required else ""
        meaning = (
            f"{column.comment} → `{targets[column.name]}`"
            if column.name in targets
            else column.comment
        )
        yield f"| `{column.name}` | {column.type} | {kind} | {_cell(meaning)} |"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def _by_table(rows: Iterable[Row[tuple[object, ...]]]) -> dict[str, list[Row[tuple[object, ...]]]]:
    found: dict[str, list[Row[tuple[object, ...]]]] = {}
    for row in rows:
        found.setdefault(row.table_name, []).append(row)
    return found


def main(arguments: list[str]) -> int:
    """Write the document, or with ``--check`` tell whether it is current; 1 when it is not."""
    with tempfile.TemporaryDirectory(prefix="tracker-") as home:
        Path(home).chmod(0o711)
        with EmbeddedServer(Path(home) / "home", say=lambda _: None) as server:
            database = Database(server.url(OWNER))
            upgrade(database.owner, say=lambda _: None)
            with database.owner.connect() as connection:
                found = render(Schema.of(connection))
            database.close()
    if "--check" not in arguments:
        DOCUMENT.write_text(found, encoding="utf-8")
        return 0
    if DOCUMENT.read_text(encoding="utf-8") == found:
        return 0
    sys.stderr.write("docs/schema.md is not current: run `make schema`.\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
