"""axe finds nothing on any kind of page, in either language, scheme and width."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from passlib.totp import TOTP
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, enter, open_still
from tests.browser.pages import ADMINISTRATOR, VISITOR, kinds, kinds_seen
from tests.functional.people import PASSWORD, add
from tracker.db.engine import Database
from tracker.domain.permissions import Role

AXE = Path(__file__).parents[2] / "ui" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]

LANGUAGES = ("en", "fr")
WIDTHS = (1280, 390)


def test_every_kind_of_page_is_looked_at(site_app: Flask) -> None:
    assert kinds(site_app) == set(kinds_seen(site_app))


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(open_page: Open, language: str) -> None:
    assert _walk(open_page("/"), language, VISITOR) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_where_one_signs_in(
    open_page: Open, site_database: Database, language: str
) -> None:
    page = open_page("/")
    link = f"/sign-in/link/{add(site_database, f'link-{language}', Role.READER)}"
    assert _walk(page, language, [link]) == {}
    enter(page, site_database, f"axe-{language}", Role.ADMINISTRATOR)
    assert _walk(page, language, ADMINISTRATOR) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_where_a_second_factor_is_asked_for(
    open_page: Open, site_database: Database, language: str
) -> None:
    page, name = open_page("/"), f"factor-{language}"
    enter(page, site_database, name, Role.READER)
    page.goto(f"/{language}/account/second-factor")
    key = page.locator("main code").inner_text()
    page.locator("#code").fill(TOTP(key).generate().token)
    page.locator("#current").fill(PASSWORD)
    page.locator("#current").press("Enter")
    expect(page.locator(".codes")).to_be_visible()
    assert violations_here(page) == []

    page.context.clear_cookies()
    page.goto(f"/{language}/sign-in")
    page.locator("#email").fill(f"{name}@example.org")
    page.locator("#password").fill("wrong")
    page.locator("#password").press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations_here(page) == []
    page.locator("#password").fill(PASSWORD)
    page.locator("#password").press("Enter")
    expect(page).to_have_url(re.compile("/sign-in/code"))
    assert violations_here(page) == []


def _walk(page: Page, language: str, addresses: Iterable[str]) -> dict[str, list[Any]]:
    """Return what is wrong on some pages, by address."""
    found = {address: violations(page, f"/{language}{address}") for address in addresses}
    return {address: wrong for address, wrong in found.items() if wrong}


def violations(page: Page, address: str) -> list[Any]:
    """Return what axe finds on a page in both widths and schemes, and where it is too wide."""
    page.emulate_media(color_scheme="light")
    open_still(page, address)
    return violations_here(page, idle=False)


def violations_here(page: Page, *, idle: bool = True) -> list[Any]:
    """Return what axe finds on the page that is shown, once it is still."""
    if idle:  # not where it is still already, or waits for an answer
        page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[Any] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("scrollTo(0, document.body.scrollHeight)")  # where no bar covers anything
        page.emulate_media(color_scheme="light")
        found += [(width, "light", *wrong) for wrong in _run(page, TAGS)]
        page.emulate_media(color_scheme="dark")  # which changes colours alone
        found += [(width, "dark", *wrong) for wrong in _run(page, COLOURS)]
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            found.append((width, "wider than the window", needed))
    return found


def _run(page: Page, rules: list[str]) -> list[tuple[str, list[str]]]:
    """Return what axe finds by its rules: the rule, and the elements that break it."""
    result = page.evaluate(
        "rules => axe.run({ runOnly: rules, resultTypes: ['violations'], preload: false })", rules
    )
    return [
        (wrong["id"], [node["html"] for node in wrong["nodes"]]) for wrong in result["violations"]
    ]
