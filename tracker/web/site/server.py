"""The HTTP server: gunicorn, set up from our settings and not from its own files."""

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gunicorn.app.base import BaseApplication

from tracker.errors import TrackerError

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

    from tracker.config import Settings

_GRACE = 8  # seconds for requests under way at the end; containers are killed after ten


def bind(host: str, port: int) -> socket.socket:
    """Take an address, which does not answer yet; raise TrackerError if it cannot be had."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        taken = socket.socket(family, kind, protocol)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(address)
    except OSError as error:
        raise TrackerError(
            f"Cannot serve on {host} port {port}: {error.strerror or error}."
            " Choose another with --port or TRACKER_PORT, --host or TRACKER_HOST."
        ) from None
    return taken


def address(taken: socket.socket) -> str:
    """Return the web address of a socket."""
    return web_address(*taken.getsockname()[:2])


def web_address(host: str, port: int) -> str:
    """Return the web address of a host; this machine by its name, as passkeys need one."""
    if host == "127.0.0.1":
        host = "localhost"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(
    load: Callable[[], "WSGIApplication"],
    settings: "Settings",
    taken: socket.socket,
    ready: Callable[[], None],
) -> None:
    """Serve until told to stop, then raise SystemExit.

    ``load`` makes the application anew in each worker process, ``ready`` is called once when the
    address answers.
    """
    _Server(load, settings, taken, ready).run()


class _Server(BaseApplication):  # type: ignore[misc] # gunicorn ships no types
    """Gunicorn with its options handed in."""

    def __init__(
        self,
        load: Callable[[], "WSGIApplication"],
        settings: "Settings",
        taken: socket.socket,
        ready: Callable[[], None],
    ) -> None:
        self._load = load
        self._options: dict[str, Any] = {
            "bind": f"fd://{taken.detach()}",
            "worker_class": "gthread",
            "workers": settings.workers,
            "threads": settings.threads,
            "loglevel": settings.log_level,
            "graceful_timeout": _GRACE,
            "control_socket_disable": True,
            "when_ready": lambda _: ready(),
        }
        super().__init__()

    def load_config(self) -> None:
        """Take the options."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> "WSGIApplication":
        """Make the application."""
        return self._load()
