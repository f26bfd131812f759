"""Signing in and out, by every way there is, and by none that there should not be."""

import re
import subprocess
import sys

import pytest
from flask import Flask
from passlib.totp import TOTP
from sqlalchemy import text

from tests.support.people import PASSWORD, Browser, add, link_for, make_app, somebody
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.services.sign_in import MOST_BY_EMAIL


@pytest.fixture
def app(seeded_database: Database) -> Flask:
    return make_app(seeded_database)


def run(database: Database, statement: str) -> None:
    with database.owner.begin() as connection:
        connection.execute(text(statement))


def test_a_link_lets_in_once_and_opening_it_uses_nothing(
    app: Flask, seeded_database: Database
) -> None:
    token = add(seeded_database, "ann", Role.EDITOR)
    first, second = Browser(app), Browser(app)
    for _ in range(3):
        assert first.get(f"/en/sign-in/link/{token}").status_code == 200
    page = f"/en/sign-in/link/{token}"
    late = second.token(page)
    assert first.open_link(token, "ann", name="Ann Ableton").status_code == 302
    assert first.is_in()
    assert "Ann Ableton" in first.get("/en/").get_data(as_text=True)
    fields = {"email": "ann@example.org", "name": "x", "password": PASSWORD, "repeated": PASSWORD}
    assert second.client.post(page, data={"csrf_token": late, **fields}).status_code == 410
    assert not second.is_in()
    assert second.sign_in("ann").status_code == 302
    assert second.is_in()


def test_a_link_lapses_and_gives_way_to_a_newer_one(app: Flask, seeded_database: Database) -> None:
    old = add(seeded_database, "ann", Role.EDITOR)
    new = link_for(seeded_database, 1)
    assert Browser(app).get(f"/en/sign-in/link/{old}").status_code == 410
    assert Browser(app).get(f"/en/sign-in/link/{new}").status_code == 200
    run(seeded_database, "UPDATE sign_in_link SET expires_at = now()")
    assert Browser(app).get(f"/en/sign-in/link/{new}").status_code == 410
    assert Browser(app).get("/en/sign-in/link/made-up").status_code == 410


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    app: Flask, seeded_database: Database
) -> None:
    token = add(seeded_database, "ann", Role.EDITOR)
    add(seeded_database, "ben", Role.EDITOR)
    browser = Browser(app)
    for changed, words in (
        ({"password": "short", "repeated": "short"}, "At least 10 characters."),
        ({"repeated": "another one altogether"}, "The two passwords differ."),
        ({"email": "nowhere"}, "This is not an e-mail address."),
        ({"email": "ben@example.org"}, "Another account has this e-mail address."),
        ({"name": " "}, "Please fill this in."),
    ):
        answer = browser.open_link(token, "ann", **changed)
        assert answer.status_code == 422
        assert words in answer.get_data(as_text=True)
    assert browser.open_link(token, "ann").status_code == 302


def test_nobody_learns_whether_there_is_an_account(app: Flask, seeded_database: Database) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR):
        add(seeded_database, "ben", Role.EDITOR)  # who has no password yet
        pages = []
        for name in ("ann", "ben", "nobody"):
            answer = Browser(app).sign_in(name, "a wrong password")
            assert answer.status_code == 403
            page = answer.get_data(as_text=True)
            pages.append(re.sub(r'name="csrf_token"[^>]*>|\w+@example.org', "", page))
        assert len(set(pages)) == 1
        assert "is not right" in pages[0]


def test_signing_in_is_throttled_whatever_the_browser_and_the_worker(
    app: Flask, seeded_database: Database
) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR):
        for _ in range(MOST_BY_EMAIL):
            assert Browser(app).sign_in("ann", "wrong").status_code == 403
        other = make_app(seeded_database)
        refused = Browser(other).sign_in("ann")
        assert refused.status_code == 429
        assert "Too many attempts" in refused.get_data(as_text=True)
        run(seeded_database, "UPDATE sign_in_attempt SET attempted_at = now() - interval '16 min'")
        assert Browser(other).sign_in("ann").status_code == 302


