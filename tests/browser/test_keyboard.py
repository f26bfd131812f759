"""The keyboard alone reaches whatever a page offers, and one sees where it is."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

_OFFERED = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
  .filter(one => one.type !== "hidden" && one.checkVisibility()).length"""
_FOCUSED = """() => {
  const one = document.activeElement;
  one.dataset.reached = "";
  const { outlineStyle } = getComputedStyle(one);
  const { strokeWidth } = getComputedStyle(one.querySelector("path") ?? one);
  const seen = outlineStyle !== "none" || (one.matches(".map a") && strokeWidth === "1.5px");
  return seen ? "" : one.outerHTML;
}"""
_REACHED = "() => document.querySelectorAll('[data-reached]:not([tabindex], body)').length"


@pytest.mark.parametrize(
    "address", ["/en/timeline", "/en/officials/1", "/fr/sources", "/en/agreements/1", "/en/nowhere"]
)
def test_tab_reaches_everything_and_shows_where_it_is(open_page: Open, address: str) -> None:
    page = open_page(address)
    page.wait_for_load_state("networkidle")
    offered = page.evaluate(_OFFERED)
    assert _unseen(page, offered + 10) == []
    assert page.evaluate(_REACHED) == offered


def _unseen(page: Page, steps: int) -> list[str]:
    """Press Tab and return what had the focus without showing it."""
    unseen = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        unseen.append(page.evaluate(_FOCUSED))
    return [one for one in unseen if one and not one.startswith("<body")]


def test_a_quotation_opens_with_the_focus_and_closes_with_escape(open_page: Open) -> None:
    page = open_page("/en/agreements/1", width=390)
    mark = page.get_by_role("link", name="Source 1, quoted").first
    mark.focus()
    quotation = page.get_by_role("tooltip")
    expect(quotation).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(quotation).to_be_hidden()
    expect(mark).to_be_focused()
