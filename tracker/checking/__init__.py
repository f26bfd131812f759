"""The check of the whole database: what should hold, and where it does not. It changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.orm import Session

from tracker.checking import (
    duplicates,
    orphans,
    quotations,
    records,
)
from tracker.checking.rule import Rule, Severity

__all__ = ["RULES", "Finding", "Rule", "RuleResult", "Severity", "check"]

RULES = (*quotations.RULES, *records.RULES, *orphans.RULES, *duplicates.RULES)

_NAMES = {
    "agreement": "reference",
    "event": "title_en",
    "organization": "name_en",
    "official": "name",
    "post": "title_en",
    "document": "coalesce(url, title)",
    "criticality_list": "name_en",
}
"""What people call a row, where its key is a number."""


@dataclass(frozen=True)
class Finding:
    """A record that breaks a rule, as ``table:key``, its name, and what is wrong."""

    record: str
    name: str
    detail: str


@dataclass(frozen=True)
class RuleResult:
    """A rule and where it is broken."""

    rule: Rule
    findings: tuple[Finding, ...]


def check(session: Session) -> Iterator[RuleResult]:
    """Try each rule on the database, in a transaction that cannot write."""
    session.execute(text("SET TRANSACTION READ ONLY"))
    for rule in RULES:
        found = session.execute(text(rule.sql)).all()
        names = _names(session, {record for record, _ in found})
        yield RuleResult(
            rule,
            tuple(Finding(record, names.get(record, ""), detail) for record, detail in found),
        )


def _names(session: Session, records: set[str]) -> dict[str, str]:
    """Look up what people call the records, one query a table."""
    names: dict[str, str] = {}
    for table, name in _NAMES.items():
        keys = [record.partition(":")[2] for record in records if record.startswith(f"{table}:")]
        if keys:
            query = text(f"SELECT id, {name} FROM {table} WHERE id = ANY (:keys)")  # noqa: S608 - our own names
            for key, called in session.execute(query, {"keys": [int(key) for key in keys]}):
                names[f"{table}:{key}"] = called
    return names
