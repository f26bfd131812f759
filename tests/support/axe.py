"""axe on pages: what it finds in each width and scheme."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.support.browsing import open_still

AXE = Path(__file__).parents[2] / "ui" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS = (1280, 390)


def violations(page: Page, address: str) -> list[Any]:
    """Return what axe finds on a page in both widths and schemes, and where it is too wide."""
    page.emulate_media(color_scheme="light")
    open_still(page, address)
    return violations_here(page, idle=False)


def violations_here(page: Page, *, idle: bool = True) -> list[Any]:
    """Return what axe finds on the page that is shown, once it is still."""
    if idle:  # not where it is still already, or waits for an answer
        page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[Any] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("scrollTo(0, document.body.scrollHeight)")  # where no bar covers anything
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
        "rules => axe.run({ runOnly: rules, resultTypes: ['violations'], preload: false })", rules
    )
    return [
        (wrong["id"], [node["html"] for node in wrong["nodes"]]) for wrong in result["violations"]
    ]
