"""The fonts that pages begin with, and how long a browser may keep fonts.

A font that comes after the first words are drawn is left for the next page, so that nothing moves.
Those that every page has words in are therefore named before the style sheet is read.
"""

from functools import cache
from http import HTTPStatus

from flask import Flask, Response, request

from tracker.paths import BUILT

_EVERYWHERE = "*-latin-[ow]*.woff2"  # Latin without the rarer letters, upright and italic
_SUFFIX = ".woff2"
_YEAR = 365 * 24 * 60 * 60


def init_app(app: Flask) -> None:
    """Let browsers keep fonts without asking again: a font's name changes with what is in it."""
    app.jinja_env.globals["first_fonts"] = first_fonts
    app.after_request(_keep)


@cache
def first_fonts() -> tuple[str, ...]:
    """Return the names of the fonts that every page has words in."""
    return tuple(sorted(path.name for path in BUILT.glob(_EVERYWHERE)))


def _keep(response: Response) -> Response:
    if request.path.endswith(_SUFFIX) and response.status_code == HTTPStatus.OK:
        response.cache_control.no_cache = None
        response.cache_control.max_age = _YEAR
        response.cache_control.immutable = True
    return response
