"""Administrators look after people, in the browser and in SQL; one of them always remains."""

import re

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.support.people import Browser, add, make_app, somebody
from tracker.db.engine import Database
from tracker.domain.permissions import Role, verbs_of
from tracker.queries.accounts.people import get_by_email
from tracker.services.accounts import add_account, change_account, set_active
from tracker.services.audit import Author, NotAllowedError
from tracker.services.sign_in import make_link


@pytest.fixture
def app(seeded_database: Database) -> Flask:
    return make_app(seeded_database)


def test_an_administrator_adds_somebody_who_comes_in_by_the_link(
    app: Flask, seeded_database: Database
) -> None:
    with somebody(app, seeded_database, "ada", Role.ADMINISTRATOR) as ada:
        none = ada.send("/en/people/add", email="ben@example.org", name="Ben")
        assert "Choose at least one role." in none.get_data(as_text=True)
        wrong = ada.send("/en/people/add", email="ben@example.org", name="Ben", roles="king")
        assert wrong.status_code == 422
        taken = ada.send("/en/people/add", email="ADA@example.org", name="A", roles="editor")
        assert "already" in taken.get_data(as_text=True)
        added = ada.send("/en/people/add", email="ben@example.org", name="Ben", roles="editor")
        found = re.search(r"/sign-in/link/([\w-]+)", added.get_data(as_text=True))
        assert found
        ben = Browser(app)
        assert ben.open_link(found[1], "ben").status_code == 302
        assert ben.is_in()
        assert ben.get("/en/people").status_code == 403
        assert "ben@example.org" in ada.get("/en/people").get_data(as_text=True)
        own = f"/en/people/{_id_of(seeded_database, 'ben')}"
        changed = ada.send(own, name="Benjamin", roles=["reviewer", "administrator"])
        assert changed.status_code == 302
        assert ben.get("/en/people").status_code == 200
        again = ada.send(f"{own}/link", own).get_data(as_text=True)
        assert "/sign-in/link/" in again


def test_the_last_administrator_stays_one(app: Flask, seeded_database: Database) -> None:
    with somebody(app, seeded_database, "ada", Role.ADMINISTRATOR) as ada:
        for answer in (
            ada.send("/en/people/1", name="Ada", roles="editor"),
            ada.client.post(
                "/en/people/1/disable",
                data={"csrf_token": ada.token("/en/people/1")},
                follow_redirects=True,
            ),
        ):
            assert "last active administrator" in answer.get_data(as_text=True)
        assert ada.get("/en/people").status_code == 200


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE account SET active = false",
        "DELETE FROM account",
        "DELETE FROM account_role",
        "UPDATE account_role SET role_code = 'editor'",
    ],
)
def test_no_statement_removes_the_last_administrator(
    seeded_database: Database, statement: str
) -> None:
    add(seeded_database, "ada", Role.ADMINISTRATOR)
    add(seeded_database, "ben", Role.ADMINISTRATOR)
    for login in (seeded_database.app, seeded_database.owner):
        with login.connect() as connection, pytest.raises(IntegrityError) as refused:
            connection.execute(text(statement))
        assert "an_administrator_remains" in str(refused.value.orig.diag.constraint_name)  # type: ignore[union-attr]
        with login.connect() as connection:
            connection.execute(text(f"{statement} WHERE {_key(statement)} = 1"))
            connection.rollback()


def _id_of(database: Database, name: str) -> int:
    with database.session() as session:
        found = get_by_email(session, f"{name}@example.org")
    assert found
    return found.id


def _key(statement: str) -> str:
    return "account_id" if "account_role" in statement else "id"


@pytest.mark.parametrize("role", [Role.READER, Role.EDITOR, Role.REVIEWER])
def test_services_refuse_who_may_not(seeded_database: Database, role: Role) -> None:
    add(seeded_database, "ada", Role.ADMINISTRATOR)
    actor = Author("Ben", 2, verbs_of([role]))
    with seeded_database.session() as session:
        for attempt in (
            lambda: add_account(session, actor, "c@example.org", "C", [role]),
            lambda: change_account(session, actor, 1, "C", [role]),
            lambda: set_active(session, actor, 1, active=False),
            lambda: make_link(session, actor, 1),
        ):
            with pytest.raises(NotAllowedError):
                attempt()


def test_the_reports_login_sees_nobody(seeded_database: Database) -> None:
    add(seeded_database, "ada", Role.ADMINISTRATOR)
    with seeded_database.reader.connect() as connection:
        columns = connection.scalars(
            text("SELECT column_name FROM information_schema.columns WHERE table_schema = 'report'")
        )
        assert not [name for name in columns if "email" in name or "password" in name]
