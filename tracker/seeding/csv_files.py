"""CSV seed files into entries: one collection a file, one record a row."""

import csv
from pathlib import Path

from tracker.seeding.entries import Entry
from tracker.seeding.problems import SeedProblem

KEYS = {
    "countries": ("code",),
    "country_names": ("country_code", "language", "text"),
    "state_names": ("country_code", "language", "text"),
    "minerals": ("code",),
    "mineral_names": ("mineral_code", "language", "text"),
    "mineral_hs": ("mineral_code", "hs6"),
    "criticality_listings": ("list_key", "mineral_code", "listed_as"),
}
"""The collections that may be kept as CSV, and the columns that name a row of each."""


def read_csv(seed_set: str, file: str, path: Path) -> tuple[list[Entry], list[SeedProblem]]:
    """Read one file; ``file`` is how messages call it."""
    collection = path.stem
    if collection not in KEYS:
        known = ", ".join(f"{name}.csv" for name in KEYS)
        return [], [SeedProblem(file, 1, "", f"no collection is kept so; there are {known}")]
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return _read_rows(csv.DictReader(stream, strict=True), seed_set, file, collection)
    except (UnicodeDecodeError, csv.Error) as error:
        return [], [SeedProblem(file, 1, "", f"this is not CSV in UTF-8: {error}")]


def _read_rows(
    rows: "csv.DictReader[str]", seed_set: str, file: str, collection: str
) -> tuple[list[Entry], list[SeedProblem]]:
    columns = rows.fieldnames or ()
    absent = [name for name in KEYS[collection] if name not in columns]
    if absent:
        return [], [SeedProblem(file, 1, absent[0], "this column is missing")]
    entries, problems = [], []
    for position, row in enumerate(rows):
        if None in row or None in row.values():
            problems.append(
                SeedProblem(
                    file, rows.line_num, "", f"a row has {len(columns)} cells, this one not"
                )
            )
            continue
        key = "/".join(row[name].strip() for name in KEYS[collection])
        data = _nested(row, dropped=KEYS[collection] if KEYS[collection] == ("code",) else ())
        entries.append(Entry(seed_set, file, collection, key, data, position, rows.line_num))
    return entries, problems


def _nested(row: dict[str, str], dropped: tuple[str, ...]) -> dict[str, object]:
    """Leave out empty cells and make ``name_en``, ``name_fr`` one value in two languages."""
    data: dict[str, object] = {}
    for name, cell in row.items():
        stem, _, language = name.rpartition("_")
        if not cell.strip() or name in dropped:
            continue
        if stem and language in {"en", "fr"}:
            both = data.setdefault(stem, {})
            if isinstance(both, dict):
                both[language] = cell
        else:
            data[name] = cell
    return data
