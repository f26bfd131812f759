"""The form of an agreement in a browser: two people at once, and where scripts do not run."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.support.browsing import Open, enter, field_of, press
from tests.support.typist import Typist
from tracker.db.engine import Database
from tracker.domain.permissions import Role

NATURE = "parties-0-legal_nature"


def _save(page: Page) -> Any:  # noqa: ANN401 (the record as data)
    """Save; return the record as it is told as data."""
    press(page, "Save")
    expect(page).to_have_url(re.compile(r"/en/agreements/\d+$"))
    return page.request.get(f"{page.url}.json").json()


def _add_scope(page: Page, mineral: str) -> None:
    rows = page.locator("#scope .row")
    before = rows.count()
    press(page, "Add a mineral or sector")
    expect(rows).to_have_count(before + 1)
    field_of(page, f"scope-{before}-what-text").fill(mineral)


@pytest.mark.parametrize(("way", "kept"), [("Keep mine", "contract"), ("Take theirs", "treaty")])
def test_a_stale_save_of_an_agreement_is_resolved(
    open_page: Open, site_database: Database, way: str, kept: str
) -> None:
    mine, theirs = open_page("/en/"), open_page("/en/")
    for page, who in ((mine, "first"), (theirs, "second")):
        enter(page, site_database, f"{who}-{kept}", Role.EDITOR)
    mine.goto("/en/agreements/new")
    Typist(mine).enter(
        {
            "reference": f"S-{kept}",
            "form": "treaty",
            "title_en": "Stale",
            "title_fr": "Périmé",
            "parties": [{"who": "Kazakhstan"}, {"who": "Chile"}],
        }
    )
    address = f"{mine.url}/edit"
    for page, seen_as, called, mineral in (
        (mine, "contract", "Le mien", "Cobalt"),
        (theirs, "treaty", "Le leur", "Lithium"),
    ):
        page.goto(address)
        field_of(page, NATURE).select_option(seen_as)
        field_of(page, "title_fr").fill(called)
        _add_scope(page, mineral)
    field_of(theirs, "summary_en").fill("Only theirs")
    _save(theirs)

    press(mine, "Save")
    nature = mine.get_by_role("group", name="Two changes of How it sees the text")
    title = mine.get_by_role("group", name="Two changes of Title in French")
    expect(title).to_contain_text("Le leur")
    expect(field_of(mine, "summary_en")).to_have_value("Only theirs")
    expect(mine.locator(".conflict")).to_have_count(2)
    nature.get_by_role("button", name=way).click()
    expect(nature).to_be_hidden()
    field_of(mine, "title_fr").fill("Le troisième")
    told = _save(mine)
    assert told["title"]["fr"] == "Le troisième"
    assert told["parties"][0]["legal_nature"] == kept
    assert told["summary"]["en"] == "Only theirs"
    assert sorted(row["mineral_code"] for row in told["scope"]) == ["cobalt", "lithium"]


def test_an_agreement_is_entered_without_scripts(open_page: Open, site_database: Database) -> None:
    page = open_page("/en/", scripts=False)
    enter(page, site_database, "scriptless", Role.EDITOR)
    page.goto("/en/agreements/new")
    field_of(page, "reference").fill("NO-JS")
    field_of(page, "form").select_option("treaty")
    field_of(page, "title_en").fill("Without scripts")
    for words in ("Add a party", "Add a party", "Add a party", "Add an official", "Add an action"):
        press(page, words)
    for number, name in enumerate(("Kazakhstan", "Nowhereland", "Chile")):
        field_of(page, f"parties-{number}-who-text").fill(name)
    field_of(page, "officials-0-official_id-text").fill("Токаев")
    field_of(page, "actions-0-kind").select_option("signed")
    field_of(page, "actions-0-happened_on").fill("06/11/2025")
    page.locator("#actions-0-evidence summary").click()
    page.locator("#actions-0-evidence").get_by_role("button", name="Add a source").click()
    field_of(page, "actions-0-citations-0-document_id-text").fill("2022 Critical Minerals Strategy")
    field_of(page, "actions-0-citations-0-quote").fill("its exact words")
    press(page, "Remove, 2")
    expect(page.locator("#parties [name$=who-text]")).to_have_count(2)
    press(page, "Save")

    expect(page.locator("#title_fr-error")).to_be_visible()
    expect(page.locator("#actions-0-happened_on-error")).to_contain_text("or")
    problems = page.get_by_role("region", name="Not saved yet")
    expect(problems.get_by_role("link", name="Date")).to_have_attribute(
        "href", "#actions-0-happened_on"
    )
    expect(field_of(page, "actions-0-happened_on")).to_have_value("06/11/2025")
    expect(field_of(page, "parties-1-who-text")).to_have_value("Chile")
    expect(field_of(page, "actions-0-citations-0-quote")).to_have_value("its exact words")
    page.get_by_role("radio", name="Kassym-Jomart Tokayev").check()
    field_of(page, "actions-0-happened_on").fill("6 novembre 2025")
    field_of(page, "title_fr").fill("Sans scripts")
    told = _save(page)
    assert [party["name"] for party in told["parties"]] == ["Kazakhstan", "Chile"]
    assert [official["name"] for official in told["officials"]] == ["Kassym-Jomart Tokayev"]
    assert told["actions"][0]["happened_on"] == "2025-11-06"
    assert "its exact words" in str(told)


def test_what_is_too_much_to_be_sent_takes_nothing_away(
    open_page: Open, site_database: Database
) -> None:
    page = open_page("/en/")
    enter(page, site_database, "keeper", Role.EDITOR)
    page.goto("/en/agreements/new")
    field_of(page, "title_en").fill("Typed")
    field_of(page, "summary_en").fill("x" * 5 * 2**20)
    press(page, "Add a party")
    expect(page.get_by_role("alert")).to_contain_text("At most 4 MB")
    expect(field_of(page, "title_en")).to_have_value("Typed")
    field_of(page, "summary_en").fill("less")
    press(page, "Add a party")
    expect(field_of(page, "parties-0-who-text")).to_be_focused()
    expect(field_of(page, "title_en")).to_have_value("Typed")


def test_what_is_typed_while_a_row_comes_is_kept_where_it_was_typed(
    open_page: Open, site_database: Database
) -> None:
    page = open_page("/en/")
    enter(page, site_database, "hasty", Role.EDITOR)
    page.goto("/en/agreements/new")
    for number, name in enumerate(("Kazakhstan", "Chile")):
        press(page, "Add a party")
        field_of(page, f"parties-{number}-who-text").fill(name)
    waiting: list[Route] = []
    hold = lambda route: waiting.append(route)  # noqa: E731, PLW0108 (Playwright marks its handlers)
    page.route("**/agreements/new", hold)
    press(page, "Move down, 1")
    field_of(page, "title_fr").fill("Tapé entre-temps")
    field_of(page, "parties-0-who-text").fill("Peru")
    field_of(page, "parties-1-legal_nature").select_option("contract")
    while not waiting:
        page.wait_for_timeout(10)
    waiting[0].continue_()
    expect(field_of(page, "parties-1-who-text")).to_have_value("Peru")
    expect(field_of(page, "parties-0-who-text")).to_have_value("Chile")
    expect(field_of(page, "parties-0-legal_nature")).to_have_value("contract")
    expect(field_of(page, "parties-1-legal_nature")).to_have_value("unknown")
    expect(field_of(page, "title_fr")).to_have_value("Tapé entre-temps")
