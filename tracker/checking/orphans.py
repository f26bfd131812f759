"""Rules that find rows which nothing refers to."""

from tracker.checking.rule import Rule, warning
from tracker.models import Base
from tracker.models.record_tables import EVIDENCE_TABLES

_EVIDENCE = tuple(EVIDENCE_TABLES.values())


def _unreferenced(table: str, own: tuple[str, ...] = ()) -> Rule:
    """Rows at which no row points, apart from the evidence for them and their ``own`` parts."""
    uses = [
        f"NOT EXISTS (SELECT FROM {other.name} AS x WHERE x.{key.parent.name} = t.id)"
        for other in Base.metadata.sorted_tables
        for key in sorted(other.foreign_keys, key=lambda key: key.parent.name)
        if key.column is Base.metadata.tables[table].c.id and other.name not in (*own, *_EVIDENCE)
    ]
    return warning(
        f"Each {table} is referred to",
        f"SELECT '{table}:' || t.id, 'nothing refers to it'"  # noqa: S608 - our tables' names
        f" FROM {table} AS t WHERE {' AND '.join(uses)} ORDER BY t.id",
    )


RULES = (
    warning(
        "Each quotation is cited",
        """
        SELECT 'document:' || p.document_id, left(p.exact, 60)
        FROM passage AS p
        WHERE NOT EXISTS (
            SELECT FROM citation AS c WHERE c.document_id = p.document_id AND c.passage_id = p.id)
        ORDER BY p.document_id, p.id
        """,
    ),
    warning(
        "Each document is cited",
        """
        SELECT 'document:' || d.id, 'nothing cites it'
        FROM document AS d
        WHERE NOT EXISTS (SELECT FROM citation AS c WHERE c.document_id = d.id)
        ORDER BY d.id
        """,
    ),
    _unreferenced("official", own=("official_name", "tenure")),
    _unreferenced("post"),
    _unreferenced("organization"),
)
