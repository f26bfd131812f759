"""Signing in as people do it, by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Open, enter
from tests.support.people import PASSWORD
from tracker.db.engine import Database
from tracker.domain.permissions import Role


@pytest.mark.parametrize("scripts", [True, False])
def test_in_by_a_link_out_and_in_again(
    open_page: Open, site_database: Database, *, scripts: bool
) -> None:
    name = f"keyboard{scripts}".lower()
    page = open_page("/en/agreements", scripts=scripts)
    enter(page, site_database, name, Role.EDITOR)

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
