"""The hostile statements, and what holds for each."""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "hostile"
MARK = "--! "


@dataclass(frozen=True)
class Case:
    """A statement, and what becomes of it.

    ``refused``: an error; ``cancelled``: it ends itself; ``stopped``: its time ends it; ``cut``:
    its rows are cut off; ``runs``: it runs, and leaves nothing behind; ``hides``: it is refused, or
    tells no secret.
    """

    file: str
    outcome: str
    sql: str

    def __str__(self) -> str:
        return f"{self.file}: {' '.join(self.sql.split())[:70]}"


def cases() -> list[Case]:
    found = []
    for file in sorted(FOLDER.glob("*.sql")):
        for block in file.read_text().split(MARK)[1:]:
            outcome, sql = block.split("\n", 1)
            found.append(Case(file.stem, outcome, sql.rstrip("\n")))
    return found
