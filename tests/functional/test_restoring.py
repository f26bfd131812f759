"""A past state of a record is restored as a new change, by those who may edit it."""

import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import select, text

from tests.support.cluster import Cluster
from tests.support.forms_site import FormsSite, fill
from tests.support.people import PROGRAM, Browser, make_app, somebody
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.domain.vocabularies import Door
from tracker.models.shapes import RECORDS
from tracker.queries.history.restoring import open_past
from tracker.services.audit import begin_change
from tracker.services.records import delete_record, save_record
from tracker.services.refusals import RefusedError

Sites = dict[Role | None, FormsSite]
KEYS = {"id", "subject", "url"}
"""What data addresses know rows by."""


@pytest.fixture(scope="module")
def database(cluster: Cluster, seeded_template: str) -> Iterator[Database]:
    with cluster.copy(seeded_template) as database:
        yield database


@pytest.fixture(scope="module")
def sites(database: Database) -> Iterator[Sites]:
    """The site as somebody in each role sees it, and as a visitor does."""
    with ExitStack() as opened:
        app = make_app(database)
        yield {None: FormsSite(database, Browser(app))} | {
            role: FormsSite(
                database, opened.enter_context(somebody(app, database, role.value, role))
            )
            for role in Role
        }


@pytest.fixture(scope="module")
def site(sites: Sites) -> FormsSite:
    return sites[Role.EDITOR]


@pytest.fixture(scope="module")
def agreements(site: FormsSite) -> Iterator[int]:
    """Agreements with cited parts, to which no other refers, one after another."""
    return iter(
        site.keys(
            "SELECT a.id FROM agreement AS a WHERE EXISTS (SELECT FROM citation AS c"
            " WHERE c.agreement_id = a.id AND c.agreement_party_id IS NOT NULL)"
            " AND EXISTS (SELECT FROM agreement_action AS c WHERE c.agreement_id = a.id)"
            " AND NOT EXISTS"
            " (SELECT FROM agreement_relation AS r WHERE r.related_agreement_id = a.id)"
            " AND NOT EXISTS (SELECT FROM agreement AS b WHERE b.base_agreement_id = a.id)"
            " ORDER BY a.id"
        )
    )


def newest(site: FormsSite) -> int:
    return int(site.keys("SELECT max(id) FROM history.change")[0])


def said(value: Any) -> Any:  # noqa: ANN401 (of JSON)
    """Return what a record's data says, without the keys of its rows; sources in any order."""
    if isinstance(value, dict):
        told = {name: said(each) for name, each in value.items() if name not in KEYS}
        return told | {"citations": sorted(map(str, told.get("citations", ())))}
    return [said(each) for each in value] if isinstance(value, list) else value


def state(site: FormsSite, address: str, **query: str) -> Any:  # noqa: ANN401 (of JSON)
    return said(site.data(f"{address}.json", **query))


def moment(site: FormsSite, number: int) -> str:
    [at] = site.keys("SELECT at FROM history.change WHERE id = :n", n=number)
    return str(at.isoformat())


def remove(site: FormsSite, address: str) -> None:
    fields = site.open_form(f"{address}/delete").fields
    assert site.send(f"{address}/delete", fields).status_code == 303


def restore(site: FormsSite, address: str, number: int, reason: str = "It was right") -> str:
    """Press the button; return the page that follows."""
    form = f"{address}/history/{number}/restore"
    fields = fill(site.open_form(form).fields, reason=reason)
    answer = site.client.post(form, data=fields, follow_redirects=True)
    assert answer.status_code == 200, answer.text
    return answer.text


