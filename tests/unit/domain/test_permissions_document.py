"""docs/accounts.md repeats the table of permissions, and has it right."""

from pathlib import Path

from tracker.domain.permissions import PERMISSIONS, Role, Verb, visitor_verbs

DOCUMENT = Path(__file__).parents[3] / "docs" / "accounts.md"


def _expected() -> list[list[str]]:
    """Return the table as the code has it."""
    closed, open_ = visitor_verbs(public_read=False), visitor_verbs(public_read=True)
    rows = [["", "visitor", *Role]]
    for verb in Verb:
        visitor = "yes" if verb in closed else "where open" if verb in open_ else ""
        rows.append([verb, visitor, *("yes" if verb in PERMISSIONS[role] else "" for role in Role)])
    return rows


def test_the_document_has_the_table() -> None:
    lines = [line for line in DOCUMENT.read_text().splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]
    assert [row for row in cells if row[0] != "---"] == _expected()
