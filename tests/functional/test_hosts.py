"""The site answers by its own names alone, so that no link of it leads elsewhere."""

from typing import Any

import pytest
from flask import Flask

from tests.support.people import make_app
from tracker.db.engine import Database

OURS = ["localhost", "LOCALHOST:8000", "127.0.0.1", "[::1]", "[::1]:8000"]
STRANGE = [
    *("elsewhere.example.org", f"{'a' * 64}.example.org", "a..b", ".", "[::1", "localhost:99999"),
    *("somebody@localhost", "localhost.example.org", "local host", "localhost/x", "x" * 300, ""),
]


@pytest.fixture
def app(database: Database) -> Flask:
    return make_app(database)


def ask(app: Flask, host: str, address: str = "/en/changes.atom") -> tuple[int, str]:
    answer = app.test_client().get(address, environ_overrides={"HTTP_HOST": host})
    return answer.status_code, answer.text


@pytest.mark.parametrize("host", OURS)
def test_this_machine_is_known(app: Flask, host: str) -> None:
    status, feed = ask(app, host)
    assert status == 200
    assert f"http://{host.lower()}/en/changes" in feed


@pytest.mark.parametrize("host", STRANGE)
def test_a_host_that_is_not_ours_is_refused_in_words(app: Flask, host: str) -> None:
    status, page = ask(app, host, "/fr/agreements")
    assert status == 400
    assert "ne porte pas le nom" in page
    assert f"http://{host}" not in page


def test_the_address_of_the_site_is_known(database: Database) -> None:
    app = make_app(database, site_url="https://tracker.example.org:8443/minerals")
    assert ask(app, "tracker.example.org:8443")[0] == 200
    assert ask(app, "TRACKER.example.org")[0] == 200
    assert ask(app, "other.example.org")[0] == 400


def test_the_address_that_is_served_on_is_known(database: Database) -> None:
    assert ask(make_app(database, host="192.0.2.7"), "192.0.2.7:8000")[0] == 200
    assert ask(make_app(database, host="2001:db8::7"), "[2001:db8::7]")[0] == 200
    assert ask(make_app(database, host="0.0.0.0"), "192.0.2.7")[0] == 400  # noqa: S104 (not bound)


@pytest.mark.parametrize(
    ("given", "scheme"),
    [
        ({"site_url": "https://tracker.example.org"}, "https"),
        ({"site_url": "https://tracker.example.org", "behind_proxy": False}, "http"),
        ({"behind_proxy": True}, "https"),
        ({}, "http"),
    ],
)
def test_a_proxy_is_believed_where_there_is_one(
    database: Database, given: dict[str, Any], scheme: str
) -> None:
    said = {"X-Forwarded-Proto": "https"}
    feed = make_app(database, **given).test_client().get("/en/changes.atom", headers=said)
    assert f"{scheme}://localhost/en/changes" in feed.text
