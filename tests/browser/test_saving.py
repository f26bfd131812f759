"""Saving a record's form: never by Enter in a field, once, and by itself when others are done."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import text

from tests.support.browsing import Open, enter, field_of, press
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.domain.vocabularies import Door
from tracker.services import audit

COUNT = text("SELECT count(*) FROM organization WHERE name_en = :name")


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody wait long for others."""
    monkeypatch.setitem(audit.PATIENCE, Door.FORM, "1ms")


@contextmanager
def writing(database: Database) -> Iterator[None]:
    """Write in a transaction that stays open, as somebody may with psql."""
    with database.app.connect() as elsewhere:
        elsewhere.execute(text("UPDATE official SET name = name || 'x' WHERE id = 1"))
        yield
        elsewhere.rollback()


def begin(open_page: Open, database: Database, name: str, *, scripts: bool = True) -> Page:
    """Begin an organization of a name."""
    page = open_page("/en/", scripts=scripts)
    enter(page, database, name, Role.EDITOR)
    page.goto("/en/organizations/new")
    field_of(page, "name_en").fill(name)
    field_of(page, "name_fr").fill(name)
    field_of(page, "kind").select_option("forum")
    return page


def kept(database: Database, name: str) -> int:
    with database.app.connect() as connection:
        return connection.scalar(COUNT, {"name": name}) or 0


@pytest.mark.parametrize("scripts", [True, False])
def test_enter_in_a_field_saves_nothing(
    open_page: Open, site_database: Database, *, scripts: bool
) -> None:
    name = f"entering-{scripts}".lower()
    page = begin(open_page, site_database, name, scripts=scripts)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.method))
    press(page, "Add a member")
    expect(field_of(page, "members-0-who-text")).to_be_visible()
    del asked[:]
    for each in ("name_en", "acronym", "country_code-text", "members-0-valid_start", "reason"):
        field_of(page, each).press("Enter")
    page.wait_for_timeout(300)
    assert "POST" not in asked
    assert kept(site_database, name) == 0
    press(page, "Remove, 1")
    expect(field_of(page, "members-0-who-text")).to_have_count(0)
    press(page, "Save")
    expect(page).to_have_url(re.compile(r"/en/organizations/\d+$"))


def test_enter_waits_for_the_list_and_takes_the_first_match(
    open_page: Open, site_database: Database
) -> None:
    page = begin(open_page, site_database, "choosing")
    waiting: list[Route] = []
    hold = lambda route: waiting.append(route)  # noqa: E731, PLW0108 (Playwright marks its handlers)
    page.route("**/choose/country.json*", hold)
    country = field_of(page, "country_code-text")
    country.press_sequentially("kaza")
    country.press("Enter")
    while not waiting:
        page.wait_for_timeout(10)
    expect(country).to_have_value("kaza")
    waiting[-1].continue_()
    expect(country).to_have_value("Kazakhstan")
    expect(page.locator('[name="country_code"]')).to_have_value("country:KZ")
    assert kept(site_database, "choosing") == 0
    country.press("Enter")  # nothing is asked any more
    country.press("Control+Enter")
    expect(page).to_have_url(re.compile(r"/en/organizations/\d+$"))
    assert page.request.get(f"{page.url}.json").json()["country_code"] == "KZ"


def test_enter_on_what_nothing_is_called_makes_nothing(
    open_page: Open, site_database: Database
) -> None:
    page = begin(open_page, site_database, "unknown")
    country = field_of(page, "parent_id-text")
    country.press_sequentially("zyxwv")
    country.press("Enter")
    expect(page.get_by_role("listbox").filter(visible=True)).to_contain_text("Create")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(country).to_have_value("zyxwv")


def test_two_presses_save_once(open_page: Open, site_database: Database) -> None:
    page = begin(open_page, site_database, "twice")
    sent: list[str] = []
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        sent.append(route.request.method)
        waiting.append(route)

    page.route("**/organizations/new", hold)
    button = page.get_by_role("button", name="Save", exact=True)
    button.scroll_into_view_if_needed()
    place = button.bounding_box()
    assert place
    for _ in range(2):
        page.mouse.click(place["x"] + 4, place["y"] + 4)
    page.keyboard.press("Control+Enter")
    while not waiting:
        page.wait_for_timeout(10)
    page.wait_for_timeout(200)
    assert sent == ["POST"]
    waiting[0].continue_()
    expect(page).to_have_url(re.compile(r"/en/organizations/\d+$"))
    assert kept(site_database, "twice") == 1


@pytest.mark.usefixtures("hasty")
def test_a_save_that_waits_for_others_goes_through_by_itself(
    open_page: Open, site_database: Database
) -> None:
    page = begin(open_page, site_database, "waiting")
    with writing(site_database):
        press(page, "Save")
        told = page.get_by_text("Somebody is saving; trying again")
        expect(told).to_be_visible()
        expect(field_of(page, "name_fr")).to_have_value("waiting")
        field_of(page, "acronym").fill("MEANWHILE")
        assert kept(site_database, "waiting") == 0
    expect(page).to_have_url(re.compile(r"/en/organizations/\d+$"))
    assert page.request.get(f"{page.url}.json").json()["acronym"] == "MEANWHILE"
    assert kept(site_database, "waiting") == 1


@pytest.mark.usefixtures("hasty")
def test_without_scripts_the_form_is_there_to_be_sent_again(
    open_page: Open, site_database: Database
) -> None:
    page = begin(open_page, site_database, "patient", scripts=False)
    with writing(site_database):
        press(page, "Save")
        expect(page.get_by_role("status")).to_contain_text("save it again in a moment")
        expect(field_of(page, "name_fr")).to_have_value("patient")
    press(page, "Save")
    expect(page).to_have_url(re.compile(r"/en/organizations/\d+$"))


@pytest.mark.usefixtures("hasty")
def test_a_record_made_in_place_waits_alike(open_page: Open, site_database: Database) -> None:
    page = begin(open_page, site_database, "outer")
    parent = field_of(page, "parent_id-text")
    parent.press_sequentially("inner")
    page.get_by_role("option").filter(has_text="Create").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name in French").fill("inner")
    dialog.get_by_label("Kind").select_option("forum")
    with writing(site_database):
        dialog.get_by_role("button", name="Create").click()
        expect(dialog.get_by_text("Somebody is saving; trying again")).to_be_visible()
    expect(dialog).to_be_hidden()
    expect(parent).to_have_value("inner")
    assert kept(site_database, "inner") == 1
