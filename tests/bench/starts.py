"""How long `make run` takes to the first page, as a developer types it."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.timing import seconds

ROOT = Path(__file__).parents[2]


def measure() -> tuple[float, float]:
    """Return the seconds of a first start, which makes and seeds the database, and of a second."""
    with tempfile.TemporaryDirectory() as home:
        return _start(home), _start(home)


def _start(home: str) -> float:
    """Run `make run` on a home until it answers; return how long that took."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {"TRACKER_HOME": home, "TRACKER_PORT": str(port)}
    environment.pop("TRACKER_DATABASE_URL", None)
    begun = time.perf_counter()
    server = subprocess.Popen(
        ["make", "run"],  # noqa: S607 - found as the developer finds it
        cwd=ROOT,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    try:
        while not _answers(f"http://127.0.0.1:{port}/"):
            if server.poll() is not None:
                raise SystemExit("make run ended by itself")
            time.sleep(0.01)
        return time.perf_counter() - begun
    finally:
        os.killpg(server.pid, signal.SIGINT)
        server.wait()


def _answers(address: str) -> bool:
    try:
        seconds(lambda: urlopen(address).read())  # noqa: S310 - our own address
    except URLError as error:
        if isinstance(error.reason, ConnectionRefusedError):
            return False
        raise
    return True
