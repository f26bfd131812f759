"""Each address is open to those whom the table of permissions says, and to nobody else."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from flask import Flask
from werkzeug.routing import Rule

from tests.cluster import Cluster
from tests.functional.people import Browser, make_app, somebody
from tracker.domain.permissions import PERMISSIONS, Role, Verb, visitor_verbs
from tracker.web.auth import needed

KEYS = {
    "key": "1",
    "kinds": "country",
    "id": "1",
    "code": "lithium",
    "country": "KZ",
    "token": "x",
    "path": "icon.svg",
    "name": "x",
}
KEEP = {"sign_in.leave", "accounts.sessions"}  # would end the sessions that the test uses


@pytest.fixture(scope="module", params=[True, False], ids=["open", "closed"])
def app(cluster: Cluster, seeded_template: str, request: pytest.FixtureRequest) -> Iterator[Flask]:
    with cluster.copy(seeded_template) as database:
        yield make_app(database, public_read=request.param)


@pytest.fixture(scope="module")
def browsers(app: Flask) -> Iterator[dict[Role | None, Browser]]:
    """A browser of somebody in each role, and of somebody who has not signed in."""
    database = app.extensions["database"]
    with ExitStack() as opened:
        yield {None: Browser(app)} | {
            role: opened.enter_context(somebody(app, database, role.value, role)) for role in Role
        }


def _address(rule: Rule) -> str:
    """Return an address that a rule matches: of one of a choice, that with the first."""
    chosen = re.sub(r"<any\((\w+).*?\):\w+>", r"\1", rule.rule)
    return re.sub(r"<(?:(\w+)(?:\(.*?\))?:)?(\w+)>", lambda part: KEYS[part[1] or part[2]], chosen)


def _rules(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        for method in {"GET", "POST", "PUT", "PATCH", "DELETE"} & (rule.methods or set()):
            yield rule, method


def test_every_view_says_what_it_needs(app: Flask) -> None:
    with app.app_context():
        for rule in app.url_map.iter_rules():
            needed(rule.endpoint)


@pytest.mark.parametrize("role", [None, *Role])
def test_each_address_answers_whom_it_should(
    app: Flask, browsers: dict[Role | None, Browser], role: Role | None
) -> None:
    visitor = visitor_verbs(public_read=app.config["PUBLIC_READ"])
    allowed = PERMISSIONS[role] if role else visitor
    client = browsers[role].client
    token = browsers[role].token("/account" if role else "/sign-in")
    for rule, method in _rules(app):
        if rule.endpoint in KEEP:
            continue
        address = _address(rule)
        with app.app_context():
            verb = needed(rule.endpoint)
        fields = {"csrf_token": token} if method != "GET" and verb not in allowed else None
        answer = client.open(address, method=method, data=fields, buffered=True)
        seen = (address, method, answer.status_code, answer.headers.get("Location"))
        if method != "GET":
            refused = 400 if verb in allowed else (403 if role else 401)  # 400: without its token
            assert answer.status_code == refused, seen
        elif verb in allowed:
            assert answer.status_code not in {401, 403, 500}, seen
            assert "/sign-in?next" not in (answer.headers.get("Location") or ""), seen
        elif role is not None:
            assert answer.status_code == 403, seen
        elif address.endswith((".json", ".csv")):
            assert answer.status_code == 401, seen
            assert answer.get_json()["error"]["status"] == 401
        else:
            assert answer.status_code == 302, seen
            assert answer.headers["Location"].startswith("/sign-in?next="), seen


def test_no_change_is_taken_without_the_token_of_a_form(
    app: Flask, browsers: dict[Role | None, Browser]
) -> None:
    posts = [rule for rule, method in _rules(app) if method != "GET"]
    assert posts
    for rule in posts:
        for fields in (
            {},
            {"csrf_token": "forged"},
            {"csrf_token": Browser(app).token("/sign-in")},
        ):
            answer = browsers[Role.ADMINISTRATOR].client.post(_address(rule), data=fields)
            assert answer.status_code == 400, (rule, fields)
            assert "has lapsed" in answer.get_data(as_text=True)


def test_everybody_reads_who_may(browsers: dict[Role | None, Browser], app: Flask) -> None:
    answer = browsers[None].get("/en/agreements")
    open_ = Verb.READ in visitor_verbs(public_read=app.config["PUBLIC_READ"])
    assert answer.status_code == (200 if open_ else 302)
    assert browsers[None].get("/health").status_code == 200
    assert browsers[Role.READER].get("/en/agreements").status_code == 200
