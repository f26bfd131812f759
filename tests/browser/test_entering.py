"""Entering records in a browser, by keyboard: two people at once."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Open, sign_in
from tests.support.people import add
from tracker.db.engine import Database
from tracker.domain.permissions import Role


def _save(page: Page) -> None:
    page.get_by_role("button", name="Save").press("Enter")


def _add_organization(page: Page, name: str) -> str:
    """Add one; return the address of its form."""
    page.goto("/en/organizations/new")
    page.get_by_label("Name in English").fill(name)
    page.get_by_label("Name in French").fill(name)
    page.get_by_label("Kind").select_option("forum")
    _save(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    return f"{page.url}/edit"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_stale_save_is_resolved(
    open_page: Open, site_database: Database, *, scripts: bool
) -> None:
    pages = []
    for who in ("mine", "theirs"):
        token = add(site_database, f"{who}-{scripts}".lower(), Role.EDITOR)
        pages.append(open_page("/en/", scripts=scripts))
        sign_in(pages[-1], token)
    mine, theirs = pages
    address = _add_organization(mine, f"Stale {scripts}")
    mine.goto(address)
    theirs.goto(address)
    theirs.get_by_label("Short name").fill("THEIRS")
    _save(theirs)
    expect(theirs).not_to_have_url(address)

    mine.get_by_role("textbox", name="Short name").fill("MINE")
    mine.get_by_label("Name in French").fill("À moi")
    _save(mine)
    conflict = mine.get_by_role("group", name="Two changes of Short name")
    expect(conflict).to_contain_text("THEIRS")
    conflict.get_by_role("button", name="Take theirs").press("Enter")
    expect(mine.get_by_role("textbox", name="Short name")).to_have_value("THEIRS")
    _save(mine)
    expect(mine).not_to_have_url(address)
    mine.goto(address)
    expect(mine.get_by_role("textbox", name="Short name")).to_have_value("THEIRS")
    expect(mine.get_by_label("Name in French")).to_have_value("À moi")
