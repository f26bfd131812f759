"""Databases kept from one run of the tests to the next, while all that makes them stays the same.

They lie in the account's folder for caches, by a stamp of what makes them: the migrations, the
seeds, the layers that write to databases, and what of this folder fills them. Each run works on a
copy of its own.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from tests.support.cluster import Cluster, opened
from tests.support.processes import new_folder
from tests.support.scratch import copy_folder, locked
from tracker.db.embedded.server import VERSION

_ROOT = Path(__file__).parents[2]
_MAKES = (
    *("migrations", "seeds", "tracker"),
    *(f"tests/support/{name}.py" for name in ("cluster", "rows", "small_world", "synthetic")),
    "tests/support/templates.py",
)
# The layers in front, of which nothing is in a database.
_IN_FRONT = {"cli", "exports", "forms", "reports", "translations", "web"}
_MOST = 4  # of a name, from different days or branches


def lend(name: str, home: Path, fill: Callable[[Cluster], None]) -> None:
    """Put kept databases into a home that has none; make them, by ``fill``, where none are kept."""
    kept = user_cache_path("critical-minerals-tracker-tests") / name / _stamp()
    kept.parent.mkdir(parents=True, exist_ok=True)
    home.mkdir(exist_ok=True)
    home.chmod(0o711)
    with locked(_lock_of(kept)):
        if (home / "postgres").exists():
            return
        if not kept.exists():
            _keep(kept, fill)
        os.utime(kept)
        copy_folder(kept / "postgres", home / "postgres")
    _let_go(kept.parent)


def _keep(kept: Path, fill: Callable[[Cluster], None]) -> None:
    """Make databases in a server of their own, and keep its folder."""
    unfinished = kept.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir()
    with new_folder() as folder:
        with opened(folder / "home") as cluster:
            fill(cluster)
        copy_folder(folder / "home" / "postgres", unfinished / "postgres")
    subprocess.run(["sync", "--file-system", unfinished], check=True)  # noqa: S607 - the system's
    unfinished.rename(kept)


def _let_go(folder: Path) -> None:
    """Remove what was used the longest ago, or left unfinished, once nobody is at it."""
    with suppress(FileNotFoundError):  # another run does the same
        folders = filter(Path.is_dir, folder.iterdir())
        for old in sorted(folders, key=lambda path: path.stat().st_mtime)[:-_MOST]:
            with locked(_lock_of(old)):
                shutil.rmtree(old)


def _lock_of(kept: Path) -> Path:
    return kept.with_suffix(".lock")


def _stamp() -> str:
    """Return what tells whether databases are made of the same."""
    digest = sha256(VERSION.encode())
    for file in _files():
        digest.update(f"{file.relative_to(_ROOT)} {file.stat().st_size} ".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for path in map(_ROOT.joinpath, _MAKES):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            place = file.relative_to(_ROOT).parts
            in_front = place[0] == "tracker" and place[1] in _IN_FRONT
            if file.is_file() and file.suffix != ".pyc" and not in_front:
                yield file