def test_who_gives_the_right_password_on_the_account_is_forgiven(
    app: Flask, seeded_database: Database
) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        for _ in range(MOST_BY_EMAIL + 1):
            right = ann.send("/en/account/second-factor/remove", current=PASSWORD)
            assert right.status_code == 302
        assert Browser(app).sign_in("ann").status_code == 302
        for _ in range(MOST_BY_EMAIL):
            ann.send("/en/account/second-factor/remove", current="wrong")
        wrong = ann.send("/en/account/second-factor/remove", current=PASSWORD)
        assert "Too many attempts" in wrong.get_data(as_text=True)


def test_one_place_cannot_try_every_account(app: Flask, seeded_database: Database) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR):
        run(
            seeded_database,
            "INSERT INTO sign_in_attempt (email, address)"
            " SELECT n || '@example.org', '127.0.0.1' FROM generate_series(1, 60) AS n",
        )
        assert Browser(app).sign_in("ann").status_code == 429


def test_a_disabled_account_is_out_at_once(app: Flask, seeded_database: Database) -> None:
    with (
        somebody(app, seeded_database, "ada", Role.ADMINISTRATOR) as ada,
        somebody(app, seeded_database, "ben", Role.EDITOR) as ben,
    ):
        assert ben.is_in()
        assert ada.send("/en/people/2/disable", "/en/people/2").status_code == 302
        assert not ben.is_in()
        assert Browser(app).sign_in("ben").status_code == 403
        assert ada.send("/en/people/2/enable", "/en/people/2").status_code == 302
        assert not ben.is_in()
        assert Browser(app).sign_in("ben").status_code == 302


def test_another_password_ends_the_sessions_elsewhere(
    app: Flask, seeded_database: Database
) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR) as here:
        there = Browser(app)
        there.sign_in("ann")
        new = "another four words"
        wrong = here.send("/en/account/password", current="x", password=new, repeated=new)
        assert wrong.status_code == 422
        assert there.is_in()
        right = here.send("/en/account/password", current=PASSWORD, password=new, repeated=new)
        assert right.status_code == 302
        assert here.is_in()
        assert not there.is_in()
        assert Browser(app).sign_in("ann").status_code == 403
        assert there.sign_in("ann", new).status_code == 302
        assert here.send("/en/account/sessions", "/en/account").status_code == 302
        assert here.is_in()
        assert not there.is_in()


def test_signing_out_ends_the_session_even_for_who_kept_its_cookie(
    app: Flask, seeded_database: Database
) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR) as browser:
        kept = browser.client.get_cookie("tracker")
        assert kept is not None
        assert browser.send("/en/sign-out", "/en/account").status_code == 302
        assert not browser.is_in()
        browser.client.set_cookie("tracker", kept.value)
        assert not browser.is_in()


def test_a_second_factor_is_asked_for_and_no_code_is_good_twice(
    app: Flask, seeded_database: Database
) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR) as browser:
        page = browser.get("/en/account/second-factor").get_data(as_text=True)
        found = re.search(r"<code>([A-Z0-9-]+)</code>", page)
        assert found, page
        app_of_ann = TOTP(found[1])
        code = app_of_ann.generate().token
        done = browser.send("/en/account/second-factor", current=PASSWORD, code=code)
        recovery = re.findall(r"<code>([0-9a-f-]+)</code>", done.get_data(as_text=True))
        assert len(recovery) == 8

        other = Browser(app)
        asked = other.sign_in("ann", next="/agreements")
        assert asked.headers["Location"].startswith("/en/sign-in/code")
        assert not other.is_in()
        assert other.send("/en/sign-in/code", code=code).status_code == 403  # it was used above
        assert other.send("/en/sign-in/code", code="000000").status_code == 403
        entered = other.send("/en/sign-in/code", code=recovery[0], next="/agreements")
        assert entered.headers["Location"] == "/en/agreements"
        assert other.is_in()

        third = Browser(app)
        third.sign_in("ann")
        assert third.send("/en/sign-in/code", code=recovery[0]).status_code == 403
        run(seeded_database, "UPDATE credential SET totp_counter = totp_counter - 9")
        code = app_of_ann.generate().token
        assert third.send("/en/sign-in/code", code=code).status_code == 302

        off = "/en/account/second-factor/remove"
        assert browser.send(off, current="x").status_code == 422
        assert browser.send(off, current=PASSWORD).status_code == 302
        assert Browser(app).sign_in("ann").headers["Location"] == "/en/"


