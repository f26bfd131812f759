"""Reports of a million rows as files: how fast beside psql's \\copy, and in how much memory.

As a program, ``python -m tests.bench.exports csv agreement_id`` prints how long one file takes, how
large it is and how much memory it takes: in a process of its own, so that nothing else is in it.
"""

import datetime as dt
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from psutil import Process

from tests.bench.databases import opened
from tests.bench.timing import seconds
from tracker.cli.frame import say
from tracker.db.embedded.server import PROGRAMS
from tracker.db.engine import Database
from tracker.db.roles import Login
from tracker.exports.reports import FORMATS, Asker
from tracker.reports.catalogue import read_report
from tracker.reports.ready import Question, answer
from tracker.reports.runner import Runner
from tracker.reports.sources import LIMITS

AGREEMENTS = 100_000  # of the database; each stands in the answer ten times
_TIMES = 3
_SAMPLE = 100  # pieces between two looks at the memory
_SQL = """
SELECT a.agreement_id AS {key}, a.reference, a.title_en, a.title_fr, a.form, a.status, a.signed_on,
    a.signed_on_precision
FROM agreements AS a, generate_series(1, 10) AS n
"""
_HEAD = "/*\ntheme: partners\n{}\n*/\n".format(
    "\n".join(f"{part}_{code}: x" for part in ("title", "description") for code in ("en", "fr"))
)
_FILES = (
    *(("csv", "x"), ("csv", "agreement_id")),
    *(("json", "agreement_id"), ("md", "agreement_id"), ("xlsx", "x"), ("xlsx", "agreement_id")),
)


@dataclass(frozen=True)
class File:
    """Seconds, bytes of a file and bytes of memory; whether its rows name their sources."""

    kind: str
    cited: bool
    seconds: float
    size: int
    growth: int


def measure() -> tuple[float, list[File]]:
    """Return the seconds of psql's \\copy of the same rows, and each file."""
    with opened(AGREEMENTS) as database:
        copies, files = [], []
        for kind, key in _FILES:
            say(f"{kind} of a million rows, by {key} …")
            times = _TIMES if kind == "csv" else 1
            taken = []
            for _ in range(times):
                copies.append(seconds(lambda: _copy(database)))
                taken.append(_file(kind, key))
            files.append(sorted(taken, key=lambda file: file.seconds)[times // 2])
        return median(copies), files


def _copy(database: Database) -> None:
    url = database.urls[Login.READER].set(drivername="postgresql")
    sql = " ".join(_SQL.format(key="x").split())
    with tempfile.NamedTemporaryFile() as file:
        command = f"\\copy ({sql}) TO '{file.name}' (FORMAT csv, HEADER)"
        address = url.render_as_string(hide_password=False)
        program = [str(PROGRAMS / "psql"), "--no-psqlrc", "--quiet", address, "--command", command]
        environment = os.environ | {"PGOPTIONS": "-c search_path=report"}
        subprocess.run(program, env=environment, check=True)


def _file(kind: str, key: str) -> File:
    program = [sys.executable, "-m", "tests.bench.exports", kind, key]
    told = json.loads(subprocess.run(program, check=True, capture_output=True, text=True).stdout)
    return File(kind, key != "x", told["seconds"], told["size"], told["growth"])


def _pieces(database: Database, kind: str, key: str) -> Iterator[bytes]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "01_measured.sql"
        file.write_text(_HEAD + _SQL.format(key=key))
        question = Question(read_report(file), {})
        asker = Asker("bench", dt.datetime.now(dt.UTC))
        with answer(Runner(database.connect_reader), question, LIMITS) as found:
            yield from FORMATS[kind].write(found, asker)


def main() -> None:
    """Write one file to nowhere, and print what it took."""
    process = Process()
    size = 0
    with opened(AGREEMENTS) as database, tempfile.TemporaryFile() as file:
        before = peak = process.memory_info().rss

        def write() -> None:
            nonlocal size, peak
            for number, piece in enumerate(_pieces(database, sys.argv[1], sys.argv[2])):
                size += file.write(piece)
                if number % _SAMPLE == 0:
                    peak = max(peak, process.memory_info().rss)

        taken = seconds(write)
    print(json.dumps({"seconds": taken, "size": size, "growth": peak - before}))  # noqa: T201


if __name__ == "__main__":
    main()
