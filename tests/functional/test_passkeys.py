"""Passkeys: made, used to sign in, removed, and nothing else that looks like one."""

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.support.authenticator import Device
from tests.support.people import PASSWORD, Browser, make_app, somebody
from tracker.db.engine import Database
from tracker.domain.permissions import Role, verbs_of
from tracker.services.audit import Author, NotAllowedError
from tracker.services.passkeys import remove_passkeys_of
from tracker.services.sign_in import MOST_BY_EMAIL
from tracker.web.accounts.relying_party import PasskeyPlace, passkey_place


@pytest.fixture
def app(seeded_database: Database) -> Flask:
    return make_app(seeded_database)


def run(database: Database, statement: str) -> None:
    with database.owner.begin() as connection:
        connection.execute(text(statement))


def asked_to_make(browser: Browser, name: str = "Laptop") -> dict[str, Any]:
    page = browser.send("/en/account/passkeys/add", name=name, current=PASSWORD)
    found = re.search(r'data-options="([^"]+)"', page.get_data(as_text=True))
    assert found, page.get_data(as_text=True)
    options: dict[str, Any] = json.loads(html.unescape(found[1]))
    return options


def make(browser: Browser, device: Device, name: str = "Laptop") -> str:
    """Have a device make a passkey; return what the account says then."""
    return keep(browser, device.make(asked_to_make(browser, name)))


def keep(browser: Browser, answer: str) -> str:
    assert browser.send("/en/account/passkeys", "/en/account", answer=answer).status_code == 302
    return browser.get("/en/account").get_data(as_text=True)


def asked_to_use(browser: Browser) -> dict[str, Any]:
    asked = browser.send("/en/sign-in/passkey/challenge", "/en/sign-in")
    options: dict[str, Any] = asked.get_json()
    return options


def answer(browser: Browser, answered: str, **more: str) -> int:
    sent = browser.send("/en/sign-in/passkey", "/en/sign-in", answer=answered, **more)
    return sent.status_code


def enter(app: Flask, device: Device) -> Browser:
    """Sign in with what a device says, or not."""
    browser = Browser(app)
    answer(browser, device.use(asked_to_use(browser)))
    return browser


def test_a_passkey_lets_in_alone_even_where_a_code_is_asked_for(
    app: Flask, seeded_database: Database
) -> None:
    device = Device()
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        assert "Laptop" in make(ann, device)
    run(seeded_database, "UPDATE credential SET totp_secret = 'asked for'")
    browser = Browser(app)
    options = asked_to_use(browser)
    assert options["userVerification"] == "required"
    assert options["allowCredentials"] == []  # the device knows whose it is
    sent = browser.send(
        "/en/sign-in/passkey", "/en/sign-in", answer=device.use(options), next="/agreements"
    )
    assert sent.headers["Location"] == "/en/agreements"
    assert browser.is_in()
    assert "last used on" in browser.get("/en/account").get_data(as_text=True)


def test_one_has_several_and_none_twice_on_a_device(app: Flask, seeded_database: Database) -> None:
    laptop, telephone = Device(), Device()
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        make(ann, laptop)
        excluded = asked_to_make(ann)["excludeCredentials"]
        assert [each["transports"] for each in excluded] == [["internal"]]
        page = make(ann, telephone, "Téléphone <d'Ann>")
        assert "Laptop" in page
        assert "Téléphone &lt;d&#39;Ann&gt;" in page
        assert enter(app, laptop).is_in()
        assert enter(app, telephone).is_in()
        assert "was not added" in make(ann, laptop, "Again")


def test_a_removed_passkey_lets_nobody_in_and_ends_sessions_elsewhere(
    app: Flask, seeded_database: Database
) -> None:
    device, other = Device(), Device()
    with (
        somebody(app, seeded_database, "ann", Role.EDITOR) as ann,
        somebody(app, seeded_database, "ben", Role.EDITOR) as ben,
    ):
        make(ann, device)
        make(ann, other)
        there = enter(app, device)
        address = "/en/account/passkeys/1/remove"
        assert ben.get(address).status_code == 404
        forged = {"csrf_token": ben.token("/en/account"), "current": PASSWORD}
        assert ben.client.post(address, data=forged).status_code == 404
        assert ann.send(address, current="x").status_code == 422
        assert there.is_in()
        assert ann.send(address, current=PASSWORD).status_code == 302
        assert ann.is_in()
        assert not there.is_in()
        assert not enter(app, device).is_in()
        assert enter(app, other).is_in()


def test_a_password_is_needed_to_add_one(app: Flask, seeded_database: Database) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        page = ann.send("/en/account/passkeys/add", name="Laptop", current="x")
        assert page.status_code == 422
        assert "data-options" not in page.get_data(as_text=True)
        options = {"challenge": "", "user": {"id": "AA"}, "rp": {"id": "localhost"}}
        assert "was not added" in keep(ann, Device().make(options))


