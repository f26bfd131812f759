"""Cancelling a report's run: whoever started it may, from another request, and nobody else."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from tests.support.people import Browser, add, make_app
from tests.support.slow_report import serve_slow_report, wait_for_runs
from tracker.db.engine import Database
from tracker.domain.permissions import Role

NAME = "0123456789abcdef" * 2


def start(browser: Browser) -> TestResponse:
    headers = {"Tracker-Run": NAME}
    return browser.client.get("/en/reports/slow?seconds=3600", headers=headers)


def cancel(browser: Browser, name: str = NAME) -> int:
    return browser.client.post(f"/en/reports/runs/{name}/cancel").status_code


def cancel_until_ended(browser: Browser, run: Future[TestResponse]) -> None:
    """Cancel as a page does: again, as a request may come before the query that it is to end."""
    while not run.done():
        assert cancel(browser) == 204
    assert run.result().status_code == 503
    assert "The report was cancelled" in run.result().get_data(as_text=True)


@pytest.fixture
def visitor(seeded_database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Browser:
    serve_slow_report(monkeypatch, tmp_path)
    return Browser(make_app(seeded_database))


def test_a_run_is_cancelled_by_who_started_it_alone(
    seeded_database: Database, visitor: Browser
) -> None:
    editor = Browser(visitor.client.application)
    editor.open_link(add(seeded_database, "editor", Role.EDITOR), "editor")
    asking = Browser(visitor.client.application)
    asking.sign_in("editor")
    with ThreadPoolExecutor() as threads, seeded_database.owner.connect() as owner:
        run = threads.submit(start, asking)
        wait_for_runs(owner, 1)
        other = threads.submit(start, visitor)  # who has got to know the name
        wait_for_runs(owner, 2)
        cancel_until_ended(Browser(visitor.client.application), other)
        assert not run.done()
        wait_for_runs(owner, 1)
        cancel_until_ended(editor, run)
        wait_for_runs(owner, 0)


def test_nobody_is_told_whether_a_run_exists(visitor: Browser) -> None:
    assert cancel(visitor) == 204
    assert cancel(visitor, "x") == cancel(visitor, NAME[1:]) == 400  # no run is called so
