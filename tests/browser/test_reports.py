"""Reports in the browser: from a question to the workbook, and a run that is cancelled."""

import datetime as dt
import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from python_calamine import CalamineWorkbook

from tests.support.axe import violations_here
from tests.support.browsing import Open
from tests.support.seeded_site import LANGUAGES
from tests.support.slow_report import serve_slow_report, wait_for_runs
from tracker.db.engine import Database
from tracker.reports.catalogue import Catalogue

SUMMIT = {"en": "Tenth C5", "fr": "Dixième sommet du C5"}
CANCELLED = {
    "en": "The report was cancelled. Nothing of it runs any more.",
    "fr": "Le rapport a été annulé. Il n\u2019en reste rien en cours.",
}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Have the library hold one report, which takes as long as one asks it to."""
    serve_slow_report(monkeypatch, tmp_path)


def ask_for(page: Page, label: str, seconds: int) -> None:
    """Fill in the field and ask, by the keyboard alone."""
    page.get_by_label(label).focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(str(seconds))
    page.keyboard.press("Enter")


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize(
    ("language", "label", "cancel", "runs"),
    [
        ("en", "Seconds", "Cancel", "The report runs…"),
        ("fr", "Secondes", "Annuler", "Le rapport s\u2019ex\u00e9cute\u2026"),
    ],
)
def test_a_long_run_is_told_and_cancelled_by_keyboard(  # noqa: PLR0913, PLR0917 - one page's words
    open_page: Open, site_database: Database, language: str, label: str, cancel: str, runs: str
) -> None:
    page = open_page(f"/{language}/reports/slow")
    ask_for(page, label, 3600)
    button = page.get_by_role("button", name=cancel)
    expect(button).to_be_visible()
    expect(page.locator("#run-told")).to_have_text(runs)
    assert violations_here(page, idle=False) == []
    for _ in range(2):  # from the field over the button that asks
        page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text(CANCELLED[language])
    expect(page).to_have_url(f"/{language}/reports/slow?seconds=3600")
    expect(page.locator(".parameters [type=submit]")).to_be_focused()
    with site_database.owner.connect() as owner:
        wait_for_runs(owner, 0)


@pytest.mark.usefixtures("slow")
def test_an_answer_takes_the_place_of_the_last_and_has_its_address(open_page: Open) -> None:
    page = open_page("/en/reports/slow")
    page.evaluate("document.documentElement.dataset.kept = 'yes'")
    ask_for(page, "Seconds", 1)
    expect(page.locator("#run-told")).to_have_text("1 row")
    expect(page.get_by_label("Seconds")).to_be_focused()
    expect(page.get_by_role("cell", name="1")).to_be_visible()
    expect(page).to_have_url("/en/reports/slow?seconds=1")
    assert page.evaluate("document.documentElement.dataset.kept") == "yes"  # no other page came
    page.go_back()
    expect(page.get_by_label("Seconds")).to_have_value("0")
    expect(page.get_by_role("cell", name="0")).to_be_visible()


@pytest.mark.usefixtures("slow")
def test_who_leaves_a_page_ends_its_run(open_page: Open, site_database: Database) -> None:
    page = open_page("/en/reports/slow")
    ask_for(page, "Seconds", 3600)
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    with site_database.owner.connect() as owner:
        wait_for_runs(owner, 1)
        page.goto("/en/sectors")
        wait_for_runs(owner, 0)


@pytest.mark.usefixtures("slow")
def test_what_is_wrong_is_said_at_its_field(open_page: Open) -> None:
    page = open_page("/en/reports/slow")
    field = page.get_by_label("Seconds")
    field.fill("")
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_be_focused()


@pytest.mark.usefixtures("slow")
def test_without_scripts_the_page_waits(open_page: Open) -> None:
    page = open_page("/en/reports/slow", scripts=False)
    ask_for(page, "Seconds", 1)
    expect(page.get_by_role("cell", name="1")).to_be_visible()
    expect(page).to_have_url("/en/reports/slow?seconds=1")
    expect(page.get_by_role("button", name="Cancel")).to_be_hidden()


def tab_to(page: Page, goal: Locator) -> None:
    """Press Tab until the goal has the focus."""
    expect(goal).to_be_visible()
    for _ in range(200):
        if goal.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {goal}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_keyboard_leads_from_the_question_to_the_workbook(
    open_page: Open, language: str
) -> None:
    report = Catalogue().reports["summit_to_agreements"]
    page = open_page(f"/{language}/reports")
    title = getattr(report.head, f"title_{language}")
    tab_to(page, page.get_by_role("link", name=title, exact=True))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label(getattr(report.head.parameters["event"], f"label_{language}")))
    page.keyboard.type(SUMMIT[language])
    tab_to(page, page.locator(".parameters [type=submit]"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?event=Tenth(\+|%20)C5%2B1(\+|%20)summit$"))
    assert violations_here(page) == []
    excel = page.get_by_role("link", name="Excel")
    tab_to(page, excel)
    with page.expect_download() as given:
        page.keyboard.press("Enter")
    assert given.value.suggested_filename == "summit_to_agreements.xlsx"
    read_back(CalamineWorkbook.from_path(given.value.path()), report.version)


def read_back(book: CalamineWorkbook, version: str) -> None:
    """See of the workbook that it holds the answer, its sources, and what was asked."""
    assert book.sheet_names == ["Rows", "Sources", "About"]
    rows, sources, about = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    header, *answers = rows
    first = dict(zip(header, answers[0], strict=True))
    assert len(answers) == 5
    # seeds/article/events.yaml and agreement.yaml: the tenth summit, and what was signed there.
    assert (first["reference"], first["starts_on"]) == ("A001", dt.date(2025, 11, 6))
    assert isinstance(first["agreement_id"], float)  # a number; Excel has no others
    header, *cited = sources
    told = [dict(zip(header, source, strict=True)) for source in cited]
    numbers = {float(number) for number in str(first["citation_ids"]).split(", ")}
    behind = [source for source in told if source["citation_id"] in numbers]
    assert len(behind) == len(numbers)
    assert any(
        source["quotation"] == "Avant la c\u00e9r\u00e9monie de signature" for source in behind
    )
    assert all(str(source["url"]).startswith("https://") for source in behind)
    asked = {str(name).partition(" / ")[0]: value for name, value in about}
    assert asked["version (SHA-256)"] == version
    assert asked["rows"] == 5
    assert isinstance(asked["asked at (UTC)"], dt.datetime)
