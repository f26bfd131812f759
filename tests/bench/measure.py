"""Measure starts and pages at the size of the seeds, and write docs/performance.md.

Pages are told as multiples of `/health`, one request with one trivial query, taken in the same
run: so that figures from two machines, or two days, can be compared.
"""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
REPETITIONS = 40
PAGES = [
    "/agreements",
    "/agreements?q=lithium&sort=signed",
    "/agreements.json",
    "/agreements/1",
    "/countries",
    "/countries/KZ",
    "/officials",
    "/minerals/lithium",
    "/sources",
]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
    return port


def seconds(address: str) -> float:
    """Return how long a page takes from the request to its last byte."""
    begun = time.perf_counter()
    with urlopen(address) as answer:  # noqa: S310 - our own address
        answer.read()
    return time.perf_counter() - begun


@contextmanager
def running(home: str) -> Iterator[tuple[str, float]]:
    """Run `make run` on a home; yield its address and the seconds until its first page."""
    port = free_port()
    environment = os.environ | {"TRACKER_HOME": home, "TRACKER_PORT": str(port)}
    address = f"http://127.0.0.1:{port}"
    begun = time.perf_counter()
    server = subprocess.Popen(
        ["make", "run"],  # noqa: S607 - found as the developer finds it
        cwd=ROOT,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        while not answers(address):
            if server.poll() is not None:
                raise SystemExit("make run ended by itself")
            time.sleep(0.01)
        yield address, time.perf_counter() - begun
    finally:
        os.killpg(server.pid, signal.SIGINT)
        server.wait()


def answers(address: str) -> bool:
    try:
        seconds(address)
    except URLError as error:
        if isinstance(error.reason, ConnectionRefusedError):
            return False
        raise
    return True


def pages(address: str) -> Iterator[str]:
    """Yield a row for each page: its time as a multiple of /health, and in milliseconds."""
    times = {page: [seconds(address + page) for _ in range(REPETITIONS)] for page in PAGES}
    unit = median(seconds(f"{address}/health") for _ in range(REPETITIONS))
    for page, taken in times.items():
        typical = median(taken)
        yield f"| `{page}` | {typical / unit:.1f} | {typical * 1000:.1f} |"


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        with running(home) as (_, first):
            pass
        with running(home) as (address, second):
            rows = "\n".join(pages(address))
    page = TEMPLATE.format(cores=os.cpu_count(), first=first, second=second, rows=rows)
    (ROOT / "docs" / "performance.md").write_text(page)


TEMPLATE = """\
# Performance

Written by `make bench`, at the size of the seeds, on a machine with {cores} cores.

| from `make run` to the first page, everything installed | seconds |
|---|---|
| first start: the database is made, migrated and seeded | {first:.1f} |
| second start | {second:.1f} |

The second start has to stay below 5 seconds.

A page's time is the median from request to last byte, as a multiple of `/health` (one request
with one trivial query) in the same run, and in milliseconds.

| page | `/health` times | ms |
|---|---|---|
{rows}
"""

if __name__ == "__main__":
    main()
