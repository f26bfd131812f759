"""Entries into records: what the files hold against what the format allows, in plain words."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tracker.seeding.entries import Entry
from tracker.seeding.problems import SeedProblem
from tracker.seeding.schema import COLLECTIONS
from tracker.seeding.schema.records import Keyed

_WORDS = {
    "extra_forbidden": "there is no such field here; seeds/README.md lists them",
    "missing": "is missing",
    "string_too_short": "is empty; leave out what is unknown",
    "string_type": "is a text, not a list or a mapping",
    "tuple_type": "is a list: each item after a dash, or in [brackets]",
    "dict_type": "is a mapping: names, each with a colon and its content",
    "model_type": "is a mapping: names, each with a colon and its content",
    "too_short": "needs at least one",
    "int_parsing": "is a whole number",
    "decimal_parsing": "is a number such as 1500000 or 12.50",
    "bool_parsing": "is true or false",
}


def validate(entries: list[Entry]) -> tuple[list[tuple[Entry, Keyed]], list[SeedProblem]]:
    """Return the records that are as the format wants them, and what is wrong with the others."""
    records: list[tuple[Entry, Keyed]] = []
    problems: list[SeedProblem] = []
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        wrong = _misplaced(entry, seen)
        if not wrong:
            kind = COLLECTIONS[entry.collection]
            try:
                records.append((entry, kind.model_validate(entry.data)))
            except ValidationError as error:
                wrong = [
                    entry.problem(_words(detail), detail["loc"])
                    for detail in error.errors(include_url=False)
                ]
        problems += wrong
    return records, problems


def _misplaced(entry: Entry, seen: dict[tuple[str, str], Entry]) -> list[SeedProblem]:
    """Say what is wrong with an entry's collection and key."""
    if entry.collection not in COLLECTIONS:
        known = ", ".join(COLLECTIONS)
        message = f"is none of the collections: {known}"
        return [SeedProblem(entry.file, entry.line(), entry.collection, message)]
    pattern = COLLECTIONS[entry.collection].KEY
    if not pattern.fullmatch(entry.key):
        return [entry.problem(f"a key of {entry.collection} is written like {pattern.pattern}")]
    first = seen.setdefault((entry.collection, entry.key), entry)
    if first is not entry:
        return [entry.problem(f"this key stands already in {first.file}:{first.line()}")]
    return []


def _words(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "extra_forbidden" if " " in str(detail["loc"][-1]):
            return "there is no such field; a text with a comma, in {braces}, needs quotes"
        case "enum":
            return f"{detail['input']!r} is not one of {detail['ctx']['expected']}"
        case "string_pattern_mismatch":
            return f"{detail['input']!r} is not written like {detail['ctx']['pattern']}"
        case kind:
            return _WORDS.get(kind, detail["msg"].removeprefix("Value error, "))
