"""Folders for the databases of a test run, in memory where the system lends some."""

import shutil
import tempfile
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
