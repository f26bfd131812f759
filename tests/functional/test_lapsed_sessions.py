"""Where a session ends while a form is filled, one signs in on the spot and loses nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

import pytest
from sqlalchemy import text

from tests.support.forms_site import Fields, FormPage, FormsSite, fill
from tests.support.people import PASSWORD, Browser, add, make_app, somebody
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.services.sign_in import MOST_BY_EMAIL
from tracker.web.accounts.second_factor import new_secret

ADDRESS = "/en/organizations/1/edit"


@pytest.fixture
def site(seeded_database: Database) -> Iterator[FormsSite]:
    app = make_app(seeded_database)
    with somebody(app, seeded_database, "ann", Role.EDITOR) as browser:
        yield FormsSite(seeded_database, browser)


@pytest.fixture
def lapsed(site: FormsSite, seeded_database: Database) -> FormPage:
    """What somebody gets who saves a form after the session has ended."""
    fields = fill(site.open_form(ADDRESS).fields, acronym="TYPED")
    end_sessions(seeded_database)
    return site.refuse(ADDRESS, fields, 401)


def end_sessions(database: Database) -> None:
    with database.owner.begin() as connection:
        connection.execute(text("UPDATE credential SET session_key = session_key || 'x'"))


def signing(page: FormPage, who: str, password: str = PASSWORD) -> FormPage:
    """Fill in who one is."""
    fill(page.fields, **{"sign-in-email": f"{who}@example.org", "sign-in-password": password})
    return page


def typed(fields: Fields) -> list[tuple[str, str]]:
    """Return the fields of a form but those that sign in and tokens."""
    given = fields.items(multi=True)
    return [
        pair for pair in given if not pair[0].startswith("sign-in-") and pair[0] != "csrf_token"
    ]


def acronym(site: FormsSite) -> str:
    found: str = site.data("/en/organizations/1.json")["acronym"]
    return found


def test_who_signs_in_on_the_page_has_saved(site: FormsSite, lapsed: FormPage) -> None:
    assert acronym(site) == "EU"
    assert lapsed.buttons == ["save"]
    assert site.save(ADDRESS, signing(lapsed, "ann").fields) == "/en/organizations/1"
    assert acronym(site) == "TYPED"
    assert site.get("/en/account").status_code == 200


def test_a_wrong_password_keeps_all_and_shows_none(site: FormsSite, lapsed: FormPage) -> None:
    wrong = site.refuse(ADDRESS, signing(lapsed, "ann", "not the words").fields, 403)
    assert typed(wrong.fields) == typed(lapsed.fields)
    assert "The e-mail address or the password is not right." in wrong.text
    assert "not the words" not in wrong.text
    empty = site.refuse(ADDRESS, wrong.fields, 401)
    assert typed(empty.fields) == typed(lapsed.fields)
    assert site.get("/en/account").status_code == 302
    site.save(ADDRESS, signing(empty, "ann").fields)
    assert acronym(site) == "TYPED"


def test_attempts_are_counted_here_too(site: FormsSite, lapsed: FormPage) -> None:
    for _ in range(MOST_BY_EMAIL):
        lapsed = site.refuse(ADDRESS, signing(lapsed, "ann", "not the words").fields, 403)
    late = site.refuse(ADDRESS, signing(lapsed, "ann").fields, 429)
    assert "Too many attempts." in late.text
    assert late.fields["acronym"] == "TYPED"


def test_somebody_else_may_only_what_their_role_allows(
    site: FormsSite, lapsed: FormPage, seeded_database: Database
) -> None:
    app = site.client.application
    Browser(app).open_link(add(seeded_database, "reader", Role.READER), "reader")
    refused = site.refuse(ADDRESS, signing(lapsed, "reader").fields, 403)
    assert "This account may not do this." in refused.text
    assert typed(refused.fields) == typed(lapsed.fields)
    assert site.get("/en/account").status_code == 302
    Browser(app).open_link(add(seeded_database, "eve", Role.EDITOR), "eve")
    site.save(ADDRESS, signing(refused, "eve").fields)
    assert "eve" in site.page("/en/organizations/1/history")


def test_the_token_of_another_page_lets_nobody_in(site: FormsSite, lapsed: FormPage) -> None:
    forged = fill(signing(lapsed, "ann").fields, **{"sign-in-csrf_token": "forged"})
    site.refuse(ADDRESS, forged, 401)
    assert site.get("/en/account").status_code == 302
    assert acronym(site) == "EU"


def test_a_second_factor_is_asked_for_where_there_is_one(
    site: FormsSite, lapsed: FormPage, seeded_database: Database
) -> None:
    with site.client.application.app_context(), seeded_database.owner.begin() as connection:
        given = {"secret": new_secret(), "codes": [sha256(b"0123456789abcdef").hexdigest()]}
        second = "UPDATE credential SET totp_secret = :secret, recovery_codes = :codes"
        connection.execute(text(second), given)
    asked = site.refuse(ADDRESS, signing(lapsed, "ann").fields, 401)
    assert "sign-in-code" in asked.fields
    assert "sign-in-password" not in asked.fields
    assert typed(asked.fields) == typed(lapsed.fields)
    site.save(ADDRESS, fill(asked.fields, **{"sign-in-code": "0123-4567-89ab-cdef"}))
    assert acronym(site) == "TYPED"


def test_who_signed_in_elsewhere_goes_on_with_empty_fields(
    site: FormsSite, lapsed: FormPage
) -> None:
    other_window = Browser(site.client.application)
    other_window.client = site.client
    assert other_window.sign_in("ann").status_code == 302
    back = site.refuse(ADDRESS, lapsed.fields, 400)  # with a token of the session before
    site.save(ADDRESS, back.fields)
    assert acronym(site) == "TYPED"


def test_no_row_of_an_agreement_is_lost(site: FormsSite, seeded_database: Database) -> None:
    address = "/en/agreements/new"
    fields = fill(site.open_form(address).fields, title_en="Typed before the end", form="treaty")
    for part in ("parties", "parties", "actions", "scope", "parties-1-citations", "officials"):
        fields = site.press(address, fields, f"add:{part}").fields
    fill(
        fields,
        **{
            "reference": "L1",
            "title_fr": "Écrit avant la fin",
            "parties-0-who-text": "KZ",
            "parties-1-who-text": "US",
            "parties-1-citations-0-document_id-text": "2022 Critical Minerals Strategy",
            "parties-1-citations-0-quote": "two lines\nof “words”",
            "actions-0-kind": "signed",
            "actions-0-happened_on": "6 novembre 2025",
            "scope-0-what-text": "lithium",
            "officials-0-official_id-text": "Kassym-Jomart Tokayev",
        },
    )
    end_sessions(seeded_database)
    kept = FormPage(site.send(address, fields, "add:commitments").text)
    assert typed(kept.fields) == typed(fields)
    page = site.press(address, signing(kept, "ann").fields, kept.buttons[0])
    assert "commitments-0-what_en" in page.fields
    end_sessions(seeded_database)
    fill(page.fields, **{"commitments-0-what_en": "To build", "commitments-0-what_fr": "Bâtir"})
    kept = site.refuse(address, page.fields, 401)
    agreement = site.data(f"{site.save(address, signing(kept, 'ann').fields)}.json")
    assert [party["name"] for party in agreement["parties"]] == ["Kazakhstan", "United States"]
    assert "of “words”" in str(agreement)
    assert "To build" in str(agreement)


def test_a_form_over_a_page_is_kept_and_saved_alike(
    site: FormsSite, seeded_database: Database
) -> None:
    address = "/en/organizations/new?for=who"
    fields = site.open_form(address).fields
    for name, value in (("name_en", "Kept"), ("name_fr", "Gardée"), ("kind", "forum")):
        fields[f"who-new-{name}"] = value
    end_sessions(seeded_database)
    kept = site.refuse(address, fields, 401)
    assert "<html" not in kept.text
    answer = site.send(address, signing(kept, "ann").fields)
    assert json.loads(answer.headers["HX-Trigger"])["created"]["name"] == "Kept"


def test_who_lost_the_role_meanwhile_loses_nothing(
    site: FormsSite, seeded_database: Database
) -> None:
    fields = fill(site.open_form(ADDRESS).fields, acronym="TYPED")
    with seeded_database.owner.begin() as connection:
        connection.execute(text("UPDATE account_role SET role_code = 'reader'"))
    kept = site.refuse(ADDRESS, fields, 403)
    assert "Your account may not do this" in kept.text
    assert kept.fields["acronym"] == "TYPED"
    Browser(site.client.application).open_link(add(seeded_database, "eve", Role.EDITOR), "eve")
    site.save(ADDRESS, signing(kept, "eve").fields)
    assert acronym(site) == "TYPED"


@dataclass
class OtherForm:
    """A form that is no record's, filled, and the query for what was ever typed in its like."""

    address: str
    fields: Fields
    do: str
    kept: str


