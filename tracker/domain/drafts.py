"""A record as plain data, while somebody edits it: the draft.

A draft is a dictionary of field values, and of lists of its parts by name. A part is a draft of
its own with a key under ``KEY``: the row's key as text, or what a form made up for a new one.
"""

from collections.abc import Iterator
from typing import Any, TypeAlias

Draft: TypeAlias = dict[str, Any]

KEY = "key"
CITATIONS = "citations"
MISSING = "missing"
KEPT = "kept"
"""What a past row had that nobody types: it comes back with the row."""
EVIDENCE = (CITATIONS, MISSING)
"""The parts that hold a row's evidence: what sources say, and why values are not there."""
EVIDENCE_FIELDS = {
    CITATIONS: (
        "field",
        "document_id",
        "quote",
        "stance",
        "stated_value",
        "note_en",
        "note_fr",
        "chosen_reason",
    ),
    MISSING: ("field", "reason", "note_en", "note_fr"),
}
"""What is said in each of them."""


def parts_of(draft: Draft) -> Iterator[tuple[str, list[Draft]]]:
    """Yield the lists of parts by name."""
    for name, value in draft.items():
        if isinstance(value, list):
            yield name, value


def by_key(rows: list[Draft]) -> dict[str, Draft]:
    """Return parts by their keys, in their order."""
    return {str(row[KEY]): row for row in rows}


def content(draft: Draft) -> Draft:
    """Return what a draft says, without the keys of its rows and what nobody typed."""
    return {
        name: [content(row) for row in value] if isinstance(value, list) else value
        for name, value in draft.items()
        if name not in (KEY, KEPT)
    }
