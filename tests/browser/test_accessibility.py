"""axe finds nothing on any kind of page, in either language, scheme and width."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, Scheme

AXE = Path(__file__).parents[2] / "ui" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

PAGES = (
    "/",
    "/map",
    "/timeline",
    "/unsourced",
    "/reports",
    "/reports/partners_of_country",
    "/reports/partners_of_country?country=XX",
    "/reports/dictionary",
    "/agreements",
    "/agreements?country=KZ&year_from=2024",
    "/agreements?q=nothing-has-this-name",
    "/agreements?country=XX",
    "/agreements/1",
    "/countries",
    "/countries/KZ",
    "/officials",
    "/officials/1",
    "/organizations",
    "/organizations/1",
    "/events",
    "/events/1",
    "/minerals",
    "/minerals/lithium",
    "/sectors",
    "/sectors/critical_minerals",
    "/sources",
    "/sources/1",
    "/nowhere",
)

# Each language in both schemes and both widths, and each scheme in both widths.
SETTINGS: tuple[tuple[str, Scheme, int], ...] = (
    ("en", "light", 1280),
    ("en", "dark", 390),
    ("fr", "light", 390),
    ("fr", "dark", 1280),
)


@pytest.mark.parametrize(("language", "scheme", "width"), SETTINGS)
def test_axe_finds_nothing(open_page: Open, language: str, scheme: Scheme, width: int) -> None:
    page = open_page("/", scheme=scheme, width=width)
    found = {address: violations(page, f"/{language}{address}", width) for address in PAGES}
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def violations(page: Page, address: str, width: int) -> list[Any]:
    """Return what axe finds on a page, and whether the page is wider than the window."""
    page.goto(address, wait_until="networkidle")  # what comes a moment later belongs to it
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("tags => axe.run({ runOnly: tags, resultTypes: ['violations'] })", TAGS)
    found = [
        (wrong["id"], [node["html"] for node in wrong["nodes"]]) for wrong in result["violations"]
    ]
    needed = page.evaluate("document.documentElement.scrollWidth")
    return found if needed <= width else [*found, ("wider than the window", needed)]
