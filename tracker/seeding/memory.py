"""What the seeds wrote before, so that people's edits can be told from their values."""

from dataclasses import dataclass

from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.orm import Session

from tracker.models import SeedRow
from tracker.seeding.comparing import Values

PrimaryKey = int | str


@dataclass(frozen=True)
class Known:
    """A row that the seeds wrote, with the values they last gave it."""

    primary_key: PrimaryKey
    content: Values


class Memory:
    """The table ``seed_row``: read whole at first, written at the end."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known = {
            key: Known(int(row_key) if row_key.isdecimal() else row_key, content)
            for key, row_key, content in session.execute(
                select(SeedRow.key, SeedRow.row_key, SeedRow.content)
            )
        }
        self._new: list[dict[str, object]] = []
        self._changed: list[dict[str, object]] = []

    def __contains__(self, key: str) -> bool:
        return key in self._known

    def __getitem__(self, key: str) -> Known:
        return self._known[key]

    def keys(self) -> set[str]:
        """Return the keys of all rows that the seeds ever wrote."""
        return set(self._known)

    def add(self, key: str, table: Table, primary_key: PrimaryKey, content: Values) -> None:
        """Remember a row that was added."""
        self._known[key] = Known(primary_key, content)
        self._new.append(
            {
                "key": key,
                "table_name": table.name,
                "row_key": str(primary_key),
                "content": content,
            }
        )

    def change(self, key: str, content: Values) -> None:
        """Remember other values of a row."""
        if content != self._known[key].content:
            self._changed.append({"of_key": key, "content": content})

    def write(self) -> None:
        """Write what is new."""
        if self._new:
            self._session.execute(insert(SeedRow), self._new)
        if self._changed:
            self._session.connection().execute(
                update(SeedRow).where(SeedRow.key == bindparam("of_key")), self._changed
            )
