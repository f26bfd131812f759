"""Whatever the site answers forbids the browser all but the site's own files, and needs no more."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.support.addresses import addresses_of, rules
from tests.support.cluster import Cluster
from tests.support.page_risks import Risks
from tests.support.people import Browser, make_app, somebody
from tracker.domain.permissions import Role

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


@pytest.fixture(scope="module")
def app(cluster: Cluster, seeded_template: str) -> Iterator[Flask]:
    with cluster.copy(seeded_template) as database:
        yield make_app(database)


@pytest.fixture(scope="module")
def browser(app: Flask) -> Iterator[Browser]:
    with somebody(app, app.extensions["database"], "ada", Role.ADMINISTRATOR) as browser:
        yield browser


@pytest.mark.parametrize("signed_in", [True, False])
def test_every_answer_is_strict(app: Flask, browser: Browser, *, signed_in: bool) -> None:
    asked = browser if signed_in else Browser(app)
    pages = 0
    for rule, method in rules(app):
        for address in addresses_of(rule):
            answer = asked.client.open(address, method=method, buffered=True)
            assert _policy(answer.headers["Content-Security-Policy"]) == POLICY, address
            assert answer.headers["X-Content-Type-Options"] == "nosniff", address
            if answer.mimetype == "text/html":
                assert Risks(answer.get_data(as_text=True)).found == [], address
                pages += 1
    assert pages > 200


@pytest.mark.parametrize("address", ["/nowhere", "/agreements?country=XX", "/agreements/0.json"])
def test_failures_are_strict_too(browser: Browser, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code >= 400
    assert _policy(answer.headers["Content-Security-Policy"]) == POLICY


def _policy(header: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in header.split(";"))
