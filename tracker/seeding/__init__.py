"""Loading the data files of ``seeds/`` into the database, again and again, without harm.

What the files hold is checked before the database is touched. A row that the seeds wrote is known
by its key; what a person edited or deleted since stays as the person left it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from tracker.domain.vocabularies import Door
from tracker.models import SeedRun
from tracker.paths import SEEDS
from tracker.seeding.applying import Application
from tracker.seeding.consistency import inconsistencies
from tracker.seeding.problems import SeedError, SeedProblem
from tracker.seeding.reading import SETS, digest, read
from tracker.seeding.report import Counts, SeedReport
from tracker.seeding.rows import DesiredRow, rows_of
from tracker.seeding.schema import COLLECTIONS
from tracker.seeding.validating import validate
from tracker.services.audit import Author, begin_change

__all__ = [
    "SETS",
    "Counts",
    "SeedError",
    "SeedProblem",
    "SeedReport",
    "Seeds",
    "is_current",
    "load",
]


@dataclass(frozen=True)
class Seeds:
    """All seed files under a folder, read and found to be right."""

    root: Path
    rows: list[DesiredRow]

    @classmethod
    def read(cls, root: Path = SEEDS) -> "Seeds":
        """Read and check all files; raise `SeedError` with everything that is wrong."""
        entries, problems = read(root)
        records, invalid = validate(entries)
        rows = [row for entry, record in records for row in rows_of(entry, record)]
        valid = {id(entry) for entry, _ in records}
        unread = {
            f"{COLLECTIONS[entry.collection].TABLE.__tablename__}:{entry.key}"
            for entry in entries
            if id(entry) not in valid and entry.collection in COLLECTIONS
        }
        problems += [*invalid, *inconsistencies(rows, unread)]
        if problems:
            raise SeedError(problems)
        return cls(root, rows)

    def chosen(self, seed_sets: tuple[str, ...]) -> list[DesiredRow]:
        """Return the rows of some folders."""
        return [row for row in self.rows if row.entry.seed_set in seed_sets]


def load(
    session: Session,
    seeds: Seeds,
    seed_sets: tuple[str, ...] = SETS,
    advance: Callable[[int], None] = lambda _: None,
) -> SeedReport:
    """Bring the rows of some folders into the database; the caller commits, or rolls back.

    ``advance`` hears how many rows were dealt with. Raises `SeedError` where the database refuses.
    """
    begin_change(session, Author("tracker seed"), Door.SEED)
    every_key = {row.key for row in seeds.rows}
    report = Application(session, advance).run(seeds.chosen(seed_sets), every_key)
    report.sort(COLLECTIONS)
    session.execute(insert(SeedRun).values(digest=digest(seeds.root, seed_sets)))
    return report


def is_current(session: Session, seed_sets: tuple[str, ...] = SETS, root: Path = SEEDS) -> bool:
    """Tell whether the files are those of the last run."""
    last = select(SeedRun.digest).order_by(SeedRun.id.desc()).limit(1)
    return session.execute(last).scalar() == digest(root, seed_sets)
