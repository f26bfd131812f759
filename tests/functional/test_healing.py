"""The embedded server is started again when it ends while the site is up."""

import signal
from contextlib import closing
from functools import partial
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import psutil

from tests.support.processes import Site, connect, environment, postmaster, servers, wait_for


def test_a_server_that_is_killed_is_started_again(home: Path) -> None:
    with Site(environment(home)) as site:
        for _ in range(2):
            lost = postmaster(home)
            lost.kill()
            wait_for(partial(_is_gone, lost))
            assert _status(f"{site.address}/health") == 200
            wait_for(lambda: _status(f"{site.address}/ready") == 200)
            assert _status(f"{site.address}/en/countries") == 200
        with closing(connect(home)) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert site.end(signal.SIGTERM) == 0
    assert site.output.count("PostgreSQL has ended; it is started again") == 2
    assert servers(home) == []


def test_a_worker_that_ends_leaves_the_server_looked_after(home: Path) -> None:
    with Site(environment(home)) as site:
        wait_for(site.workers)
        worker = site.workers()[0]
        worker.terminate()
        wait_for(partial(_is_gone, worker))
        lost = postmaster(home)
        lost.kill()
        wait_for(partial(_is_gone, lost))
        wait_for(lambda: _status(f"{site.address}/ready") == 200)
        assert site.end(signal.SIGTERM) == 0


def test_who_looks_after_the_server_ends_with_the_site(home: Path) -> None:
    with Site(environment(home)) as site:
        keeper = min(site.children(), key=lambda child: child.create_time())
        server = postmaster(home)
        site.process.kill()
        site.process.wait()
        wait_for(partial(_is_gone, keeper))
        server.kill()
        wait_for(partial(_is_gone, server))
    assert servers(home) == []


def _is_gone(process: psutil.Process) -> bool:
    return not process.is_running()


def _status(address: str) -> int:
    try:
        with urlopen(address) as answer:  # noqa: S310 (ours)
            return int(answer.status)
    except HTTPError as error:
        return error.code
