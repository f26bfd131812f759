"""Folders for the databases of a test run, in memory where the system lends some."""

import fcntl
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_MEMORY = Path("/dev/shm")  # noqa: S108 - shared memory, which Linux mounts as a file system
_DISK = Path("/tmp")  # noqa: S108 - paths of sockets must be short
_ENOUGH = 8 * 2**30  # bytes; a container may have only 64 MB there


def make_folder(prefix: str) -> Path:
    """Make a folder with a short path, which other accounts may pass through but not list."""
    memory = _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free >= _ENOUGH
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=_MEMORY if memory else _DISK)).resolve()
    folder.chmod(0o711)
    return folder


def copy_folder(source: Path, target: Path) -> None:
    """Copy a folder, owners included."""
    subprocess.run(["cp", "-a", source, target], check=True)  # noqa: S607 - wherever it is


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let one process at a time do what a file stands for."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
