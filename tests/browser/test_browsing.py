"""The way a person goes through the site, by pointer and by keyboard."""

import re

from playwright.sync_api import Page, expect

from tests.support.browsing import Open

TITLE = (
    "Memorandum of Understanding between Kazakhstan and the United States"
    " on cooperation in critical minerals"
)
TITLE_FR = re.compile("Kazakhstan et les États-Unis")
WORDS = re.compile("ministre kazakh de l.Industrie et de la construction, Yersain Nagaspayev")


def test_from_the_first_page_to_the_words_of_the_source(open_page: Open) -> None:
    page = open_page("/en/")
    page.get_by_role("searchbox", name="Search agreements").fill("memorandum kazakhstan")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Agreements")

    page.get_by_label("Country").select_option("US")
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile(r"/en/agreements\?q=memorandum\+kazakhstan&country=US$"))

    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)

    signatory = page.get_by_role("row", name="Yersayin Nagaspayev")
    signatory.get_by_role("link", name=re.compile("quoted")).click()
    quotation = page.locator(":target blockquote")
    expect(quotation).to_have_text(WORDS)
    expect(quotation).to_have_attribute("lang", "fr")
    expect(quotation).to_be_in_viewport()

    page.locator(":target").get_by_role("link", name=re.compile("^Back")).click()
    expect(signatory.locator(":target")).to_be_in_viewport()

    page.get_by_role("link", name="Français").click()
    expect(page).to_have_url(re.compile(r"/fr/agreements/\d+$"))
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE_FR)


def test_disagreement_is_said_with_the_choice_and_its_reason(open_page: Open) -> None:
    page = open_page("/en/agreements?q=memorandum+kazakhstan+united")
    page.get_by_role("link", name=TITLE).click()
    scope = page.get_by_role("region", name="Scope")
    expect(scope.get_by_role("link", name=re.compile("disagrees"))).to_be_visible()
    expect(scope).to_contain_text("Business AM says")
    expect(scope).to_contain_text("minéraux rares")
    expect(scope).to_contain_text("only its headline says rare ones")


def test_keyboard_alone_narrows_a_list(open_page: Open) -> None:
    page = open_page("/en/agreements")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    expect(page.locator(":focus")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()

    _tab_to(page, "Country")
    page.keyboard.type("Kazakh")
    _tab_to(page, "Apply")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/agreements\?country=KZ$"))
    expect(page.get_by_label("Country")).to_have_value("KZ")


def test_pages_of_a_list_follow_one_another(open_page: Open) -> None:
    page = open_page("/en/agreements?sort=title")
    first = page.locator("tbody tr").first
    words = first.text_content() or ""
    page.get_by_role("link", name="Next page").click()
    expect(first).not_to_have_text(words)
    page.get_by_role("link", name="First page").click()
    expect(page).to_have_url(re.compile(r"sort=title$"))
    expect(first).to_have_text(words)


def test_filters_fold_on_a_phone(open_page: Open) -> None:
    page = open_page("/en/agreements", width=390)
    expect(page.get_by_label("Mineral")).to_be_hidden()
    page.get_by_text("Filters").click()
    page.get_by_label("Mineral").select_option("lithium")
    page.get_by_role("button", name="Apply").click()
    expect(page).to_have_url(re.compile(r"mineral=lithium$"))
    expect(page.locator(".filters .count")).to_have_text("1")


def test_the_timeline_shows_its_newest_year_on_a_phone(open_page: Open) -> None:
    page = open_page("/en/timeline", width=390)
    newest = max(page.locator(".timeline .year").all_inner_texts())
    expect(page.get_by_text(newest, exact=True)).to_be_in_viewport(ratio=1)


def _tab_to(page: Page, name: str) -> None:
    """Press Tab until what has a name is focused."""
    for _ in range(40):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).innerText"
        )
        if focused == name:
            return
    raise AssertionError(f"Tab does not reach {name}")
