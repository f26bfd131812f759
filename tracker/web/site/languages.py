"""Which language a page is in: the address says so (``/fr/…``, ``/en/…``), else the browser."""

from collections.abc import Iterable
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from babel import Locale, UnknownLocaleError
from babel.support import NullTranslations, Translations
from flask import Flask, request
from flask_babel import Babel, Domain
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

from tracker.paths import TRANSLATIONS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

LANGUAGES = {"en": "English", "fr": "Français"}
"""Each language by its code, in its own words."""

DEFAULT = "en"


class _Asked(NamedTuple):
    """The language of a request, where the site is mounted, and that with the language."""

    language: str = DEFAULT
    site_root: str = ""
    root: str = ""


_NOTHING = _Asked()
_asked = ContextVar("asked", default=_NOTHING)
"""Every text and every link of a page looks here: ``flask.request`` would take much longer."""


class _Words(Domain):  # type: ignore[misc] # Flask-Babel has no types
    """Texts in the request's language, found at once: a page has hundreds."""

    def get_translations(self) -> NullTranslations:
        """Return the translations into the request's language."""
        return translations()


def init_app(app: Flask) -> None:
    """Have texts, dates and numbers be in the language of the request."""
    Babel(app, locale_selector=language).domain_instance = _Words()


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
        site_root = root = environ.get("SCRIPT_NAME", "")
        language, slash, rest = environ.get("PATH_INFO", "").removeprefix("/").partition("/")
        if language in LANGUAGES:
            root = f"{site_root}/{language}"
            environ["SCRIPT_NAME"] = root
            environ["PATH_INFO"] = f"{slash}{rest}" or "/"
        else:
            preferred = environ.get("HTTP_ACCEPT_LANGUAGE")
            accepted = parse_accept_header(preferred, LanguageAccept)
            language = accepted.best_match(LANGUAGES) or DEFAULT
        _asked.set(_Asked(language, site_root, root))
        return self._application(environ, start_response)


def language() -> str:
    """Return the code of the language that this request is answered in."""
    return _asked.get().language


def translations() -> NullTranslations:
    """Return the translations into this request's language."""
    return _translations_into(language())


@cache
def _translations_into(language: str) -> NullTranslations:
    return Translations.load(TRANSLATIONS, [language])


def root() -> str:
    """Return what the addresses of the site begin with in this request's language."""
    return _asked.get().root


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
    return _asked.get().site_root
