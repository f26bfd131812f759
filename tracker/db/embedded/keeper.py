"""A process beside the web server that starts the embedded server again when it ends."""

import logging
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from tracker.db.embedded.server import EmbeddedServer

_LOOKS = 0.5  # seconds between two looks
_LONGEST_PAUSE = 60.0  # seconds between two starts that fail
_logger = logging.getLogger(__name__)


@contextmanager
def kept_running(server: EmbeddedServer) -> Iterator[None]:
    """Have a process of its own start the server whenever it is gone, until the block ends.

    It is a process and no thread, as web workers are forked from this one at any time.
    """
    parent = os.getpid()
    keeper = os.fork()
    if keeper == 0:
        try:
            _keep(server, parent)
        finally:
            os._exit(1)  # whatever went wrong: nothing else of the parent's is ours to do
    try:
        yield
    finally:
        if os.getpid() == parent:  # and not a forked web worker, which leaves the block too
            os.kill(keeper, signal.SIGTERM)
            with suppress(ChildProcessError):  # gunicorn may have taken note of its end
                os.waitpid(keeper, 0)


def _keep(server: EmbeddedServer, parent: int) -> None:
    """Look after the server for as long as the process that asks for it lives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, who then ends this one
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    pause = _LOOKS
    while os.getppid() == parent:
        well = server.is_running() or _starts(server)
        pause = _LOOKS if well else min(2 * pause, _LONGEST_PAUSE)
        time.sleep(pause)
        _forget_ended()


def _forget_ended() -> None:
    """Take note of servers that this process started and that have ended."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _starts(server: EmbeddedServer) -> bool:
    _logger.warning("PostgreSQL has ended; it is started again")
    try:
        server.start_again()
    except Exception as error:  # noqa: BLE001 (whatever it is, it is tried again)
        _logger.error("PostgreSQL does not start: %s", error)  # noqa: TRY400 (said in words)
        return False
    _logger.warning("PostgreSQL answers again")
    return True
