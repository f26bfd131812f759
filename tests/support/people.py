"""People of a site under test, and what they do in their browsers."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from flask import Flask
from pydantic import SecretStr
from werkzeug.test import TestResponse

from tracker.app import create_app
from tracker.config import Settings
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.domain.vocabularies import Door
from tracker.services.accounts import add_account
from tracker.services.audit import Author, begin_change
from tracker.services.sign_in import make_link

if TYPE_CHECKING:
    from flask.testing import FlaskClient

PROGRAM = Author("tests")
PASSWORD = "four words of tests"  # noqa: S105 (of people who live for a test)


def make_app(database: Database, **settings: object) -> Flask:
    given = {"secret_key": SecretStr("for tests alone " * 3)} | settings
    return create_app(database, Settings(**given))  # type: ignore[arg-type]


def add(database: Database, name: str, *roles: Role) -> str:
    """Add a person; return the secret of the one-time link."""
    with database.transaction() as session:
        begin_change(session, PROGRAM, Door.CLI)
        return add_account(session, PROGRAM, f"{name}@example.org", name, roles)[1]


def link_for(database: Database, account_id: int) -> str:
    with database.transaction() as session:
        return make_link(session, PROGRAM, account_id)


class Browser:
    """One browser of somebody's."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()

    def get(self, address: str) -> TestResponse:
        return self.client.get(address)

    def send(
        self,
        address: str,
        page: str | None = None,
        **fields: Any,  # noqa: ANN401 (what forms hold)
    ) -> TestResponse:
        """Send a form as the page at ``page`` has it: with its token."""
        return self.client.post(address, data={"csrf_token": self.token(page or address), **fields})

    def token(self, page: str) -> str:
        shown = self.get(page).get_data(as_text=True)
        found = re.search(r'name="csrf_token"[^>]* value="([^"]+)"', shown)
        assert found, shown
        return found[1]

    def open_link(self, token: str, who: str, **changed: str) -> TestResponse:
        chosen = {
            "email": f"{who}@example.org",
            "name": who,
            "password": PASSWORD,
            "repeated": PASSWORD,
        }
        return self.send(f"/en/sign-in/link/{token}", **(chosen | changed))

    def sign_in(self, name: str, password: str = PASSWORD, **more: str) -> TestResponse:
        email = f"{name}@example.org"
        return self.send("/en/sign-in", email=email, password=password, **more)

    def is_in(self) -> bool:
        return self.get("/en/account").status_code == 200


@contextmanager
def somebody(app: Flask, database: Database, name: str, *roles: Role) -> Iterator[Browser]:
    """Lend the browser of a new person who has signed in."""
    browser = Browser(app)
    answer = browser.open_link(add(database, name, *roles), name)
    assert answer.status_code == 302, answer.get_data(as_text=True)
    yield browser
