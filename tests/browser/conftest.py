"""The site as a browser sees it: a real server on the seeded database, and Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)
from pydantic import SecretStr

from tests.support.browsing import Open, Scheme, follow_requests, served
from tests.support.cluster import Cluster
from tracker.app import create_app
from tracker.config import Settings
from tracker.db.engine import Database

# Without a window, if the system has that: it takes half the time, and shows pages alike.
_CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-gpu-compositing",  # which without such a processor takes a fifth more time
    "--font-render-hinting=none",  # letters as wide without a window as in one
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)

expect.set_options(timeout=20_000)  # milliseconds: that a machine is busy is no mistake of a page
_REFUSED = ("422 (UNPROCESSABLE ENTITY)", "503 (SERVICE UNAVAILABLE)")


@pytest.fixture(scope="session")
def site_database(cluster: Cluster, seeded_template: str) -> Iterator[Database]:
    """The database of the site, with all seeds."""
    with cluster.copy(seeded_template) as database:
        yield database


@pytest.fixture(scope="session")
def site_app(site_database: Database) -> Flask:
    """The site with all seeds."""
    return create_app(site_database, Settings(secret_key=SecretStr("for tests alone " * 3)))


@pytest.fixture(scope="session")
def site(site_app: Flask) -> Iterator[str]:
    """The address of the site with all seeds."""
    with served(site_app) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    found = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    assert found, (
        "The browser tests need Chromium. On Debian: apt-get install chromium-headless-shell"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Open]:
    """Opens pages; what goes wrong in one, or asks another host for anything, fails the test."""
    complaints: list[str] = []
    with ExitStack() as opened:

        def open_(
            address: str, *, scheme: Scheme = "light", width: int = 1280, scripts: bool = True
        ) -> Page:
            context = browser.new_context(
                base_url=site,
                color_scheme=scheme,
                viewport={"width": width, "height": 900},
                java_script_enabled=scripts,
                locale="en",
            )
            opened.callback(context.close)
            page = context.new_page()
            follow_requests(page)
            _watch(page, site, complaints)
            page.goto(address)
            return page

        yield open_
    assert complaints == []


def _watch(page: Page, site: str, complaints: list[str]) -> None:
    def request(request: Request) -> None:
        if urlsplit(request.url).netloc != urlsplit(site).netloc:
            complaints.append(f"asks for {request.url}")

    def console(message: ConsoleMessage) -> None:
        # A page that says it is not there is no mistake of the page; nor is a form that is refused.
        refused = any(each in message.text for each in _REFUSED)
        if message.location["url"] != page.url and not refused:
            complaints.append(f"console: {message.text}")

    page.on("request", request)  # not by a route, which would do without the browser's cache
    page.on("console", console)
    page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
