"""axe finds nothing on any kind of page, in either language, scheme and width."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from flask import Flask
from passlib.totp import TOTP
from playwright.sync_api import Page, expect

from tests.support.axe import violations_here, violations_in_both_languages
from tests.support.browsing import Open, enter
from tests.support.pages import ADMINISTRATOR, VISITOR, kinds, kinds_seen
from tests.support.people import PASSWORD, add
from tests.support.seeded_site import LANGUAGES
from tracker.db.engine import Database
from tracker.domain.permissions import Role


def test_every_kind_of_page_is_looked_at(site_app: Flask) -> None:
    assert kinds(site_app) == set(kinds_seen(site_app))


@pytest.mark.parametrize("half", [0, 1])
def test_axe_finds_nothing(open_page: Open, half: int) -> None:
    assert _walk(open_page("/"), VISITOR[half::2]) == {}


def test_axe_finds_nothing_where_one_signs_in(open_page: Open, site_database: Database) -> None:
    link = f"/sign-in/link/{add(site_database, 'link', Role.READER)}"
    assert _walk(open_page("/"), [link]) == {}


@pytest.mark.parametrize("half", [0, 1])
def test_axe_finds_nothing_that_an_administrator_sees(
    open_page: Open, site_database: Database, half: int
) -> None:
    page = open_page("/")
    enter(page, site_database, f"axe-{half}", Role.ADMINISTRATOR)
    assert _walk(page, ADMINISTRATOR[half::2]) == {}


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


def _walk(page: Page, addresses: Iterable[str]) -> dict[str, list[Any]]:
    """Return what is wrong on some pages, by address."""
    found = {address: violations_in_both_languages(page, address) for address in addresses}
    return {address: wrong for address, wrong in found.items() if wrong}