def test_nobody_comes_to_the_code_without_the_password(app: Flask) -> None:
    answer = Browser(app).get("/en/sign-in/code")
    assert answer.headers["Location"] == "/en/sign-in"


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        r"/\evil.example",
        r"\\evil.example",
        "/\t/evil.example",
        "\t//evil.example",
        "/%09/evil.example\n",
        "/en//evil.example\r\nLocation: //evil.example",
        "http:evil.example",
        "javascript:alert(1)",
        "evil.example",
        "",
    ],
)
def test_no_redirect_leads_elsewhere(app: Flask, seeded_database: Database, wanted: str) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR) as browser:
        assert Browser(app).sign_in("ann", next=wanted).headers["Location"] == "/en/"
        again = browser.client.get("/fr/sign-in", query_string={"next": wanted})
        assert again.headers["Location"] == "/fr/"


def test_one_comes_back_to_where_one_was(seeded_database: Database) -> None:
    app = make_app(seeded_database, public_read=False)
    with somebody(app, seeded_database, "ann", Role.EDITOR):
        browser = Browser(app)
        asked = browser.get("/fr/agreements?country=KZ").headers["Location"]
        assert asked.startswith("/fr/sign-in?next=")
        form = browser.get(asked).get_data(as_text=True)
        assert 'value="/agreements?country=KZ"' in form
        entered = browser.client.post(
            "/fr/sign-in",
            data={
                "csrf_token": browser.token(asked),
                "email": "ANN@example.org ",
                "password": PASSWORD,
                "next": "/agreements?country=KZ",
            },
        )
        assert entered.headers["Location"] == "/fr/agreements?country=KZ"


def test_cookies_are_kept_from_scripts_and_from_plain_http(seeded_database: Database) -> None:
    for site_url, secure in ((None, False), ("https://tracker.example.org", True)):
        app = make_app(seeded_database, site_url=site_url)
        cookie = app.test_client().get("/en/sign-in").headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert ("Secure" in cookie) is secure


def test_a_visitor_gets_no_cookie(app: Flask) -> None:
    assert "Set-Cookie" not in Browser(app).get("/en/agreements").headers


@pytest.mark.parametrize(
    ("language", "words"), [("en", "At most 4 MB"), ("fr", "Pas plus de 4 Mo")]
)
@pytest.mark.parametrize("address", ["sign-in", "agreements/new"])
def test_what_is_too_much_is_said(app: Flask, address: str, language: str, words: str) -> None:
    for content_type in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=b"):
        answer = app.test_client().post(
            f"/{language}/{address}",
            data=b"a=" + b"x" * (5 * 1024 * 1024),
            content_type=content_type,
        )
        assert answer.status_code == 413
        assert words in answer.get_data(as_text=True)


def test_secrets_are_nowhere_but_hashed(app: Flask, seeded_database: Database) -> None:
    token = add(seeded_database, "ann", Role.EDITOR)
    assert Browser(app).open_link(token, "ann").status_code == 302
    with seeded_database.owner.connect() as connection:
        hashed = connection.scalar(text("SELECT password_hash FROM credential"))
        assert hashed.startswith("$argon2id$")
        tables = connection.scalars(
            text("SELECT table_name FROM information_schema.tables WHERE table_schema = 'history'")
        )
        secret = {"credential", "sign_in_link", "sign_in_attempt", "passkey", "passkey_challenge"}
        assert not secret & set(tables)


def test_a_password_is_hashed_at_the_cost_that_is_advised() -> None:
    """In a process of its own: those of the other tests are hashed quickly."""
    hashing = """
from flask_security import hash_password
from pydantic import SecretStr
from sqlalchemy import make_url
from tracker.app import create_app
from tracker.config import Settings
from tracker.db.engine import Database

database = Database(make_url("postgresql://nobody@localhost/nothing"))
with create_app(database, Settings(secret_key=SecretStr("for tests alone " * 3))).app_context():
    print(hash_password("four words of tests"))
"""
    done = subprocess.run(
        [sys.executable, "-c", hashing], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
