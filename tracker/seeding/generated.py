"""Seed files that a module makes: written anew, or compared with what it makes."""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path


def write_or_check(
    what: str, file: Path, make: Callable[[], str], arguments: Sequence[str] | None
) -> None:
    """Rewrite a file or, with ``--check``, end with an error unless it is current."""
    parser = argparse.ArgumentParser(description=f"Make {what}.")
    parser.add_argument("--check", action="store_true", help="compare only")
    if not parser.parse_args(arguments).check:
        file.write_text(make(), encoding="utf-8")
    elif not file.exists() or file.read_text(encoding="utf-8") != make():
        libraries = ", ".join(f"{name} {version(name)}" for name in ("pycountry", "babel"))
        sys.exit(f"{file.name} is not what {libraries} make: rewrite it with {parser.prog}")
