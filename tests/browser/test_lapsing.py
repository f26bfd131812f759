"""A session that lapses in the middle of an agreement's form: one signs in there and goes on."""

import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import text

from tests.support.browsing import Open, enter, field_of, press
from tests.support.people import PASSWORD
from tracker.db.engine import Database
from tracker.domain.permissions import Role


@pytest.mark.parametrize("how", ["ended elsewhere", "cookie gone"])
@pytest.mark.parametrize("do", ["Save", "Add an action"])
@pytest.mark.parametrize("scripts", [True, False])
def test_a_session_that_lapses_within_the_form_loses_nothing(
    open_page: Open, site_database: Database, how: str, do: str, *, scripts: bool
) -> None:
    name = f"lapsing-{how[:5]}-{do[:3]}-{scripts}".lower()
    page = open_page("/en/", scripts=scripts)
    enter(page, site_database, name, Role.EDITOR)
    page.goto("/en/agreements/new")
    typed = {
        "reference": name,
        "title_en": "Typed before",
        "title_fr": "Tapé avant",
        "parties-0-who-text": "Kazakhstan",
        "parties-0-citations-0-document_id-text": "2022 Critical Minerals Strategy",
        "parties-0-citations-0-quote": "every word",
    }
    press(page, "Add a party")
    expect(field_of(page, "parties-0-who-text")).to_be_visible()
    page.locator("#parties-0-evidence summary").click()
    page.locator("#parties-0-evidence").get_by_role("button", name="Add a source").click()
    for field, value in typed.items():
        field_of(page, field).fill(value)
    field_of(page, "form").select_option("treaty")
    _end_session(page, site_database, name, how)
    press(page, do)

    expect(page.get_by_role("heading", level=1)).to_have_text("Your session has ended")
    page.get_by_label("E-mail address").fill(f"{name}@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Password").press("Enter")
    if do != "Save":
        for field, value in typed.items():
            expect(field_of(page, field)).to_have_value(value)
        expect(field_of(page, "actions-0-kind")).to_be_visible()
        press(page, "Remove, 1", 1)
        expect(field_of(page, "actions-0-kind")).to_have_count(0)
        press(page, "Save")
    expect(page).to_have_url(re.compile(r"/en/agreements/\d+$"))
    told = page.request.get(f"{page.url}.json").json()
    assert [told["reference"], told["title"]["fr"]] == [name, "Tapé avant"]
    assert "every word" in str(told)


def _end_session(page: Page, database: Database, name: str, how: str) -> None:
    if how == "cookie gone":
        page.context.clear_cookies()
        return
    with database.owner.begin() as connection:
        ended = text(
            "UPDATE credential SET session_key = session_key || 'x' WHERE account_id ="
            " (SELECT id FROM account WHERE email = :email)"
        )
        connection.execute(ended, {"email": f"{name}@example.org"})
