"""Signing in as people do it, by keyboard, and its pages as axe sees them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_accessibility import LANGUAGES, violations
from tests.functional.people import PASSWORD, add
from tracker.db.engine import Database
from tracker.domain.permissions import Role

PAGES = (
    "/",
    "/account",
    "/account/password",
    "/account/second-factor",
    "/account/second-factor/remove",
    "/people",
    "/people/add",
    "/people/1",
    "/agreements/3",  # with what one may do in its review
)


def _enter(page: Page, token: str) -> None:
    """Open a one-time link and choose a password, by keyboard alone."""
    page.goto(f"/en/sign-in/link/{token}")
    page.get_by_label("New password", exact=True).focus()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/en/$"))


@pytest.mark.parametrize("scripts", [True, False])
def test_in_by_a_link_out_and_in_again(
    open_page: Open, site_database: Database, *, scripts: bool
) -> None:
    name = f"keyboard{scripts}".lower()
    token = add(site_database, name, Role.EDITOR)
    page = open_page("/en/agreements", scripts=scripts)
    _enter(page, token)

    page.locator("summary", has_text=name).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Sign out").press("Enter")
    # A key is lost that is pressed before the next page is painted; a click waits for that.
    page.get_by_role("link", name="Sign in").click()

    expect(page.get_by_label("E-mail address")).to_be_focused()
    page.keyboard.type(f"{name}@example.org")
    page.keyboard.press("Tab")
    page.keyboard.type("a wrong password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("is not right")
    expect(page.get_by_label("E-mail address")).to_have_value(f"{name}@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("summary", has_text=name)).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(open_page: Open, site_database: Database, language: str) -> None:
    token = add(site_database, f"axe-{language}", Role.ADMINISTRATOR)
    page = open_page("/")
    before = ("/sign-in", f"/sign-in/link/{token}", "/sign-in/link/x")
    found = {address: violations(page, f"/{language}{address}") for address in before}
    _enter(page, token)
    found |= {address: violations(page, f"/{language}{address}") for address in PAGES}
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
