"""What keeps the site safe: limits, cookies, and what answers tell the browser to allow."""

import datetime as dt
from typing import Any

from flask import Flask, Response, request
from werkzeug.exceptions import UnsupportedMediaType
from werkzeug.middleware.proxy_fix import ProxyFix

from tracker.config import Settings
from tracker.web.site.hosts import known_hosts

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)

_FORMS = {"", "application/x-www-form-urlencoded", "multipart/form-data"}
_WITHOUT_BODY = {"GET", "HEAD", "OPTIONS"}

LARGEST_BODY = 4 * 1024 * 1024
"""How many bytes one request may send: a whole agreement with its evidence is a tenth of it."""


def configuration(settings: Settings) -> dict[str, Any]:
    """Return what Flask and the libraries around it are to know."""
    return {
        "PUBLIC_READ": settings.open_to_readers,
        "SITE_URL": settings.site_url,
        "BEHIND_PROXY": settings.believes_proxy,
        "KNOWN_HOSTS": known_hosts(settings),
        "MAX_CONTENT_LENGTH": LARGEST_BODY,
        "MAX_FORM_MEMORY_SIZE": LARGEST_BODY,
        "MAX_FORM_PARTS": 10_000,
        "SESSION_COOKIE_NAME": "tracker",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": bool(settings.site_url and settings.site_url[:5] == "https"),
        "PERMANENT_SESSION_LIFETIME": dt.timedelta(days=7),
        "WTF_CSRF_TIME_LIMIT": None,  # a form may stay open as long as the session
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SINGLE_HASH": {"argon2"},  # argon2 salts by itself
        "SECURITY_CLI_USERS_NAME": False,
        "SECURITY_CLI_ROLES_NAME": False,
    }


def init_app(app: Flask) -> None:
    """Send the headers with every answer; believe the proxy before us, where there is one."""
    if app.config["BEHIND_PROXY"]:
        app.wsgi_app = ProxyFix(app.wsgi_app)  # type: ignore[method-assign]
    app.before_request(_read_form)
    app.after_request(_add_headers)


def _read_form() -> None:
    """Read what is sent before anything else does: too much of it is then refused as such.

    What is no form is refused too: the libraries around us would read JSON, however deep.
    """
    if request.method not in _WITHOUT_BODY and request.mimetype not in _FORMS:
        raise UnsupportedMediaType
    _ = request.form


def _add_headers(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = _POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.vary.add("Accept-Language")
    return response
