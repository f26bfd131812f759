"""Everything can be read, searched and narrowed where scripts do not run."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.browsing import Open


@pytest.mark.parametrize("width", [1280, 390])
def test_lists_narrow_without_scripts(open_page: Open, width: int) -> None:
    page = open_page("/en/agreements", width=width, scripts=False)
    if width < 1280:
        page.get_by_text("Filters").click()
    page.get_by_role("link", name="Show every choice").click()
    if width < 1280:
        page.get_by_text("Filters").click()
    page.get_by_label("Country").select_option("KZ")
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile("country=KZ"))
    rows = page.locator("tbody tr")
    assert rows.count() > 1
    assert all("Kazakhstan" in row for row in rows.all_inner_texts())


def test_marks_lead_to_notes_without_scripts(open_page: Open) -> None:
    page = open_page("/en/agreements/1", scripts=False)
    page.get_by_role("link", name="Source 1, quoted").first.click()
    expect(page.locator("#note-1 blockquote")).to_be_in_viewport()
