"""Reading a report: what its marks show, and its picture at any width."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.browsing import Open

MEMORANDUM = (
    "Memorandum of Understanding between Kazakhstan and the United States on cooperation in"
    " critical minerals"
)
SIGNED = "Le Kazakhstan et les \u00c9tats-Unis ont sign\u00e9 un protocole d\u2019accord"


def rest_on_mark(page: Page, title: str) -> None:
    """Let the pointer rest on the quoted mark of a row; what scrolls hides what is shown."""
    row = page.locator("tr", has=page.get_by_role("link", name=title, exact=True))
    mark = row.locator(".mark.quoted a").first
    mark.scroll_into_view_if_needed()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    mark.hover()


def test_a_mark_shows_the_words_about_its_own_row(open_page: Open) -> None:
    page = open_page("/en/reports/relationship")
    rest_on_mark(page, "Tenth C5+1 summit")
    shown = page.locator("#quotation")
    expect(shown).to_contain_text("Business AM")
    expect(shown).not_to_contain_text(SIGNED)
    page.keyboard.press("Escape")
    expect(shown).to_be_hidden()
    rest_on_mark(page, MEMORANDUM)
    expect(shown).to_contain_text(SIGNED)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("partners_of_country", ".bars rect"),
        ("agreements_of_region", ".years rect"),
        ("country_network", ".arcs path"),
        ("relationship", ".chart circle"),
        ("stages_of_minerals", ".grid td[class^=shade]"),
    ],
)
def test_a_picture_keeps_its_words_at_any_width(
    open_page: Open, name: str, drawn: str, width: int
) -> None:
    page = open_page(f"/en/reports/{name}", width=width, scripts=False)
    expect(page.locator(drawn).first).to_be_visible()
    assert page.locator(drawn).count() > 3
    label = page.locator(".chart :is(.label, th, text)").first
    size = label.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert size >= 12
    frame, picture = (
        page.locator(each).first.bounding_box() for each in (".chart", ".chart .table-frame")
    )
    assert frame
    assert picture
    assert picture["width"] <= frame["width"] <= width
