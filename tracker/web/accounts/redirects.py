"""Where to go after signing in: always to a page of ours."""

from urllib.parse import urlsplit

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

_CONTROLS = {*map(chr, range(33)), "\x7f", "\\"}


def own_path(wanted: str | None) -> str | None:
    """Return a path of this site, as a form or an address gives it; None for anything else.

    A browser takes `//host`, a backslash for a slash, and control characters for other sites.
    """
    if not wanted or not wanted.startswith("/") or wanted.startswith("//"):
        return None
    if _CONTROLS & set(wanted):
        return None
    parts = urlsplit(wanted)
    return None if parts.scheme or parts.netloc else wanted


def go_on(wanted: str | None) -> ResponseReturnValue:
    """Go to a path of this site in the language of the page, or to the first page."""
    path = own_path(wanted)
    return redirect(f"{request.script_root}{path}" if path else url_for("home.index"))
