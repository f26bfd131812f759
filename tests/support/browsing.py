"""What tests do in a browser: serve a site, open its pages, sign in, fill a form."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Literal, Protocol, TypeAlias
from weakref import WeakKeyDictionary

from flask import Flask
from playwright.sync_api import Locator, Page, Request, expect
from werkzeug.serving import make_server

from tests.support.people import PASSWORD, add
from tracker.db.engine import Database
from tracker.domain.permissions import Role

_RUNNING: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()
_AGAIN = 10  # milliseconds until one looks again whether a request has ended
_DRAWN = """() => new Promise(done => {
  const look = () => document.querySelector(
    ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added"
  ) ? requestAnimationFrame(look) : done();
  requestAnimationFrame(() => requestAnimationFrame(look));
})"""

Scheme: TypeAlias = Literal["light", "dark"]


class Open(Protocol):
    """Opens an address of the site in a window of its own."""

    def __call__(
        self,
        address: str,
        *,
        scheme: Scheme = "light",
        width: int = 1280,
        scripts: bool = True,
    ) -> Page: ...


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve a site; lend its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://localhost:{server.port}"  # passkeys need a name
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def enter(page: Page, database: Database, name: str, role: Role) -> None:
    """Sign somebody in who has not been before, by keyboard alone."""
    page.goto(f"/en/sign-in/link/{add(database, name, role)}")
    page.get_by_label("New password", exact=True).focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/$"))
    page.wait_for_load_state()  # keys pressed before the scripts are there do nothing


def follow_requests(page: Page) -> None:
    """Note from now on which requests of a page are under way."""
    running = _RUNNING.setdefault(page, set())
    page.on("request", lambda request: running.add(request))  # noqa: PLW0108 - Playwright marks what hears of it
    page.on("requestfinished", lambda request: running.discard(request))  # noqa: PLW0108 - as above
    page.on("requestfailed", lambda request: running.discard(request))  # noqa: PLW0108 - as above


def open_still(page: Page, address: str) -> None:
    """Open a page, and wait until what comes a moment later is there too."""
    page.goto(address)
    be_still(page)


def be_still(page: Page) -> None:
    """Wait until no request of a page is under way, and what they brought is in its place.

    A page asks for what comes later while it loads; so there is nothing to wait for where nothing
    is under way when it has loaded.
    """
    page.wait_for_load_state()
    page.evaluate(_DRAWN)
    while _RUNNING[page]:
        page.wait_for_timeout(_AGAIN)
        page.evaluate(_DRAWN)


def sign_in(page: Page, token: str) -> None:
    page.goto(f"/en/sign-in/link/{token}")
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password", exact=True).press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/$"))


def field_of(page: Page, name: str) -> Locator:
    """Return the field of the form that has a name."""
    return page.locator(f'#record-form [name="{name}"]:not([type="hidden"])')


def press(page: Page, words: str, place: int = 0) -> None:
    """Press a button of the page."""
    page.get_by_role("button", name=words, exact=True).nth(place).click()