def test_a_disabled_account_is_let_in_by_none(app: Flask, seeded_database: Database) -> None:
    device = Device()
    with (
        somebody(app, seeded_database, "ada", Role.ADMINISTRATOR) as ada,
        somebody(app, seeded_database, "ben", Role.EDITOR) as ben,
    ):
        make(ben, device)
        there = enter(app, device)
        assert there.is_in()
        ada.send("/en/people/2/disable", "/en/people/2")
        assert not there.is_in()
        assert not enter(app, device).is_in()
        ada.send("/en/people/2/enable", "/en/people/2")
        assert enter(app, device).is_in()


def test_an_administrator_removes_them(app: Flask, seeded_database: Database) -> None:
    device, own = Device(), Device()
    with (
        somebody(app, seeded_database, "ada", Role.ADMINISTRATOR) as ada,
        somebody(app, seeded_database, "ben", Role.EDITOR) as ben,
    ):
        make(ben, device)
        make(ada, own)
        assert "Remove the passkey" in ada.get("/en/people/2").get_data(as_text=True)
        assert ada.send("/en/people/2/passkeys", "/en/people/2").status_code == 302
        assert "Remove the passkey" not in ada.get("/en/people/2").get_data(as_text=True)
        assert not ben.is_in()
        assert not enter(app, device).is_in()
        assert enter(app, own).is_in()
    actor = Author("Ben", 2, verbs_of([Role.REVIEWER]))
    with seeded_database.session() as session, pytest.raises(NotAllowedError):
        remove_passkeys_of(session, actor, 1)


HOSTILE: dict[str, Callable[[Device], object]] = {
    "another origin": lambda device: setattr(device, "origin", "http://localhost.evil.example"),
    "another port": lambda device: setattr(device, "origin", "http://localhost:81"),
    "nobody verified": lambda device: setattr(device, "verifies", False),
    "a count that goes back": lambda device: setattr(device, "count", 2),
    "a count that stands still": lambda device: setattr(device, "count", 4),
    "another's name": lambda device: setattr(device, "handle", "AAAAAAAAAAAAAAAAAAAAAA"),
    "another key": lambda device: setattr(device, "_key", Device()._key),  # noqa: SLF001
    "an unknown passkey": lambda device: setattr(device, "identifier", b"unknown"),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_what_is_signed_wrongly_lets_nobody_in(
    app: Flask, seeded_database: Database, how: str
) -> None:
    device = Device()
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        make(ann, device)
    device.count = 4
    assert enter(app, device).is_in()  # its count is 5 now
    HOSTILE[how](device)
    assert not enter(app, device).is_in()


def test_a_passkey_made_elsewhere_or_unlocked_by_nobody_is_not_kept(
    app: Flask, seeded_database: Database
) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        for device in (Device(origin="https://evil.example"), Device(verifies=False)):
            assert "was not added" in make(ann, device)
        elsewhere = asked_to_make(ann) | {"rp": {"id": "evil.example"}}
        assert "was not added" in keep(ann, Device().make(elsewhere))
        too_long = Device(identifier=bytes(1024))
        assert "was not added" in make(ann, too_long)


def test_anothers_passkey_lets_in_as_its_owner_alone(app: Flask, seeded_database: Database) -> None:
    own, others = Device(), Device()
    with (
        somebody(app, seeded_database, "ann", Role.EDITOR) as ann,
        somebody(app, seeded_database, "ben", Role.ADMINISTRATOR) as ben,
    ):
        make(ann, own)
        make(ben, others)
        # Ann's signature beside the name and the passkey of Ben.
        own.handle, own.identifier = others.handle, others.identifier
        assert not enter(app, own).is_in()
        # A passkey that Ben has cannot be made Ann's.
        stolen = Device(identifier=others.identifier)
        assert "was not added" in make(ann, stolen)
        assert "ben@example.org" in enter(app, others).get("/en/account").get_data(as_text=True)


def test_no_challenge_is_answered_twice_nor_in_another_browser_nor_late(
    app: Flask, seeded_database: Database
) -> None:
    device = Device(counts=False)  # whose count does not give a copy away
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        make(ann, device)
    first = Browser(app)
    answered = device.use(asked_to_use(first))
    kept = first.client.get_cookie("tracker")
    assert kept
    assert answer(Browser(app), answered) == 403
    assert answer(first, answered) == 302
    again = Browser(app)
    again.client.set_cookie("tracker", kept.value)  # with the challenge, as it was then
    assert answer(again, answered) == 403
    late = Browser(app)
    options = asked_to_use(late)
    run(seeded_database, "UPDATE passkey_challenge SET expires_at = now()")
    assert answer(late, device.use(options)) == 403
    failed = Browser(app)
    options = asked_to_use(failed)
    assert answer(failed, "{}") == 403
    assert answer(failed, device.use(options)) == 403
    assert answer(Browser(app), device.use({"challenge": "", "rpId": "localhost"})) == 403
    asked_to_use(Browser(app))
    with seeded_database.owner.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM passkey_challenge")) == 1


def test_a_challenge_to_sign_in_makes_no_passkey_and_the_other_way_round(
    app: Flask, seeded_database: Database
) -> None:
    device, other = Device(), Device()
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        make(ann, device)
        options = asked_to_make(ann)
        assert "was not added" in keep(
            ann, device.use({"challenge": options["challenge"], "rpId": "localhost"})
        )
    browser = Browser(app)
    made = asked_to_use(browser) | {"user": {"id": other.handle}, "rp": {"id": "localhost"}}
    assert answer(browser, other.make(made)) == 403


def test_attempts_with_a_known_passkey_are_counted(app: Flask, seeded_database: Database) -> None:
    device = Device()
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        make(ann, device)
    device.origin = "https://evil.example"
    statuses = []
    for _ in range(MOST_BY_EMAIL + 1):
        browser = Browser(app)
        statuses.append(answer(browser, device.use(asked_to_use(browser))))
    assert statuses == [403] * MOST_BY_EMAIL + [429]


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(),
        st.sampled_from(["[" * 15_000, '{"id":' * 2_000, "null", "1e999", '"\\ud800"']),
        st.recursive(st.none() | st.text(max_size=8) | st.integers(), st.lists).map(json.dumps),
        st.fixed_dictionaries(
            {"id": st.just("AAAA"), "rawId": st.just("AAAA"), "type": st.just("public-key")},
            optional={
                "response": st.dictionaries(
                    st.sampled_from(
                        [
                            "clientDataJSON",
                            "authenticatorData",
                            "attestationObject",
                            "signature",
                            "userHandle",
                        ]
                    ),
                    st.text(max_size=12) | st.none() | st.integers(),
                )
            },
        ).map(json.dumps),
    )
)
def test_nonsense_is_refused_and_breaks_nothing(any_browser: Browser, nonsense: str) -> None:
    assert answer(any_browser, nonsense) == 403


