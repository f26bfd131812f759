"""What is wrong with the seed files, said so that somebody can put it right."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.errors import TrackerError


@dataclass(frozen=True, order=True)
class SeedProblem:
    """One mistake: the file, the line counted from 1, the field as a path, and what is wrong."""

    file: str
    line: int
    field: str
    message: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}"
        return (
            f"{where}: {self.field}: {self.message}" if self.field else f"{where}: {self.message}"
        )


class SeedError(TrackerError):
    """The seeds cannot be loaded; ``problems`` says why, all of it at once."""

    def __init__(self, problems: Sequence[SeedProblem]) -> None:
        self.problems = sorted(set(problems))
        count = len(self.problems)
        summary = f"{count} mistake{'s' if count > 1 else ''} in the seeds; nothing was changed."
        super().__init__("\n".join([*map(str, self.problems), summary]))
