"""The keyboard alone reaches whatever a page offers, and one sees where it is."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from tests.support.browsing import Open, enter, open_still
from tests.support.pages import ADMINISTRATOR, VISITOR
from tracker.db.engine import Database
from tracker.domain.permissions import Role

_WATCH = (Path(__file__).parents[1] / "support" / "tabbing.js").read_text(encoding="utf-8")


def test_tab_reaches_everything_in_order_and_shows_where_it_is(open_page: Open) -> None:
    assert _walk(open_page("/en/"), VISITOR) == {}


def test_tab_reaches_everything_that_an_administrator_sees(
    open_page: Open, site_database: Database
) -> None:
    page = open_page("/en/")
    enter(page, site_database, "tabbing", Role.ADMINISTRATOR)
    assert _walk(page, ADMINISTRATOR) == {}


def test_the_first_key_skips_to_the_content(open_page: Open) -> None:
    page = open_page("/en/agreements/1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#main :focus")).to_be_in_viewport()


def _walk(page: Page, addresses: Iterable[str]) -> dict[str, list[Any]]:
    """Return what is wrong with going through pages by Tab, by address."""
    found = {address: _tab_through(page, f"/en{address}") for address in addresses}
    return {address: wrong for address, wrong in found.items() if wrong}


def _tab_through(page: Page, address: str) -> list[Any]:
    """Press Tab until everything is reached or nothing more is; return what is wrong with that."""
    open_still(page, address)
    page.evaluate(_WATCH)
    left, before = page.evaluate("tabbed.count()"), None
    while left and left != before:
        for _ in range(left):
            page.keyboard.press("Tab")
        left, before = page.evaluate("tabbed.count()"), left
    return list(page.evaluate("tabbed.wrong()"))


def test_a_quotation_opens_with_the_focus_and_closes_with_escape(open_page: Open) -> None:
    page = open_page("/en/agreements/1", width=390)
    mark = page.get_by_role("link", name="Source 1, quoted").first
    mark.focus()
    quotation = page.get_by_role("tooltip")
    expect(quotation).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(quotation).to_be_hidden()
    expect(mark).to_be_focused()


def test_the_menu_of_a_person_closes_with_escape(open_page: Open, site_database: Database) -> None:
    page = open_page("/en/")
    enter(page, site_database, "menu", Role.READER)
    name = page.locator("summary", has_text="menu")
    name.press("Enter")
    account = page.get_by_role("link", name="My account")
    account.focus()
    page.keyboard.press("Escape")
    expect(account).to_be_hidden()
    expect(name).to_be_focused()
