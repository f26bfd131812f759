"""What a rule of the check is."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad it is to break a rule."""

    DEFECT = "defect"
    WARNING = "warning"


@dataclass(frozen=True)
class Rule:
    """Something that should hold; ``sql`` finds where it does not.

    Its rows are the record concerned, as ``table:key``, and what is wrong with it.
    """

    title: str
    severity: Severity
    sql: str


def defect(title: str, sql: str) -> Rule:
    """Make a rule that must hold."""
    return Rule(title, Severity.DEFECT, sql)


def warning(title: str, sql: str) -> Rule:
    """Make a rule whose breach a person should look at."""
    return Rule(title, Severity.WARNING, sql)
