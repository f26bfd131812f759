"""A source's full text is attached, replaced and taken away in its own place, as it is."""

import io
from collections.abc import Iterator

import pytest
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.support.forms_site import Fields, FormPage, FormsSite, fill
from tests.support.people import make_app, somebody
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.domain.quotes import sha256
from tracker.domain.vocabularies import Door
from tracker.services import audit

TEXT = "One of two.\r\nThe words stand here.\f And here: twice, twice.\n"
WORDS = {"The words": 13, "stand here": 23, "twice": None}
"""What is quoted from it, and where it stands there if in one place alone."""


@pytest.fixture
def site(seeded_database: Database) -> Iterator[FormsSite]:
    app = make_app(seeded_database)
    with somebody(app, seeded_database, "ann", Role.EDITOR) as browser:
        yield FormsSite(seeded_database, browser)


@pytest.fixture
def source(site: FormsSite) -> str:
    """The address of a source from which words are quoted, and whose text is not held."""
    address = "/en/sources/new"
    fields = fill(site.open_form(address).fields, title="T", publisher="P", class_="news")
    for number, words in enumerate(WORDS):
        fields = site.press(address, fields, "add:passages").fields
        fields[f"passages-{number}-exact"] = words
    return site.save(address, fields)


def attach(
    site: FormsSite, source: str, content: bytes | None = None, do: str = "attach", **given: str
) -> TestResponse:
    """Send the form of a source's text, with a file that has some content."""
    fields: Fields = fill(site.open_form(f"{source}/text/edit").fields, **given)
    return send(site, source, fields, content, do)


def send(
    site: FormsSite, source: str, fields: Fields, content: bytes | None = None, do: str = "attach"
) -> TestResponse:
    chosen = (io.BytesIO(content or b""), "text.txt" if content is not None else "")
    data = MultiDict([*fields.items(multi=True), ("do", do)])
    data["file"] = chosen  # type: ignore[assignment]
    return site.client.post(f"{source}/text/edit", data=data, content_type="multipart/form-data")


def placed(site: FormsSite, source: str) -> dict[str, int | None]:
    return {each["exact"]: each["start"] for each in site.data(f"{source}.json")["passages"]}


def test_a_file_is_kept_byte_by_byte_and_quotations_get_their_place(
    site: FormsSite, source: str
) -> None:
    assert placed(site, source) == dict.fromkeys(WORDS)
    answer = attach(site, source, TEXT.encode(), reason="as read")
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{source}/text")
    told = site.data(f"{source}.json")
    assert (told["text"], told["sha256"]) == (TEXT, sha256(TEXT))
    assert placed(site, source) == WORDS
    (change,) = site.rows("SELECT door, actor, reason FROM history.change ORDER BY id DESC LIMIT 1")
    assert tuple(change) == (Door.FORM, "ann", "as read")


def test_a_pasted_text_is_kept_with_one_kind_of_line_end(site: FormsSite, source: str) -> None:
    assert attach(site, source, pasted=TEXT).status_code == 303
    assert site.data(f"{source}.json")["text"] == TEXT.replace("\r\n", "\n")
    assert placed(site, source)["The words"] == 12


def test_another_text_is_looked_at_before_it_replaces_the_first(
    site: FormsSite, source: str
) -> None:
    attach(site, source, TEXT.encode())
    other = f"More before.\r\n{TEXT}"
    back = attach(site, source, other.encode())
    assert back.status_code == 422
    assert "Stands elsewhere in this text (2)" in back.text
    assert "Stands in it more than once, so its place is not known (1)" in back.text
    assert site.data(f"{source}.json")["text"] == TEXT
    page = FormPage(back.text)
    assert page.buttons == ["replace", "remove"]
    assert send(site, source, page.fields, do="replace").status_code == 303  # without the file
    assert site.data(f"{source}.json")["text"] == other
    assert placed(site, source) == {"The words": 27, "stand here": 37, "twice": None}


def test_a_text_without_a_quotation_is_refused_with_its_words(site: FormsSite, source: str) -> None:
    for do in ("attach", "replace"):
        back = attach(site, source, b"The words are others. twice", do)
        assert back.status_code == 422
        assert "Not in this text (1)" in back.text
        assert "<q>stand here</q>" in back.text
        assert "Found in this text (2)" in back.text
    assert site.data(f"{source}.json")["text"] is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a\0b", "This has a null character"),
        (b"\xff\xfe", "This file is not a text in UTF-8."),
        (b" \n", "It is empty."),
        (None, "Paste a text, or choose a file."),
    ],
)
def test_what_is_no_text_is_refused_at_its_field(
    site: FormsSite, source: str, content: bytes | None, said: str
) -> None:
    back = attach(site, source, content)
    assert back.status_code == 422
    assert said in back.text
    assert 'aria-invalid="true"' in back.text


def test_the_text_is_taken_away_and_its_digest_stays(site: FormsSite, source: str) -> None:
    attach(site, source, TEXT.encode())
    assert attach(site, source, do="remove").status_code == 303
    told = site.data(f"{source}.json")
    assert (told["text"], told["sha256"]) == (None, sha256(TEXT))
    assert placed(site, source) == WORDS
    assert attach(site, source, TEXT.encode()).status_code == 303  # the same needs no question


def test_what_others_attached_meanwhile_is_not_overwritten(site: FormsSite, source: str) -> None:
    fields = site.open_form(f"{source}/text/edit").fields
    attach(site, source, TEXT.encode())
    back = send(site, source, fields, b"The words stand here, twice")
    assert back.status_code == 409
    assert site.data(f"{source}.json")["text"] == TEXT


def test_a_text_waits_for_others_with_the_page(
    site: FormsSite, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(audit.PATIENCE, Door.FORM, "1ms")
    with site.database.owner.connect() as elsewhere:
        elsewhere.exec_driver_sql("UPDATE official SET name = name || 'x' WHERE id = 1")
        back = attach(site, source, TEXT.encode())
    assert back.status_code == 503
    page = FormPage(back.text)
    assert page.buttons == ["attach"]
    assert send(site, source, page.fields).status_code == 303
    assert site.data(f"{source}.json")["text"] == TEXT


def test_readers_see_no_form(seeded_database: Database, site: FormsSite, source: str) -> None:
    with somebody(site.client.application, seeded_database, "bob", Role.READER) as browser:
        assert browser.get(f"{source}/text").status_code == 200
        assert "text/edit" not in browser.get(source).text
        assert browser.get(f"{source}/text/edit").status_code == 403


def test_an_edit_of_the_source_leaves_its_text_alone(site: FormsSite, source: str) -> None:
    attach(site, source, TEXT.encode())
    fields = site.open_form(f"{source}/edit").fields
    assert "text" not in fields
    site.save(f"{source}/edit", fill(fields, note="Only this"))
    told = site.data(f"{source}.json")
    assert (told["text"], told["note"]) == (TEXT, "Only this")