def test_what_was_edited_is_as_it_was_then_parts_and_evidence_too(
    site: FormsSite, agreements: Iterator[int]
) -> None:
    address = f"/en/agreements/{next(agreements)}"
    first, before = newest(site), state(site, address)
    form = site.open_form(f"{address}/edit")
    fields = fill(form.fields, title_en="Renamed <b>")
    fields = site.press(f"{address}/edit", fields, "remove:parties-0").fields
    fields = site.press(f"{address}/edit", fields, "remove:actions-0").fields
    site.save(f"{address}/edit", fields)
    second, after = newest(site), state(site, address)
    assert after != before

    page = site.page(f"{address}/history/{first}/restore")
    assert "<del>Renamed &lt;b&gt;</del>" in page
    assert page.count('class="added"') >= 3  # party, action, citation
    assert "Citation · Party" in page
    assert "<dt>Source</dt>" in page
    assert "<dt>key</dt>" not in page
    assert "It was restored" not in site.page(f"{address}/history")
    assert restore(site, address, first, "It was restored").count("Restored.") == 1

    assert state(site, address) == before
    assert state(site, address, as_of=moment(site, second)) == after
    assert state(site, address, as_of=moment(site, first)) == before
    assert "It was restored" in site.page(f"{address}/history")
    assert "there is nothing to restore" in site.page(f"{address}/history/{first}/restore")
    restore(site, address, second)
    assert state(site, address) == after


def test_what_was_removed_comes_back_at_its_address(
    site: FormsSite, agreements: Iterator[int]
) -> None:
    address = f"/en/agreements/{next(agreements)}"
    first, before = newest(site), state(site, address)
    remove(site, address)
    assert site.get(address).status_code == 404
    removed = newest(site)
    history = site.page(f"{address}/history")
    assert f"{address}/history/{first}/restore" not in history  # that change was another's
    [link] = set(re.findall(rf"{address}/history/\d+/restore", history))
    assert str(removed) not in link
    assert site.get(f"{address}/history/{removed}/restore").status_code == 404
    assert "come back at its old address" in site.page(f"{address}/history/{first}/restore")
    restore(site, address, first)
    assert state(site, address) == before


@pytest.mark.parametrize(
    "subject", ["countries", "events", "minerals", "officials", "organizations", "sectors"]
)
def test_every_subject_is_restored(sites: Sites, subject: str) -> None:
    site = sites[Role.ADMINISTRATOR]
    address = f"/en/{subject}/{site.record_keys(subject)[0]}"
    first, before = newest(site), state(site, address)
    fields = site.open_form(f"{address}/edit").fields
    name = next(each for each in ("name_en", "title_en", "name") if each in fields)
    site.save(f"{address}/edit", fill(fields, **{name: "Another"}))
    assert state(site, address) != before
    restore(site, address, first)
    assert state(site, address) == before


def test_what_has_no_page_of_its_own_is_restored(sites: Sites) -> None:
    site = sites[Role.ADMINISTRATOR]
    [post] = site.keys("SELECT min(id) FROM post")
    for subject, form, name in (
        (f"posts/{post}", f"/en/posts/{post}/edit", "title_en"),
        ("action_kind/signed", "/en/vocabularies/action_kind/signed/edit", "label_en"),
    ):
        first, before = newest(site), site.open_form(form).fields[name]
        site.save(form, fill(site.open_form(form).fields, **{name: "Another"}))
        assert f'href="/en/{subject}/history"' in site.page(form)
        restore(site, f"/en/{subject}", first)
        assert site.open_form(form).fields[name] == before


def test_the_past_leads_to_where_it_is_restored(site: FormsSite, agreements: Iterator[int]) -> None:
    address = f"/en/agreements/{next(agreements)}"
    first = newest(site)
    site.save(f"{address}/edit", fill(site.open_form(f"{address}/edit").fields, title_en="Other"))
    then = {"as_of": moment(site, first)}
    assert f'href="{address}/history"' in site.page(address, **then)
    answer = site.get(f"{address}/restore", **then)
    assert answer.headers["Location"].endswith(f"{address}/history/{first}/restore")
    assert site.get(f"{address}/restore").status_code == 404
    assert site.get(f"{address}/history/{first}/restore", **then).status_code == 404


def test_after_a_change_to_come_is_no_state(sites: Sites) -> None:
    site = sites[Role.ADMINISTRATOR]
    to_come = newest(site) + 1_000
    for record in ("organizations/1", "event_kind/summit"):
        assert site.get(f"/en/{record}/history/{to_come}/restore").status_code == 404


