"""What nobody touches in a form is not written: every stored text stays as it is, byte by byte."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.support.cluster import Cluster
from tests.support.forms_site import FormsSite, fill, forms_site
from tracker.cli.checking import read_text
from tracker.domain.drafts import Draft
from tracker.domain.permissions import Role
from tracker.domain.quotes import sha256
from tracker.errors import TrackerError
from tracker.queries.history.drafts import read_draft
from tracker.services.documents import attach, find_document

EVERY_TEXT = {
    "agreements": """
        UPDATE agreement SET title_en = :text, title_fr = :text, summary_en = :text,
            summary_fr = :text, place_en = :text, place_fr = :text WHERE id = :key;
        UPDATE commitment SET what_en = :text, what_fr = :text WHERE agreement_id = :key;
        UPDATE agreement_action SET note_en = :text, note_fr = :text WHERE agreement_id = :key;
        UPDATE citation SET note_en = :text, note_fr = :text, stated_value = :text
            WHERE agreement_id = :key;
        UPDATE missing_value SET note_en = :text, note_fr = :text WHERE agreement_id = :key;
        UPDATE organization AS o SET name_en = :text, name_fr = :text FROM agreement_party AS p
            WHERE p.organization_id = o.id AND p.agreement_id = :key;
    """,
    "events": """
        UPDATE event SET title_en = :text, title_fr = :text, place_en = :text, place_fr = :text,
            series = :text WHERE id = :key;
        UPDATE statement SET text_en = :text, text_fr = :text WHERE event_id = :key;
    """,
    "sources": """
        UPDATE document SET title = :text, publisher = :text, note = :text, text = NULL,
            language = :text WHERE id = :key;
        UPDATE passage SET translation_en = :text, translation_fr = :text,
            exact = id || :text, start_offset = NULL, end_offset = NULL, prefix = NULL,
            suffix = NULL, sha256 = encode(sha256(convert_to(id || :text, 'UTF8')), 'hex')
            WHERE document_id = :key;
        UPDATE document SET text = t.whole, sha256 = encode(sha256(convert_to(t.whole, 'UTF8')),
            'hex') FROM (SELECT coalesce(string_agg(exact, ''), '') || :text AS whole
            FROM passage WHERE document_id = :key) AS t WHERE id = :key;
    """,
}
"""How every text of a record, and of its parts, becomes a given one."""

CHANGED = {"agreements": "reference", "events": "place_fr", "sources": "url"}
RECORDS = {"agreements": "agreement", "events": "event", "sources": "document"}
CHOSEN = {
    "agreements": "SELECT agreement_id FROM commitment ORDER BY 1 LIMIT 1",
    "events": "SELECT event_id FROM statement ORDER BY 1 LIMIT 1",
    "sources": "SELECT document_id FROM passage ORDER BY 1 LIMIT 1",
}

BLANKS = " \t\n\r\f\v\u00a0\u2003\u2028\u3000\ufeff\u200b"
_letters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.builds(
    lambda before, word, within, after: before + word + within + after,
    st.text(BLANKS, max_size=4),
    st.sampled_from(["x", "Қазақстан", "<b>&amp;\"'", "حبر", "e\u0301", "\U00020000"]),
    st.text(_letters | st.sampled_from(BLANKS), max_size=20),
    st.text(BLANKS, max_size=4),
)


@pytest.fixture(scope="module")
def site(cluster: Cluster, seeded_template: str) -> Iterator[FormsSite]:
    with forms_site(cluster, seeded_template, Role.EDITOR) as site:
        yield site


def drafted(site: FormsSite, record: str, key: int) -> Draft:
    with site.database.session() as session:
        return read_draft(session, record, key) or {}


def write_all(site: FormsSite, path: str, key: int, given: str) -> None:
    with site.database.owner.begin() as connection:
        for statement in EVERY_TEXT[path].split(";"):
            if statement.strip():
                connection.execute(text(statement), {"text": given, "key": key})


def change_one(site: FormsSite, path: str, key: int) -> str:
    """Save the record's form with one other value in one field; return that."""
    address = f"/en/{path}/{key}/edit"
    fields = site.open_form(address).fields
    name = CHANGED[path]
    value = f"https://changed.example/{key}" if name == "url" else "Changed"
    value = "" if fields[name] == value and name == "place_fr" else value
    value = f"{value}2" if fields[name] == value else value
    site.save(address, fill(fields, **{name: value}))
    return value


