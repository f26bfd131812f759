"""What is not there to choose is made over the form, by keyboard; dates are said back in it."""

import re
from functools import partial

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from tests.support.axe import violations, violations_here
from tests.support.browsing import Open, sign_in
from tests.support.people import PASSWORD, add
from tests.support.seeded_site import LANGUAGES
from tracker.db.engine import Database
from tracker.domain.permissions import Role


@pytest.fixture
def page(open_page: Open, site_database: Database, request: pytest.FixtureRequest) -> Page:
    """The page of an editor."""
    who = re.sub(r"\W", "-", request.node.name)
    page = open_page("/en/")
    sign_in(page, add(site_database, who, Role.EDITOR))
    return page


def _press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def _answer(asked: list[str], box: Dialog, *, accepts: bool) -> None:
    asked.append(box.message)
    if accepts:
        box.accept()
    else:
        box.dismiss()


def _be_away(route: Route) -> None:
    away = "<article class=apology><h1>La base ne répond pas</h1><p>Réessayez.</p></article>"
    route.fulfill(status=503, body=away, content_type="text/html; charset=utf-8")


def _create(page: Page, name: str) -> None:
    """Type what is not there into the field that has the focus, and ask to make it."""
    page.keyboard.type(name)
    expect(page.get_by_role("option", name=f"Create “{name}”")).to_be_visible()
    _press(page, "ArrowUp", "Enter")


def test_an_official_and_the_post_are_made_while_an_agreement_is_entered(page: Page) -> None:
    page.goto("/en/agreements/new")
    page.get_by_label("Title in English").fill("Typed before")
    page.get_by_role("button", name="Add an official").press("Enter")
    official = page.get_by_role("combobox", name="Official")
    expect(official).to_be_focused()
    _create(page, "Ada Novak")

    person = page.get_by_role("dialog", name="New: Official")
    expect(person.get_by_label("Name in Latin letters")).to_be_focused()
    expect(person.get_by_label("Name in Latin letters")).to_have_value("Ada Novak")
    person.get_by_role("button", name="Add a time in a post").press("Enter")
    held = person.get_by_role("combobox", name="Post")
    expect(held).to_be_focused()
    _create(page, "Minister of Ores")

    post = page.get_by_role("dialog", name="New: Post")
    expect(post.get_by_label("Title in English")).to_be_focused()
    _press(page, "Control+Enter")
    expect(post.get_by_role("region", name="Not saved yet")).to_be_focused()
    expect(post.get_by_label("Title in French")).to_have_accessible_description("Fill this in.")
    post.get_by_label("Title in French").focus()
    page.keyboard.type("Ministre des minerais")
    post.get_by_label("Kind").focus()
    page.keyboard.type("Minister")
    _press(page, "Shift+Tab", "Control+Enter")
    expect(post).to_have_count(0)
    expect(held).to_be_focused()
    expect(held).to_have_value("Minister of Ores")

    _press(page, "Control+Enter")
    expect(person).to_have_count(0)
    expect(official).to_be_focused()
    expect(official).to_have_value("Ada Novak")
    expect(page.get_by_label("Title in English")).to_have_value("Typed before")
    page.get_by_role("button", name="Add an official").press("Enter")
    expect(page.get_by_role("combobox", name="Official").first).to_have_value("Ada Novak")


def test_escape_leaves_the_form_over_the_page_but_asks_where_something_was_typed(
    page: Page,
) -> None:
    asked: list[str] = []
    page.goto("/en/events/new")
    page.get_by_role("combobox", name="Part of the event").focus()
    _create(page, "A meeting")
    form = page.get_by_role("dialog", name="New: Event")
    expect(form.get_by_label("Title in English")).to_have_value("A meeting")
    _press(page, "Escape")
    expect(form).to_have_count(0)
    parent = page.get_by_role("combobox", name="Part of the event")
    expect(parent).to_be_focused()
    expect(parent).to_have_value("A meeting")

    _press(page, "ArrowDown")
    expect(page.get_by_role("option", name="Create “A meeting”")).to_be_visible()
    _press(page, "ArrowUp", "Enter")
    form.get_by_label("Title in French").fill("Une réunion")
    for accepts in (False, True):
        page.once("dialog", partial(_answer, asked, accepts=accepts))
        form.get_by_role("button", name="Cancel").press("Enter")
        expect(form).to_have_count(0 if accepts else 1)
    assert asked == ["Leave what you typed here unsaved?"] * 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_are_said_back_while_they_are_typed(page: Page, language: str) -> None:
    page.goto(f"/{language}/events/new")
    began = page.get_by_label("Début" if language == "fr" else "Began")
    said = page.locator(f"#{began.get_attribute('id')}-understood")
    expect(said).to_have_attribute("aria-live", "polite")
    began.press_sequentially("nov 2025")
    expect(said).to_have_text("novembre 2025" if language == "fr" else "November 2025")
    expect(began).to_have_accessible_description(
        "= novembre 2025" if language == "fr" else "= November 2025"
    )
    began.press_sequentially("x")
    expect(said).to_contain_text("Écrivez une date" if language == "fr" else "Write a date")
    began.fill("")
    expect(said).to_be_empty()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_session_that_ends_costs_nothing(
    open_page: Open, site_database: Database, *, scripts: bool
) -> None:
    page = open_page("/en/", scripts=scripts)
    who = f"ended-{scripts}".lower()
    sign_in(page, add(site_database, who, Role.EDITOR))
    page.goto("/en/organizations/new")
    page.get_by_label("Name in English").fill(f"Kept {scripts}")
    page.get_by_label("Name in French").fill("Gardée")
    page.get_by_label("Kind").select_option("forum")
    page.context.clear_cookies()
    page.get_by_role("button", name="Add a member").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your session has ended")
    for password in ("not the words", PASSWORD):
        page.get_by_label("E-mail address").fill(f"{who}@example.org")
        page.get_by_label("Password").fill(password)
        page.get_by_label("Password").press("Enter")
    page.locator("[name=members-0-who-text]").fill("KZ")
    expect(page.get_by_label("Name in French")).to_have_value("Gardée")
    page.get_by_role("button", name="Save").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Kept {scripts}")
    expect(page.get_by_role("region", name="Members", exact=True)).to_contain_text("Kazakhstan")


def test_a_form_stays_where_the_answer_is_none(page: Page) -> None:
    page.goto("/fr/events/new")
    page.get_by_label("Titre en anglais").fill("Kept")
    page.route("**/events/new", _be_away)
    page.get_by_role("button", name="Ajouter un thème").press("Enter")
    expect(page.get_by_role("alert")).to_have_text("La base ne répond pas. Réessayez.")
    expect(page.get_by_label("Titre en anglais")).to_have_value("Kept")
    page.unroute("**/events/new")
    page.get_by_role("button", name="Ajouter un thème").press("Enter")
    expect(page.get_by_role("combobox", name="Secteur")).to_be_focused()
    expect(page.get_by_label("Titre en anglais")).to_have_value("Kept")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_forms(page: Page, language: str) -> None:
    assert violations(page, f"/{language}/agreements/1/edit") == []
    page.goto(f"/{language}/organizations/new")
    page.locator("#parent_id").focus()
    page.keyboard.type("Nobody")
    expect(page.get_by_role("option", name="Nobody")).to_be_visible()
    _press(page, "ArrowUp", "Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.locator("#parent_id-new-name_en").press("Control+Enter")
    expect(page.locator("#parent_id-new-problems")).to_be_visible()
    assert violations_here(page) == []
