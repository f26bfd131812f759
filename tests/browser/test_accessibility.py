"""axe finds nothing on any kind of page, in either language, scheme and width."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open

AXE = Path(__file__).parents[2] / "ui" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]

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
    "/sectors/critical_minerals/history",
    "/sources",
    "/sources/1",
    "/changes",
    "/nowhere",
)

LANGUAGES = ("en", "fr")
WIDTHS = (1280, 390)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(open_page: Open, language: str) -> None:
    page = open_page("/")
    found = {address: violations(page, f"/{language}{address}") for address in PAGES}
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


def violations(page: Page, address: str) -> list[Any]:
    """Return what axe finds on a page in both widths and schemes, and where it is too wide."""
    page.emulate_media(color_scheme="light")
    page.goto(address, wait_until="networkidle")  # what comes a moment later belongs to it
    return violations_here(page)


def violations_here(page: Page) -> list[Any]:
    """Return the same of a page as it stands."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[Any] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        found += [(width, "light", *wrong) for wrong in _run(page, TAGS)]
        page.emulate_media(color_scheme="dark")  # which changes colours alone
        found += [(width, "dark", *wrong) for wrong in _run(page, COLOURS)]
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            found.append((width, "wider than the window", needed))
    return found


def _run(page: Page, rules: list[str]) -> list[tuple[str, list[str]]]:
    """Return what axe finds by its rules: the rule, and the elements that break it."""
    result = page.evaluate(
        "rules => axe.run({ runOnly: rules, resultTypes: ['violations'] })", rules
    )
    return [
        (wrong["id"], [node["html"] for node in wrong["nodes"]]) for wrong in result["violations"]
    ]
