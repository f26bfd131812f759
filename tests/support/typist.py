"""Somebody who fills forms of records by the keyboard alone, in one way through each."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tracker.domain.drafts import CITATIONS, MISSING, Draft

_LETTERS = 12  # of a name are typed before one of those offered is chosen
_SHORT = 24  # letters
_MOST_OFFERED = 20
_STOPS = 3000  # more than any form has

_FOCUSED = """() => {
  const one = document.activeElement;
  return {
    tag: one.tagName,
    id: one.id || one.parentElement.id,
    name: (one.name ?? "").replace(one.hasAttribute("data-choose") ? /-text$/ : "", ""),
    value: one.value ?? "",
    chooses: one.hasAttribute("data-choose"),
    words: (one.labels?.[0] ?? one).innerText.trim(),
  };
}"""
_CHOICES = (
    "Object.fromEntries(Array.from(document.activeElement.options, (one) => [one.value, one.text]))"
)
_CHOSEN = "document.activeElement.selectedOptions[0].text"

Stop = dict[str, Any]


class Typist:
    """Goes from stop to stop by Tab, and does at each what is asked for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._press = page.keyboard.press
        self._has_moved = False
        self._in_place: Mapping[str, Draft] = {}

    def skip_to_content(self) -> None:
        """Leave out the menu of a page just opened, by its first link."""
        self._press("Tab")
        self._press("Enter")
        expect(self._page.locator("#main")).to_be_focused()

    def follow(self, words: str) -> None:
        """Follow the link that has these words."""
        for stop in self._stops():
            if stop["words"] == words and stop["tag"] == "A":
                with self._page.expect_navigation():
                    self._press("Enter")
                return
        raise AssertionError(words)

    def enter(self, draft: Draft, in_place: Mapping[str, Draft] | None = None) -> None:
        """Fill the form of a new record and save it.

        In the draft names stand for other records; those ``in_place`` are made where named.
        """
        self._in_place = in_place or {}
        self.skip_to_content()
        self._go_through(dict(_flat(draft)))
        with self._page.expect_navigation():
            self._press("Enter")

    def _go_through(self, wanted: dict[str, Any]) -> None:
        """Fill a form up to the button that saves it."""
        for stop in self._stops():
            name, part = stop["name"], stop["value"].removeprefix("add:")
            if stop["tag"] == "SUMMARY":
                if _has_evidence(wanted, stop["id"].removesuffix("evidence")):
                    self._press("Enter")
            elif stop["name"] != "do":
                if name in wanted:
                    self._fill(stop, wanted.pop(name))
            elif part == "save":
                break
            elif wanted.get(part):
                self._add(part, wanted[part].pop(0))
        assert not any(wanted.values()), wanted

    def _stops(self) -> Iterator[Stop]:
        """Yield what has the focus, and press Tab unless it has moved to a row just added."""
        for _ in range(_STOPS):
            yield self._focused()
            if not self._has_moved:
                self._press("Tab")
            self._has_moved = False

    def _focused(self) -> Stop:
        focused: Stop = self._page.evaluate(_FOCUSED)
        return focused

    def _add(self, part: str, number: int) -> None:
        self._press("Enter")
        self._page.locator(f'.row:has(> [name="{part}-{number}-key"]) :focus').wait_for()
        self._has_moved = True

    def _fill(self, stop: Stop, value: str) -> None:
        if stop["tag"] == "SELECT":
            self._choose_word(value)
        elif stop["chooses"]:
            self._choose_record(stop, value)
        else:
            if stop["value"]:
                self._press("Control+a")
            self._write(value)

    def _write(self, value: str) -> None:
        """Type what is short, and paste what is long, as one does with the words of a source."""
        if len(value) <= _SHORT:
            self._page.keyboard.type(value)
        else:
            self._page.keyboard.insert_text(value)

    def _choose_word(self, value: str) -> None:
        """Type a word of a list, or go down to it; it is given as it reads or by its code."""
        choices = self._page.evaluate(_CHOICES)
        word = choices.get(value, value)
        self._page.keyboard.type(word)
        if self._chosen_word() == word:
            return
        self._press("Home")
        for _ in choices:
            if self._chosen_word() == word:
                return
            self._press("ArrowDown")
        raise AssertionError(word)

    def _chosen_word(self) -> str:
        return str(self._page.evaluate(_CHOSEN))

    def _choose_record(self, stop: Stop, name: str) -> None:
        """Type the first letters of a record's name, and go down to it in what is offered."""
        self._page.keyboard.type(name[:_LETTERS])
        offered = self._page.get_by_role("listbox").filter(visible=True)
        if name in self._in_place:
            self._take(offered, offered.locator("[data-create]"))
            self._make(stop, name)
        else:
            self._take(
                offered, offered.locator(f"[data-name={json.dumps(name, ensure_ascii=False)}]")
            )
        expect(self._page.locator(f'[id="{stop["id"]}"]')).to_have_value(name)

    def _take(self, offered: Locator, option: Locator) -> None:
        """Go down to an option, and take it."""
        option.first.wait_for()
        for _ in range(_MOST_OFFERED):
            self._press("ArrowDown")
            if option.first.get_attribute("aria-selected") == "true":
                break
        self._press("Enter")
        offered.wait_for(state="hidden")

    def _make(self, stop: Stop, name: str) -> None:
        """Fill the form that opens over the page."""
        dialog = self._page.get_by_role("dialog")
        dialog.locator(":focus").wait_for()
        self._go_through(dict(_flat(self._in_place[name], f"{stop['id']}-new-")))
        self._press("Enter")
        dialog.wait_for(state="hidden")


def _flat(draft: Draft, start: str = "") -> Iterator[tuple[str, Any]]:
    """Yield what to type by the names of fields, and the numbers of rows by those of parts."""
    for name, value in draft.items():
        if isinstance(value, list):
            yield f"{start}{name}", list(range(len(value)))
            for number, row in enumerate(value):
                yield from _flat(row, f"{start}{name}-{number}-")
        elif value is not None:
            yield f"{start}{name}", str(value)


def _has_evidence(wanted: dict[str, Any], start: str) -> bool:
    return bool(wanted.get(f"{start}{CITATIONS}") or wanted.get(f"{start}{MISSING}"))
