"""A past state is found in a record's history, looked at and restored."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from sqlalchemy import text

from tests.support.axe import violations
from tests.support.browsing import Open, enter
from tracker.db.engine import Database
from tracker.domain.permissions import Role


@pytest.fixture
def body(site_database: Database) -> Iterator[int]:
    """A body that was renamed, and goes after the test."""
    with site_database.owner.connect() as connection:
        add_one = (
            "INSERT INTO organization (kind, name_en, name_fr)"
            " VALUES ('agency', 'First name', 'Premier nom') RETURNING id"
        )
        [key] = connection.execute(text(add_one)).scalars()
        connection.commit()
        rename = "UPDATE organization SET name_en = 'Second name' WHERE id = :key"
        connection.execute(text(rename), {"key": key})
        connection.commit()
        yield int(key)
        connection.execute(text("DELETE FROM organization WHERE id = :key"), {"key": key})
        connection.commit()


def test_an_earlier_name_is_restored(open_page: Open, site_database: Database, body: int) -> None:
    page = open_page("/en/")
    enter(page, site_database, "restorer", Role.EDITOR)

    page.goto(f"/en/organizations/{body}/history")
    page.get_by_role("link", name="Restore this state…").click()
    expect(page.locator("ins")).to_have_text("First name")
    assert violations(page, page.url.replace("/en/", "/fr/")) == []
    page.goto(page.url.replace("/fr/", "/en/"))
    page.get_by_label("Why").fill("It had that name")
    page.get_by_role("button", name="Restore this state").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("First name")
    page.get_by_role("link", name="History of this record").click()
    expect(page.get_by_text("It had that name")).to_be_visible()
