"""Each address is open to those whom the table of permissions says, and to nobody else."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Row, text

from tests.support.addresses import addresses_of, rules
from tests.support.cluster import Cluster
from tests.support.forms_site import FormPage, fill
from tests.support.people import Browser, make_app, somebody
from tracker.domain.permissions import PERMISSIONS, Role, Verb, visitor_verbs
from tracker.web.site.auth import needed

_STATE = text("""
    SELECT (SELECT max(id) FROM history.change),
        (SELECT string_agg(c::text, ',' ORDER BY c::text) FROM credential AS c),
        (SELECT string_agg(l::text, ',' ORDER BY l::text) FROM sign_in_link AS l),
        (SELECT count(*) FROM sign_in_attempt)
""")
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
    for rule, method in rules(app):
        if rule.endpoint in KEEP:
            continue
        address = addresses_of(rule)[0]
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
    browser = browsers[Role.ADMINISTRATOR]
    posts = [rule for rule, method in rules(app) if method != "GET"]
    assert posts
    before = _state(app)
    for rule in posts:
        address = addresses_of(rule)[0]
        typed = FormPage(browser.get(address).get_data(as_text=True)).fields
        typed.poplist("csrf_token")
        for token in ([], ["forged"], [Browser(app).token("/sign-in")]):
            fields = {**typed.to_dict(flat=False), "csrf_token": token}
            answer = browser.client.post(address, data=fields)
            assert answer.status_code == 400, (rule, token)
            assert "has lapsed" in answer.get_data(as_text=True)
    assert _state(app) == before


def test_a_form_of_a_record_without_its_token_comes_back_as_it_was_typed(
    app: Flask, browsers: dict[Role | None, Browser]
) -> None:
    browser = browsers[Role.ADMINISTRATOR]
    forms = [rule for rule, _ in rules(app) if rule.endpoint.endswith((".new", ".edit"))]
    before = _state(app)
    for rule in forms:
        address = addresses_of(rule)[0]
        fields = FormPage(browser.get(address).get_data(as_text=True)).fields
        typed = {name: "Typed <b>" for name in fields if name.endswith(("_en", "_fr"))}
        typed["reason"] = "Typed too"
        fields["csrf_token"] += "x"
        answer = browser.client.post(address, data=fill(fields, **typed))
        kept = FormPage(answer.get_data(as_text=True)).fields
        assert answer.status_code == 400, address
        assert {name: kept.get(name) for name in typed} == typed, address
    assert _state(app) == before


def _state(app: Flask) -> Row[Any]:
    """Return what differs after any change, of a record or of who may come in."""
    with app.extensions["database"].owner.connect() as connection:
        state: Row[Any] = connection.execute(_STATE).one()
    return state


def test_everybody_reads_who_may(browsers: dict[Role | None, Browser], app: Flask) -> None:
    answer = browsers[None].get("/en/agreements")
    open_ = Verb.READ in visitor_verbs(public_read=app.config["PUBLIC_READ"])
    assert answer.status_code == (200 if open_ else 302)
    assert browsers[None].get("/health").status_code == 200
    assert browsers[Role.READER].get("/en/agreements").status_code == 200
