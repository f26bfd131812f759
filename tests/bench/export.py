"""The CSV of all agreements: how fast beside psql's \\copy, and in how much memory.

As a program, ``python -m tests.bench.export 10000`` prints how much its own memory grows while it
streams the CSV of that database: in a process of its own, so that nothing else is in the figure.
"""

import json
import os
import subprocess
import sys
from collections import deque
from dataclasses import dataclass

from psutil import Process

from tests.bench.databases import opened
from tests.bench.site import Site
from tests.bench.timing import medians
from tracker.db.embedded.server import PROGRAMS

ADDRESS = "/agreements.csv"
_SAMPLE = 100  # pieces between two looks at the memory
_BEST = """
SELECT a.id, a.reference, a.title_en, a.title_fr, a.form, f.label_en, f.label_fr, a.status,
    left(a.signed_on::text, CASE a.signed_on_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7
        ELSE 10 END),
    left(a.dated_on::text, CASE a.dated_on_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7
        ELSE 10 END),
    p.codes, p.parties_en, p.parties_fr
FROM agreement AS a
JOIN agreement_form AS f ON f.code = a.form
LEFT JOIN (
    SELECT p.agreement_id,
        string_agg(coalesce(c.code, o.acronym, o.name_en), '; ' ORDER BY p.position, p.id) AS codes,
        string_agg(coalesce(c.name_en, o.name_en), '; ' ORDER BY p.position, p.id) AS parties_en,
        string_agg(coalesce(c.name_fr, o.name_fr), '; ' ORDER BY p.position, p.id) AS parties_fr
    FROM agreement_party AS p
    LEFT JOIN country AS c ON c.code = p.country_code
    LEFT JOIN organization AS o ON o.id = p.organization_id
    GROUP BY p.agreement_id
) AS p ON p.agreement_id = a.id
ORDER BY a.dated_on DESC NULLS LAST, a.id DESC
"""


@dataclass(frozen=True)
class Export:
    """Seconds of the export and of psql's \\copy; bytes of it, and by which memory grew at most."""

    seconds: float
    copy: float
    size: int
    growth: int


def measure(site: Site, agreements: int, conninfo: str) -> Export:
    """Measure the export of a database."""
    environment = os.environ | {"PGOPTIONS": "-c search_path=public"}
    command = f"\\copy ({' '.join(_BEST.split())}) TO '/dev/null' (FORMAT csv, HEADER)"
    psql = [str(PROGRAMS / "psql"), "--no-psqlrc", "--quiet", conninfo, "--command", command]
    taken, copy = medians(
        lambda: deque(site.pieces(ADDRESS), maxlen=0),
        lambda: subprocess.run(psql, env=environment, check=True),
    )
    program = [sys.executable, "-m", "tests.bench.export", str(agreements)]
    grown = subprocess.run(program, check=True, capture_output=True, text=True)
    told = json.loads(grown.stdout)
    return Export(taken, copy, told["size"], told["growth"])


def main() -> None:
    """Stream the CSV once, after a page that loads everything else."""
    with opened(int(sys.argv[1])) as database:
        site = Site(database)
        site.get("/agreements")
        process = Process()
        before = peak = process.memory_info().rss
        size = 0
        for number, piece in enumerate(site.pieces(ADDRESS)):
            size += len(piece)
            if number % _SAMPLE == 0:
                peak = max(peak, process.memory_info().rss)
        print(json.dumps({"size": size, "growth": peak - before}))  # noqa: T201 - what it is for


if __name__ == "__main__":
    main()
