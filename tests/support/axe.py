"""axe on pages: in both languages, widths and schemes, as far as what it finds can differ.

A dark scheme changes colours alone, so that the rules about colours alone are asked again for it.
What these find follows from how each text looks: its colours, size and weight, and what is painted
behind it. That is as the style sheet says for an element, in whatever language and window. So they
are asked again, in a narrow window or in French, where a text looks as none did before.
"""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.support.browsing import be_still, open_still

AXE = (Path(__file__).parents[2] / "ui/node_modules/axe-core/axe.min.js").read_text("utf-8")
LOOKS = Path(__file__).with_name("looks.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
WIDTHS = (1280, 390)


def violations_in_both_languages(page: Page, path: str) -> list[Any]:
    """Return what axe finds on a page in English and in French."""
    seen: set[str] = set()
    return [
        wrong for language in ("en", "fr") for wrong in violations(page, f"/{language}{path}", seen)
    ]


def violations(page: Page, address: str, seen: set[str] | None = None) -> list[Any]:
    """Return what axe finds on a page in both widths and schemes, and where it is too wide."""
    page.emulate_media(color_scheme="light")
    open_still(page, address)
    return violations_here(page, idle=False, seen=seen)


def violations_here(page: Page, *, idle: bool = True, seen: set[str] | None = None) -> list[Any]:
    """Return what axe finds on the page that is shown, once it is still."""
    if idle:  # not where it is still already, or waits for an answer
        be_still(page)
    page.evaluate(AXE)
    seen = set() if seen is None else seen
    found: list[Any] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("scrollTo(0, document.body.scrollHeight)")  # where no bar covers anything
        found += [(width, *wrong) for wrong in _violations_now(page, seen)]
        needed = page.evaluate("document.documentElement.scrollWidth")
        if needed > width:
            found.append((width, "wider than the window", needed))
    return found


def _violations_now(page: Page, seen: set[str]) -> list[Any]:
    """Return what axe finds in the window as it is, of colours where some are not seen yet."""
    page.emulate_media(color_scheme="light")
    looks = set(page.evaluate(LOOKS))
    if looks <= seen:
        return _run(page, TAGS, without=COLOURS)
    seen |= looks
    found = [("light", *wrong) for wrong in _run(page, TAGS)]
    page.emulate_media(color_scheme="dark")
    return found + [("dark", *wrong) for wrong in _run(page, COLOURS)]


def _run(
    page: Page, rules: list[str], without: Collection[str] = ()
) -> list[tuple[str, list[str]]]:
    """Return what axe finds by its rules: the rule, and the elements that break it."""
    left_out = {rule: {"enabled": False} for rule in without}
    result = page.evaluate(
        "([runOnly, rules]) =>"
        " axe.run({ runOnly, rules, resultTypes: ['violations'], preload: false })",
        [rules, left_out],
    )
    return [
        (wrong["id"], [node["html"] for node in wrong["nodes"]]) for wrong in result["violations"]
    ]
