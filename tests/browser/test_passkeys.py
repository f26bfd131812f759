"""Passkeys as people use them: Chromium's own, on a device that it pretends to have."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.axe import violations_here
from tests.support.browsing import Open, enter
from tests.support.people import PASSWORD
from tests.support.seeded_site import LANGUAGES
from tracker.db.engine import Database
from tracker.domain.permissions import Role


@pytest.fixture
def page(open_page: Open) -> Iterator[Page]:
    """A window on a device that keeps passkeys and knows its owner."""
    page = open_page("/en/sign-in")
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield page
    devices.detach()


def _leave(page: Page, name: str) -> None:
    page.locator("summary", has_text=name).click()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in").click()


def _add(page: Page, name: str) -> None:
    page.goto("/en/account")
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name").fill(name)
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Make the passkey").click()


def test_a_passkey_is_made_signs_in_and_is_removed(page: Page, site_database: Database) -> None:
    enter(page, site_database, "keyholder", Role.EDITOR)
    _add(page, "This laptop")
    expect(page.get_by_role("status")).to_contain_text("“This laptop” lets you in")
    for language in LANGUAGES:
        page.goto(f"/{language}/account")
        assert violations_here(page) == []
        page.locator("a[href*=remove]").click()
        assert violations_here(page) == []

    _add(page, "Once more")
    expect(page.get_by_role("alert")).to_contain_text("this device has one of yours already")
    assert violations_here(page) == []
    page.get_by_role("link", name="Cancel").click()

    _leave(page, "keyholder")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.locator("summary", has_text="keyholder")).to_be_visible()

    page.goto("/en/account")
    page.get_by_role("link", name="Remove the passkey “This laptop”").click()
    page.get_by_label("Present password").fill(PASSWORD)
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_role("status")).to_contain_text("lets nobody in any more")

    _leave(page, "keyholder")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("This passkey does not let you in.")


def test_who_has_no_passkey_is_told_and_signs_in_otherwise(page: Page) -> None:
    page.goto("/en/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("No passkey was used.")
    assert violations_here(page) == []


def test_at_a_number_the_way_to_the_name_is_shown(browser: Browser, site: str) -> None:
    page = browser.new_page(base_url=site.replace("localhost", "127.0.0.1"), locale="en")
    page.goto("/en/sign-in")
    expect(page.get_by_text("Passkeys work at another address of this site:")).to_be_visible()
    expect(page.get_by_role("button", name="passkey")).to_have_count(0)
    page.get_by_role("link", name=site).click()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_visible()
    page.close()


def test_without_scripts_none_is_offered(open_page: Open) -> None:
    page = open_page("/en/sign-in", scripts=False)
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