@pytest.mark.parametrize("path", EVERY_TEXT)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_text=texts)
def test_every_text_stays_as_it_is(site: FormsSite, path: str, given_text: str) -> None:
    (key,) = site.keys(CHOSEN[path])
    write_all(site, path, key, given_text)
    before = drafted(site, RECORDS[path], key)
    value = change_one(site, path, key)
    assert drafted(site, RECORDS[path], key) == {**before, CHANGED[path]: value or None}


NO_TEXT = (
    "UPDATE document SET sha256 = NULL, text = NULL WHERE id = :key",
    """UPDATE passage SET start_offset = NULL, end_offset = NULL, prefix = NULL, suffix = NULL
    WHERE document_id = :key""",
)
EXACT = "SELECT exact FROM passage WHERE document_id = :key"


@pytest.mark.parametrize(
    "make",
    [
        lambda text: text + "\n",
        lambda text: "\r\n" + text.replace(" ", "\r\n", 1),
        lambda text: f"\f{text}\f",
        lambda text: text + " word" * 30_000,
        lambda text: f"  {text}\r",
    ],
)
def test_a_text_that_was_attached_stays_as_it_is(
    site: FormsSite, make: Callable[[str], str]
) -> None:
    (key,) = site.keys(CHOSEN["sources"])
    with site.database.transaction() as session:
        for statement in NO_TEXT:
            session.execute(text(statement), {"key": key})
        exact = session.scalars(text(EXACT), {"key": key})
        whole = make("before " + "\n".join(exact))
        attach(session, find_document(session, str(key)), whole)
    address = f"/en/sources/{key}/edit"
    site.save(address, fill(site.open_form(address).fields, note="A remark"))
    told = site.data(f"/en/sources/{key}.json")
    assert (told["text"], told["sha256"]) == (whole, sha256(whole))
    assert told["note"] == "A remark"


def test_a_text_longer_than_is_taken_now_is_kept_and_a_new_one_refused(site: FormsSite) -> None:
    address, long = "/en/organizations/1/edit", "é" * 600
    with site.database.transaction() as session:
        session.execute(text("UPDATE organization SET name_en = :t WHERE id = 1"), {"t": long})
    fields = site.open_form(address).fields
    back = site.refuse(address, fill(fields.copy(), name_en=f"{long}é"))
    assert back.errors == ["At most 500 characters; this has 601."]
    site.save(address, fill(fields, acronym="SHORT"))
    told = site.data("/en/organizations/1.json")
    assert (told["name"]["en"], told["acronym"]) == (long, "SHORT")


@pytest.mark.parametrize(
    ("language", "error"),
    [
        ("en", "Take out character 3 (U+000C): it cannot be kept."),
        ("fr", "Retirez le caractère n°\u00a03 (U+000C)\u00a0: il ne peut être conservé."),
    ],
)
def test_what_no_feed_can_hold_is_refused_where_it_is_typed(
    site: FormsSite, language: str, error: str
) -> None:
    address = f"/{language}/organizations/1/edit"
    back = site.refuse(address, fill(site.open_form(address).fields, name_en="AB\fC"))
    assert back.errors == [error]
    assert back.fields["name_en"] == "AB\fC"


def test_a_record_that_is_called_what_is_refused_now_stays_chosen(site: FormsSite) -> None:
    (key,) = site.keys(CHOSEN["agreements"])
    write_all(site, "agreements", key, "\va\f")
    address = f"/en/agreements/{key}/edit"
    site.save(address, fill(site.open_form(address).fields, reference="Z-2"))


def test_what_others_wrote_meanwhile_stays_as_they_wrote_it(site: FormsSite) -> None:
    address = "/en/organizations/1/edit"
    fields = site.open_form(address).fields
    with site.database.transaction() as session:
        session.execute(text("UPDATE organization SET name_fr = ' A\r\nB\t' WHERE id = 1"))
    site.save(address, fill(fields, acronym="MINE"))
    told = site.data("/en/organizations/1.json")
    assert (told["name"]["fr"], told["acronym"]) == (" A\r\nB\t", "MINE")


def test_a_text_of_several_lines_conflicts_until_somebody_chooses(site: FormsSite) -> None:
    address = "/en/agreements/1/edit"
    mine, theirs = site.open_form(address).fields, site.open_form(address).fields
    site.save(address, fill(theirs, summary_en="Their\r\nwords"))
    stale = site.refuse(address, fill(mine, summary_en="My\r\nwords"), 409)
    again = site.refuse(address, stale.fields, 409)
    site.save(address, site.press(address, again.fields, "theirs:summary_en").fields)
    assert site.data("/en/agreements/1.json")["summary"]["en"] == "Their\nwords"


def test_a_null_character_in_a_file_is_said_in_words(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_bytes(b"ab\0c")
    with pytest.raises(TrackerError, match="null character, its character 3"):
        read_text(file)
