"""Which language a page is in: the address says so (``/fr/…``, ``/en/…``), else the browser."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from babel import Locale, UnknownLocaleError
from flask import request

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LANGUAGES = {"en": "English", "fr": "Français"}
"""Each language by its code, in its own words."""

DEFAULT = "en"
_LANGUAGE = "tracker.language"
_ROOT = "tracker.root"


class LanguagePrefix:
    """WSGI middleware: move a leading ``/fr`` or ``/en`` from the path to the script's name.

    The application then sees the same paths in every language, and the addresses it builds keep
    the prefix by themselves.
    """

    def __init__(self, application: "WSGIApplication") -> None:
        """Wrap an application."""
        self._application = application

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        root = environ.get("SCRIPT_NAME", "")
        environ[_ROOT] = root
        first, slash, rest = environ.get("PATH_INFO", "").removeprefix("/").partition("/")
        if first in LANGUAGES:
            environ[_LANGUAGE] = first
            environ["SCRIPT_NAME"] = f"{root}/{first}"
            environ["PATH_INFO"] = f"{slash}{rest}" or "/"
        return self._application(environ, start_response)


def language() -> str:
    """Return the code of the language that this request is answered in."""
    environ: dict[str, Any] = request.environ
    chosen: str | None = environ.get(_LANGUAGE)
    if chosen is None:  # every text of the page asks
        chosen = request.accept_languages.best_match(LANGUAGES) or DEFAULT
        environ[_LANGUAGE] = chosen
    return chosen


def language_label(code: str) -> str:
    """Return the name of a language, given as BCP 47 has it, in the visitor's own."""
    try:
        return Locale.parse(code, sep="-").get_display_name(language()) or code
    except (UnknownLocaleError, ValueError):
        return code


def address_in(code: str) -> str:
    """Return the address of this page in another language; of a list, its first page.

    Where a page begins depends on the order, and text is ordered as each language has it.
    """
    given = request.args.items(multi=True)
    query = urlencode([(name, value) for name, value in given if name != "cursor"])
    return f"{site_root()}/{code}{request.path}{f'?{query}' if query else ''}"


def site_root() -> str:
    """Return where the site is mounted, without a language."""
    return str(request.environ.get(_ROOT, ""))