def test_nothing_is_restored_without_a_reason(site: FormsSite, agreements: Iterator[int]) -> None:
    address = f"/en/agreements/{next(agreements)}"
    first = newest(site)
    site.save(f"{address}/edit", fill(site.open_form(f"{address}/edit").fields, title_en="Other"))
    form = f"{address}/history/{first}/restore"
    page = site.refuse(form, fill(site.open_form(form).fields, reason=" "))
    assert page.errors == ["Say why you restore it."]
    assert state(site, address)["title"]["en"] == "Other"


def test_what_others_changed_meanwhile_is_not_overwritten(
    site: FormsSite, agreements: Iterator[int]
) -> None:
    address = f"/en/agreements/{next(agreements)}"
    first, edit = newest(site), f"{address}/edit"
    site.save(edit, fill(site.open_form(edit).fields, title_en="Other"))
    form = f"{address}/history/{first}/restore"
    seen = fill(site.open_form(form).fields, reason="It <was> right")
    site.save(edit, fill(site.open_form(edit).fields, title_en="A third"))
    page = site.refuse(form, seen, 409)
    assert "others have changed the record" in page.text
    assert "<del>A third</del>" in page.text
    assert page.fields["reason"] == "It <was> right"
    assert state(site, address)["title"]["en"] == "A third"
    site.save(form, page.fields)
    assert state(site, address)["title"]["en"] != "A third"


def test_what_points_at_a_record_that_is_gone_waits_for_it(
    site: FormsSite, agreements: Iterator[int]
) -> None:
    address = f"/en/agreements/{next(agreements)}"
    source = site.save(
        "/en/sources/new",
        fill(
            site.open_form("/en/sources/new").fields,
            url="https://example.org/gone",
            title="A gone <source>",
            publisher="P",
            class_="news",
        ),
    )
    document = source.rpartition("/")[2]
    edit = f"{address}/edit"
    fields = site.press(edit, site.open_form(edit).fields, "add:citations").fields
    [row] = [each for each in fields if each.endswith("-document_id") and not fields[each]]
    site.save(edit, fill(fields, **{row: f"source:{document}"}))
    cited = newest(site)
    fields = site.open_form(edit).fields
    [row] = [name for name, value in fields.items() if value == f"source:{document}"]
    fields = site.press(edit, fields, f"remove:{row.removesuffix('-document_id')}").fields
    site.save(edit, fields)
    remove(site, f"/en/sources/{document}")
    form = f"{address}/history/{cited}/restore"
    page = site.open_form(form)
    assert "points at records that have been removed" in page.text
    assert f'<a href="/en/sources/{document}/history">A gone &lt;source&gt;</a>' in page.text
    assert "version" not in page.fields
    token = site.open_form(edit).fields["csrf_token"]
    version = site.open_form(edit).fields["version"]
    forced = fill(page.fields, csrf_token=token, version=version, reason="All the same")
    site.refuse(form, forced, 409)
    restore(site, f"/en/sources/{document}", cited)
    restore(site, address, cited)
    assert f"/en/sources/{document}" in site.page(address)


def test_a_source_gets_back_what_nobody_types(site: FormsSite, database: Database) -> None:
    with database.owner.begin() as connection:
        [document] = connection.execute(
            text(
                "INSERT INTO document (url, publisher, class, retrieved_at, sha256) VALUES"
                " ('https://example.org/k', 'P', 'news', '2025-01-02 03:04Z', repeat('0', 64))"
                " RETURNING id"
            )
        ).scalars()
        connection.execute(
            text(
                "INSERT INTO passage (document_id, exact, sha256, start_offset, end_offset, prefix)"
                " VALUES (:d, 'Words', encode(sha256('Words'), 'hex'), 3, 8, 'In ')"
            ),
            {"d": document},
        )
    whole = (
        "SELECT to_jsonb(d), (SELECT jsonb_agg(to_jsonb(p) - 'id') FROM passage AS p"
        " WHERE p.document_id = d.id) FROM document AS d WHERE id = :d"
    )
    first, before = newest(site), site.rows(whole, d=document)
    remove(site, f"/en/sources/{document}")
    assert site.rows(whole, d=document) == []
    restore(site, f"/en/sources/{document}", first)
    assert site.rows(whole, d=document) == before


