"""The folders of seeds: which files there are, what they hold, and whether they have changed."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from tracker import __version__
from tracker.seeding.csv_files import read_csv
from tracker.seeding.entries import Entry
from tracker.seeding.problems import SeedProblem
from tracker.seeding.yaml_files import read_yaml

SETS = ("reference", "article", "public_record")
"""The folders, in the order in which they build on one another."""

_READERS = {".yaml": read_yaml, ".csv": read_csv}


def read(root: Path) -> tuple[list[Entry], list[SeedProblem]]:
    """Read all folders under ``root``; what is no YAML or CSV comes back as problems."""
    entries: list[Entry] = []
    problems: list[SeedProblem] = []
    for seed_set, path in _files(root, SETS):
        name = f"{root.name}/{path.relative_to(root)}"
        found, wrong = _READERS[path.suffix](seed_set, name, path)
        entries += found
        problems += wrong
    return entries, problems


def digest(root: Path, seed_sets: tuple[str, ...]) -> str:
    """Return a SHA-256 over the files of some folders and the version of what loads them."""
    total = hashlib.sha256(__version__.encode())
    for _, path in _files(root, seed_sets):
        total.update(str(path.relative_to(root)).encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files(root: Path, seed_sets: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    for seed_set in SETS:
        if seed_set in seed_sets:
            for path in sorted((root / seed_set).iterdir()):
                if path.suffix in _READERS:
                    yield seed_set, path