@pytest.fixture
def any_browser(app: Flask) -> Browser:
    return Browser(app)


@pytest.mark.parametrize(
    ("site_url", "address", "place"),
    [
        (None, "http://localhost", PasskeyPlace("http://localhost", here=True)),
        (None, "http://LOCALHOST:8000", PasskeyPlace("http://localhost:8000", here=True)),
        (None, "http://127.0.0.1:8000", PasskeyPlace("http://localhost:8000", here=False)),
        (None, "http://[::1]:8000", PasskeyPlace("http://localhost:8000", here=False)),
        (None, "http://tracker.localhost", PasskeyPlace("http://tracker.localhost", here=True)),
        (None, "https://tracker.example", PasskeyPlace("https://tracker.example", here=True)),
        (None, "http://tracker.example", None),
        (None, "http://127.0.0.1.example", None),
        (None, "https://192.0.2.7", None),
        (None, "https://[2001:db8::1]:8443", None),
        (
            "https://tracker.example/base",
            "https://tracker.example",
            PasskeyPlace("https://tracker.example", here=True),
        ),
        (
            "https://tracker.example",
            "http://127.0.0.1:8000",
            PasskeyPlace("https://tracker.example", here=False),
        ),
        ("http://192.0.2.7", "http://localhost", None),
    ],
)
def test_where_they_work(
    database: Database, site_url: str | None, address: str, place: PasskeyPlace | None
) -> None:
    app = make_app(database, site_url=site_url)
    with app.test_request_context("/", base_url=address):
        assert passkey_place() == place


def test_where_they_do_not_work_none_is_offered(app: Flask, seeded_database: Database) -> None:
    with somebody(app, seeded_database, "ann", Role.EDITOR) as ann:
        token = ann.token("/en/account")
        for site_url, words in (
            ("https://tracker.example", 'href="https://tracker.example/en/account"'),
            ("http://tracker.example", "reached by a name and over https"),
        ):
            app.config["SITE_URL"] = site_url
            page = ann.get("/en/account").get_data(as_text=True)
            assert words in page
            assert "Add a passkey" not in page
            assert "Sign in with a passkey" not in Browser(app).get("/en/sign-in").get_data(
                as_text=True
            )
            assert ann.get("/en/account/passkeys/add").status_code == 404
            asked = ann.client.post("/en/sign-in/passkey/challenge", data={"csrf_token": token})
            assert asked.status_code == 404
