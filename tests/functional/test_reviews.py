"""An agreement's record is submitted, verified or returned, by those who may."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.support.cluster import Cluster
from tests.support.forms_site import FormPage, FormsSite, fill
from tests.support.people import Browser, make_app, somebody
from tracker.domain.permissions import Role

Sites = dict[Role | None, FormsSite]


@pytest.fixture(scope="module")
def sites(cluster: Cluster, seeded_template: str) -> Iterator[Sites]:
    """The site as somebody in each role sees it, and as a visitor does."""
    with cluster.copy(seeded_template) as database, ExitStack() as opened:
        app = make_app(database)
        yield {None: FormsSite(database, Browser(app))} | {
            role: FormsSite(
                database, opened.enter_context(somebody(app, database, role.value, role))
            )
            for role in Role
        }


@pytest.fixture(scope="module")
def sourced(sites: Sites) -> Iterator[int]:
    """Agreements whose every fact has evidence, one after another."""
    return iter(
        sites[None].keys(
            "SELECT id FROM agreement AS a WHERE NOT EXISTS"
            " (SELECT FROM guard.fact_without_source WHERE root = 'agreement:' || a.id)"
        )
    )


def state(sites: Sites, key: int) -> str:
    return str(sites[None].data(f"/en/agreements/{key}.json")["review_state"])


def take(site: FormsSite, key: int, step: str, words: str = "", seen: str = "") -> str:
    """Press a button of the review as the page has it; return the page that follows."""
    fields = site.open_form(f"/en/agreements/{key}").fields
    given = {"csrf_token": fields.get("csrf_token", ""), "words": words, "do": step}
    given["seen"] = seen or fields.get("seen", "")
    answer = site.client.post(f"/en/agreements/{key}/review", data=given, follow_redirects=True)
    return answer.get_data(as_text=True)


def test_a_record_is_submitted_returned_submitted_and_verified(
    sites: Sites, sourced: Iterator[int]
) -> None:
    key = next(sourced)
    editor, reviewer = sites[Role.EDITOR], sites[Role.REVIEWER]
    take(editor, key, "submitted", "All is there")
    assert state(sites, key) == "submitted"
    assert "Say why you return it." in take(reviewer, key, "returned")
    take(reviewer, key, "returned", "<b>Which day?</b>")
    assert state(sites, key) == "returned"
    assert "&lt;b&gt;Which day?" in sites[None].page(f"/fr/agreements/{key}")
    take(editor, key, "submitted")
    take(reviewer, key, "verified")
    assert state(sites, key) == "verified"
    steps = sites[None].data(f"/en/agreements/{key}.json")["reviews"]
    assert [(step["state"], step["actor"], step["reason"]) for step in steps] == [
        ("verified", "reviewer", None),
        ("submitted", "editor", None),
        ("returned", "reviewer", "<b>Which day?</b>"),
        ("submitted", "editor", "All is there"),
    ]
    address = f"/en/agreements/{key}/edit"
    editor.save(address, fill(editor.open_form(address).fields))
    assert state(sites, key) == "verified"
    editor.save(address, fill(editor.open_form(address).fields, title_fr="Autre titre"))
    assert state(sites, key) == "draft"


def test_nobody_takes_a_step_that_is_another_s_or_does_not_follow(
    sites: Sites, sourced: Iterator[int]
) -> None:
    key = next(sourced)
    for role in (None, Role.READER):
        assert "/review" not in sites[role].page(f"/en/agreements/{key}")
        take(sites[role], key, "submitted")
    take(sites[Role.REVIEWER], key, "verified")
    assert state(sites, key) == "draft"
    take(sites[Role.EDITOR], key, "submitted")
    take(sites[Role.EDITOR], key, "verified")
    assert state(sites, key) == "submitted"


def test_a_submission_is_found_by_reviewers_and_taken_back_by_editors(
    sites: Sites, sourced: Iterator[int]
) -> None:
    key = next(sourced)
    editor, reviewer = sites[Role.EDITOR], sites[Role.REVIEWER]
    waiting = "/en/agreements?review_state=submitted"
    link = f'href="/en/agreements/{key}"'
    assert f'href="{waiting}"' in reviewer.page("/en/")
    assert f'href="{waiting}"' not in editor.page("/en/")
    assert link not in reviewer.page(waiting)
    take(editor, key, "submitted")
    assert link in reviewer.page(waiting)
    assert "Withdraw" not in sites[Role.READER].page(f"/en/agreements/{key}")
    take(sites[Role.READER], key, "draft")
    assert state(sites, key) == "submitted"
    assert "Draft again" in take(editor, key, "draft", "Another day")
    assert state(sites, key) == "draft"
    assert link not in reviewer.page(waiting)
    take(editor, key, "draft")
    steps = sites[None].data(f"/en/agreements/{key}.json")["reviews"]
    assert [step["state"] for step in steps] == ["draft", "submitted"]


def test_what_has_no_evidence_is_not_verified(sites: Sites, sourced: Iterator[int]) -> None:
    key = next(sourced)
    editor, address = sites[Role.EDITOR], f"/en/agreements/{key}/edit"
    added = editor.press(address, editor.open_form(address).fields, "add:actions").fields
    [row] = [name for name in added if name.startswith("actions-") and name.endswith("-kind")][-1:]
    editor.save(address, fill(added, **{row: "announced"}))
    take(sites[Role.ADMINISTRATOR], key, "submitted")
    page = take(sites[Role.ADMINISTRATOR], key, "verified")
    assert "each of its facts needs a source" in page
    assert state(sites, key) == "submitted"


def test_what_changed_since_it_was_seen_is_not_verified(
    sites: Sites, sourced: Iterator[int]
) -> None:
    key = next(sourced)
    editor, reviewer = sites[Role.EDITOR], sites[Role.REVIEWER]
    take(editor, key, "submitted")
    seen = reviewer.open_form(f"/en/agreements/{key}").fields["seen"]
    address = f"/en/agreements/{key}/edit"
    editor.save(address, fill(editor.open_form(address).fields, title_fr="Autre titre"))
    page = take(reviewer, key, "verified", words="I read <it> twice", seen=seen)
    assert "others have changed the record" in page
    assert FormPage(page).fields["words"] == "I read <it> twice"
    assert state(sites, key) == "submitted"
