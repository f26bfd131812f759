"""What comes a moment later comes into the room kept for it."""

import pytest

from tests.support.browsing import Open, open_still

_SHIFTS = """() => new Promise(tell => {
  const found = [];
  new PerformanceObserver(seen => found.push(...seen.getEntries().map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => tell(found)));
})"""
_WHOLE_PAGE = 4000
"""Pixels: only what is in the window counts as shifted."""
_PAGES = (
    "/en/",
    "/fr/",
    "/en/agreements",
    "/fr/events",
    "/en/countries",
    "/fr/officials",
    "/en/organizations",
    "/fr/minerals",
    "/en/sectors",
    "/fr/sources",
)


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_shifts_what_is_there(open_page: Open, width: int) -> None:
    page = open_page("/en/", width=width)
    page.set_viewport_size({"width": width, "height": _WHOLE_PAGE})
    shifts = {}
    for address in _PAGES:
        open_still(page, address)
        shifts[address] = page.evaluate(_SHIFTS)
    assert shifts == {address: [] for address in _PAGES}