def test_what_the_rules_refuse_is_said(sites: Sites, agreements: Iterator[int]) -> None:
    site, other = sites[Role.EDITOR], next(agreements)
    address = f"/en/agreements/{next(agreements)}"
    first, edit = newest(site), f"{address}/edit"
    reference = site.open_form(edit).fields["reference"]
    site.save(edit, fill(site.open_form(edit).fields, reference="FREED-1"))
    taken = f"/en/agreements/{other}/edit"
    site.save(taken, fill(site.open_form(taken).fields, reference=reference))
    form = f"{address}/history/{first}/restore"
    page = site.refuse(form, fill(site.open_form(form).fields, reason="Try <it>"))
    assert "Another agreement has this reference." in page.text
    assert page.fields["reason"] == "Try <it>"
    assert state(site, address)["reference"] == "FREED-1"


def test_a_verified_record_that_is_restored_is_a_draft(sites: Sites) -> None:
    [key] = sites[None].keys(
        "SELECT min(id) FROM agreement AS a WHERE NOT EXISTS"
        " (SELECT FROM guard.fact_without_source WHERE root = 'agreement:' || a.id)"
    )
    address, site = f"/en/agreements/{key}", sites[Role.ADMINISTRATOR]
    first = newest(site)
    site.save(f"{address}/edit", fill(site.open_form(f"{address}/edit").fields, title_fr="Autre"))
    for step in ("submitted", "verified"):
        fields = fill(site.open_form(address).fields, do=step)
        site.client.post(f"{address}/review", data=fields)
    assert site.data(f"{address}.json")["review_state"] == "verified"
    restore(site, address, first)
    assert site.data(f"{address}.json")["review_state"] == "draft"


NEVER_REMOVED = {"country", "sector", "post_kind", "event_kind", "official", "post", "document"}
"""Records of the seeds to each of which others refer."""


@pytest.mark.parametrize("record", sorted(RECORDS.keys() - NEVER_REMOVED))
def test_whatever_is_removed_comes_back_whole(database: Database, record: str) -> None:
    key = RECORDS[record].key
    with database.session() as session:
        at = session.scalar(text("SELECT max(id) FROM history.change"))
        assert at is not None
        for own in session.scalars(select(key).order_by(key)).all():
            begin_change(session, PROGRAM, Door.FORM)
            try:
                delete_record(session, PROGRAM, record, own)
            except RefusedError:  # others refer to it
                session.rollback()
                continue
            past = open_past(session, record, own, at)
            assert past is not None
            save_record(session, PROGRAM, record, past.now, past.then, key=own)
            now = open_past(session, record, own, at)
            assert now is not None
            assert now.same, now.rows
            return
    pytest.fail("Nothing of the seeds could be removed.")


@pytest.mark.parametrize(
    ("subject", "may"),
    [
        ("agreements", {Role.EDITOR, Role.REVIEWER, Role.ADMINISTRATOR}),
        ("sectors", {Role.ADMINISTRATOR}),
    ],
)
def test_only_who_may_edit_restores(sites: Sites, subject: str, may: set[Role]) -> None:
    admin = sites[Role.ADMINISTRATOR]
    address = f"/en/{subject}/{admin.record_keys(subject)[-1]}"
    form = f"{address}/history/{newest(admin)}/restore"
    fields = admin.open_form(f"{address}/edit").fields
    name = next(each for each in ("title_fr", "name_fr") if each in fields)
    admin.save(f"{address}/edit", fill(fields, **{name: "Autre"}))
    for role, site in sites.items():
        allowed = role in may
        assert (site.get(form).status_code == 200) is allowed, role
        answer = site.client.post(form, data={"csrf_token": "", "reason": "x"})
        assert (answer.status_code in {401, 403}) is not allowed or answer.status_code == 400, role
        assert ("/restore" in site.page(f"{address}/history")) is allowed, role
