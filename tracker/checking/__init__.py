"""The check of the whole database: what should hold, and where it does not. It changes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import ARRAY, BigInteger, Select, any_, bindparam, func, select, text
from sqlalchemy.orm import Session

from tracker.checking import (
    duplicates,
    orphans,
    quotations,
    records,
)
from tracker.checking.rule import Rule, Severity
from tracker.models import Base
from tracker.queries.lookup.record_names import naming

__all__ = ["RULES", "Finding", "Rule", "RuleResult", "Severity", "check"]

RULES = (*quotations.RULES, *records.RULES, *orphans.RULES, *duplicates.RULES)

_KNOWN_BY = {"agreement": "reference", "document": "url"}
"""What a row is found by before what it is called, where that is better known."""


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
    """Look up what people call the records whose key is a number, one query a table."""
    keys: dict[str, list[str]] = {}
    for record in records:
        table, _, key = record.partition(":")
        keys.setdefault(table, []).append(key)
    names: dict[str, str] = {}
    for table, found in keys.items():
        if "id" in Base.metadata.tables[table].c:
            rows = session.execute(_called(table), {"keys": [int(key) for key in found]})
            names |= {f"{table}:{key}": name for key, name in rows}
    return names


def _called(table: str) -> Select[int, str]:
    """Select keys and names of some rows of a table."""
    called = naming(table)
    name = called.en
    if table in _KNOWN_BY:
        name = func.coalesce(Base.metadata.tables[table].c[_KNOWN_BY[table]], name)
    keys = bindparam("keys", type_=ARRAY(BigInteger))
    return select(called.key, name).where(called.key == any_(keys))
