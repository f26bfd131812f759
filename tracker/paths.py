"""Folders of data that the package needs: its own, and those beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _data_folder(name: str) -> Path:
    """Return the copy packed into the wheel or, in a checkout, the folder at the top level."""
    packed = _PACKAGE / "data" / name
    return packed if packed.is_dir() else _PACKAGE.parent / name


BUILT = _PACKAGE / "web" / "static" / "build"
TRANSLATIONS = _PACKAGE / "translations"
MIGRATIONS = _data_folder("migrations")
SEEDS = _data_folder("seeds")
