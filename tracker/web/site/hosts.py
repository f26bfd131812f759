"""Which hosts the site answers as: links that it makes must never lead elsewhere."""

import socket
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug.exceptions import BadRequest
from werkzeug.sansio.utils import host_is_trusted

from tracker.config import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
_ANY = {"0.0.0.0", "::", ""}  # noqa: S104 (recognized, not bound)
_UNKNOWN = "tracker.unknown_host"


class UnknownHost(BadRequest):
    """A request that says it was meant for a host which this site is not."""


def known_hosts(settings: Settings) -> tuple[str, ...]:
    """Return the names of the site, without ports: those of its settings, and this machine's own.

    Where it is bound to all addresses of the machine, the machine's name is one of them.
    """
    given = urlsplit(settings.site_url or "").hostname
    bound = socket.gethostname() if settings.host in _ANY else settings.host
    return (*([given] if given else []), *_THIS_MACHINE, bound.lower())


def init_app(app: Flask) -> None:
    """Answer in our own name, and tell whoever asks for another."""
    app.wsgi_app = _KnownHosts(app.wsgi_app, app.config["KNOWN_HOSTS"])  # type: ignore[method-assign]
    app.before_request(_refuse_unknown)


class _KnownHosts:
    """WSGI middleware: put the first name in place of one that is not ours.

    Every link on the page that refuses the request, and whatever parses the host, then has a name
    that is well-formed and ours.
    """

    def __init__(self, application: "WSGIApplication", hosts: tuple[str, ...]) -> None:
        """Wrap an application."""
        self._application = application
        self._hosts = hosts

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        if not _is_known(environ.get("HTTP_HOST", ""), self._hosts):
            environ["HTTP_HOST"] = self._hosts[0]
            environ[_UNKNOWN] = True
        return self._application(environ, start_response)


def _is_known(host: str, hosts: tuple[str, ...]) -> bool:
    # Werkzeug looks at the signs alone here: among names it would find no address of IPv6.
    return host_is_trusted(host) and urlsplit(f"//{host}").hostname in hosts


def _refuse_unknown() -> None:
    if _UNKNOWN in request.environ:
        raise UnknownHost