_REASONS = "SELECT reason FROM history.change ORDER BY id"
OTHER_FORMS = {
    "delete": ("/en/events/1/delete", "reason", _REASONS),
    "restore": (f"{ADDRESS[:-5]}/history/{{change}}/restore", "reason", _REASONS),
    "review": ("/en/agreements/1/review", "words", "SELECT reason FROM review ORDER BY id"),
    "person": ("/en/people/1", "name", "SELECT display_name FROM account ORDER BY id"),
}
"""Forms that are no record's: their address, a field in which one types, and where it is kept."""


@pytest.fixture(params=OTHER_FORMS)
def other(request: pytest.FixtureRequest, site: FormsSite, seeded_database: Database) -> OtherForm:
    """A form that somebody has filled who may do everything."""
    with seeded_database.owner.begin() as connection:
        connection.execute(text("UPDATE account_role SET role_code = 'administrator'"))
    address, field, kept = OTHER_FORMS[request.param]
    address = address.format(change=site.keys("SELECT max(id) FROM history.change")[0])
    site.save(ADDRESS, fill(site.open_form(ADDRESS).fields, acronym="ANOTHER"))
    page = site.open_form(address if request.param != "review" else "/en/agreements/1")
    do = page.buttons[0] if page.buttons else ""
    return OtherForm(address, fill(page.fields, **{field: "all I say"}), do, kept)


def test_what_is_typed_in_another_form_is_kept_and_sent_alike(
    site: FormsSite, other: OtherForm, seeded_database: Database
) -> None:
    end_sessions(seeded_database)
    answer = site.send(other.address, other.fields, other.do)
    assert answer.status_code == 401
    kept = FormPage(answer.text)
    assert typed(kept.fields) == typed(other.fields)
    signed_in = site.send(other.address, signing(kept, "ann").fields, kept.buttons[0])
    assert signed_in.status_code in {302, 303}
    assert [*site.rows(other.kept)][-1][0] == "all I say"


def test_another_form_whose_token_has_lapsed_is_sent_again(
    site: FormsSite, other: OtherForm
) -> None:
    other.fields["csrf_token"] += "x"
    answer = site.send(other.address, other.fields, other.do)
    assert answer.status_code == 400
    kept = FormPage(answer.text)
    assert typed(kept.fields) == typed(other.fields)
    assert site.send(other.address, kept.fields, kept.buttons[0]).status_code in {302, 303}
    assert [*site.rows(other.kept)][-1][0] == "all I say"
