"""What a form is to choose and is not there yet is made without leaving the form."""

import json
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.support.cluster import Cluster
from tests.support.forms_site import FormPage, FormsSite, fill
from tests.support.people import make_app, somebody
from tracker.domain.permissions import Role


@pytest.fixture(scope="module")
def sites(cluster: Cluster, seeded_template: str) -> Iterator[dict[Role, FormsSite]]:
    """The site as an editor and as an administrator sees it."""
    with cluster.copy(seeded_template) as database, ExitStack() as opened:
        app = make_app(database)
        yield {
            role: FormsSite(
                database, opened.enter_context(somebody(app, database, role.value, role))
            )
            for role in (Role.EDITOR, Role.ADMINISTRATOR)
        }


KINDS = {
    "agreement": "Agreement",
    "country": "Country",
    "event": "Event",
    "mineral": "Mineral",
    "official": "Official",
    "organization": "Organization",
    "post": "Post",
    "sector": "Sector",
    "source": "Source",
}


@pytest.mark.parametrize("kind", KINDS)
def test_whoever_may_is_offered_to_make_what_is_not_there(
    sites: dict[Role, FormsSite], kind: str
) -> None:
    for role, site in sites.items():
        may = role is Role.ADMINISTRATOR or kind not in {"country", "sector"}
        last = site.data(f"/en/choose/{kind}.json", q="None & nobody")[-1:]
        expected = [("Create “None & nobody”", KINDS[kind])] if may else []
        assert [(choice["name"], choice["detail"]) for choice in last] == expected
        for choice in last:
            assert "None &amp; nobody" in site.page(choice["create"])


def test_to_make_one_is_the_last_choice_of_those_found(sites: dict[Role, FormsSite]) -> None:
    found = sites[Role.EDITOR].data("/fr/choose/country+organization.json", q="kazakhstan")
    assert found[0]["value"] == "country:KZ"
    assert [choice["name"] for choice in found if "create" in choice] == [
        "Créer «\u00a0kazakhstan\u00a0»"
    ]
    assert "create" in found[-1]
    assert sites[Role.EDITOR].data("/en/choose/country.json", q=" ") == []


def test_a_record_is_made_for_a_field_and_told_to_it(sites: dict[Role, FormsSite]) -> None:
    site = sites[Role.EDITOR]
    (new,) = site.data("/en/choose/organization.json", q="Minerals Guild")
    address = f"{new['create']}&for=parties-0-who"
    page = site.open_form(address)
    assert "<html" not in page.text
    start = "parties-0-who-new-"
    assert page.fields[f"{start}name_en"] == "Minerals Guild"
    fields = site.press(address, page.fields, f"add:{start}members").fields
    fill(fields, **{f"{start}kind": "forum", f"{start}members-0-who-text": "KZ"})
    refused = site.refuse(address, fields)
    assert refused.errors == ["Fill this in."]
    assert f'id="{start}name_fr-error"' in refused.text
    fill(refused.fields, **{f"{start}name_fr": "Guilde des minéraux"})
    answer = site.send(address, refused.fields)
    assert (answer.status_code, answer.text) == (201, "")
    made = json.loads(answer.headers["HX-Trigger"])["created"]
    assert made["name"] == "Minerals Guild"
    kind, _, key = made["value"].partition(":")
    assert kind == "organization"
    members = site.data(f"/en/organizations/{key}.json")["members"]
    assert [member["member"]["country_code"] for member in members] == ["KZ"]


def test_what_the_database_refuses_is_said_in_place(sites: dict[Role, FormsSite]) -> None:
    address = "/en/organizations/new?for=who"
    site = sites[Role.EDITOR]
    fields = site.open_form(address).fields
    for name, value in (("name_en", "European Union"), ("name_fr", "UE"), ("kind", "union")):
        fields[f"who-new-{name}"] = value
    refused = site.refuse(address, fields)
    assert refused.errors == ["There is another one of this name."]
    assert 'id="who-new-name_en-error"' in refused.text


def test_a_source_is_made_of_its_address_or_its_title(sites: dict[Role, FormsSite]) -> None:
    site = sites[Role.EDITOR]
    named = site.open_form("/en/sources/new?called=A+title&for=x").fields
    assert (named["x-new-title"], named["x-new-url"]) == ("A title", "")
    fields = site.open_form("/en/sources/new?called=https://a.example/b&for=x").fields
    assert (fields["x-new-title"], fields["x-new-url"]) == ("", "https://a.example/b")
    fill(fields, **{"x-new-publisher": "A", "x-new-class_": "news"})
    answer = site.send("/en/sources/new?for=x", fields)
    made = json.loads(answer.headers["HX-Trigger"])["created"]
    assert made["value"].startswith("source:")
    assert made["name"] == "https://a.example/b"


def test_a_field_of_no_name_asks_for_nothing(sites: dict[Role, FormsSite]) -> None:
    page = sites[Role.EDITOR].page('/en/posts/new?for="><script>alert(1)</script>')
    assert "<script>alert" not in page
    assert "<html" in page


def test_without_scripts_a_field_leads_to_the_form_of_what_is_not_there(
    sites: dict[Role, FormsSite],
) -> None:
    site = sites[Role.EDITOR]
    address = "/en/agreements/new"
    fields = site.press(address, site.open_form(address).fields, "add:parties").fields
    back = site.refuse(address, fill(fields, **{"parties-0-who-text": "Minerals Order"}))
    assert "Nothing is called Minerals Order." in back.errors
    assert 'href="/en/organizations/new?called=Minerals+Order" target="_blank"' in back.text
    assert "/en/countries/new" not in back.text
    made = FormPage(site.page("/en/organizations/new?called=Minerals+Order")).fields
    site.save("/en/organizations/new", fill(made, name_fr="Ordre", kind="forum"))
    fields = fill(back.fields, reference="M1", title_en="A", title_fr="B", form="treaty")
    agreement = site.data(f"{site.save(address, fields)}.json")
    assert [party["name"] for party in agreement["parties"]] == ["Minerals Order"]
