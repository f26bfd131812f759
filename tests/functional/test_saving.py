"""A save that the database is late with, or does not take, brings the form back with all in it."""

import random
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import URL, Connection, select, text

from tests.support.cluster import Cluster
from tests.support.forms_site import Fields, FormPage, FormsSite, fill, forms_site
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.domain.vocabularies import Door
from tracker.forms.by_table import FORMS
from tracker.forms.fields import (
    LONGEST_NAME,
    LongTextField,
    RecordField,
    TextField,
    TypedField,
)
from tracker.forms.records import PartForm
from tracker.models.record_tables import EVIDENCE_TABLES, shapes_of
from tracker.models.shapes import RECORDS
from tracker.queries.history.drafts import read_draft
from tracker.services import audit
from tracker.web.editing.editing import Editing
from tracker.web.subjects.editings import EDITINGS

ADDRESS = "/en/organizations/1/edit"
LONG = 3000  # characters, more than a row of an index holds
PATHS = {
    name if name not in RECORDS else f"vocabularies/{name}": editing
    for name, editing in EDITINGS.items()
}


@pytest.fixture(scope="module")
def site(cluster: Cluster, seeded_template: str) -> Iterator[FormsSite]:
    with forms_site(cluster, seeded_template, Role.ADMINISTRATOR) as site:
        yield site


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nobody wait long for others."""
    monkeypatch.setitem(audit.PATIENCE, Door.FORM, "1ms")


@contextmanager
def writing(database: Database) -> Iterator[Connection]:
    """Write in a transaction that stays open, as somebody may with psql."""
    with database.app.connect() as elsewhere:
        elsewhere.execute(text("UPDATE official SET name = name || 'x' WHERE id = 1"))
        yield elsewhere
        elsewhere.rollback()


def acronym(site: FormsSite) -> str:
    found: str = site.data("/en/organizations/1.json")["acronym"]
    return found


def typed(fields: Fields) -> dict[str, str]:
    return {name: value for name, value in fields.items() if name not in ("csrf_token", "tries")}


@pytest.mark.usefixtures("hasty")
def test_who_saves_while_others_do_gets_the_form_until_it_goes_through(
    site: FormsSite,
) -> None:
    before = acronym(site)
    fields = fill(site.open_form(ADDRESS).fields, acronym="WAITS", reason="why I do")
    assert site.data("/en/writing.json") == {"writing": False}
    with writing(site.database):
        for tries in (0, 1):
            back = site.refuse(ADDRESS, fields, 503)
            assert "Somebody is saving" in back.text
            assert typed(back.fields) == typed(fields)
            assert back.fields["tries"] == str(tries)
            assert site.data("/en/writing.json") == {"writing": True}
            fields = fill(back.fields, tries="1")
    assert acronym(site) == before
    assert site.data("/en/writing.json") == {"writing": False}
    assert site.save(ADDRESS, fields) == "/en/organizations/1"
    assert acronym(site) == "WAITS"


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(
    ("address", "field", "page"),
    [
        ("/en/events/1/delete", "reason", None),
        ("/en/agreements/1/review", "words", "/en/agreements/1"),
        ("/en/people/1", "name", None),
    ],
)
def test_other_forms_are_carried_while_others_save(
    site: FormsSite, address: str, field: str, page: str | None
) -> None:
    opened = site.open_form(page or address)
    do = opened.buttons[0] if opened.buttons else ""
    fields = fill(opened.fields, **{field: "all I say"})
    with writing(site.database):
        answer = site.send(address, fields, do)
        assert answer.status_code == 503
        back = FormPage(answer.text)
        assert "Somebody is saving" in back.text
        assert typed(back.fields) == typed(fields)
        assert back.buttons == [do]
    assert site.send(address, back.fields, do).status_code in {302, 303}


def test_a_row_that_others_hold_is_waited_for_like_them(site: FormsSite) -> None:
    fields = fill(site.open_form(ADDRESS).fields, acronym="TYPED")
    with site.database.owner.connect() as elsewhere:
        elsewhere.execute(text("SELECT FROM organization WHERE id = 1 FOR UPDATE"))
        back = site.refuse(ADDRESS, fields, 503)
        elsewhere.rollback()
    assert back.fields["acronym"] == "TYPED"
    site.save(ADDRESS, back.fields)


BREAK = """
    CREATE FUNCTION public.break() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'out of order' USING ERRCODE = '{code}';
    END $$;
    CREATE CONSTRAINT TRIGGER break AFTER UPDATE ON public.organization
    {when} FOR EACH ROW EXECUTE FUNCTION public.break();
"""


@contextmanager
def broken(database: Database, code: str, when: str = "") -> Iterator[None]:
    """Have the database refuse every change of an organization with an error of its own."""
    with database.owner.begin() as connection:
        connection.execute(text(BREAK.format(code=code, when=when)))
    yield
    with database.owner.begin() as connection:
        connection.execute(text("DROP FUNCTION public.break() CASCADE"))


@pytest.mark.parametrize(
    ("code", "when"),
    [(code, "") for code in ("53100", "XX000", "42501", "22000", "54001", "P0001")]
    + [("XX000", "DEFERRABLE INITIALLY DEFERRED")],
)
def test_whatever_the_database_says_the_form_comes_back(
    site: FormsSite, code: str, when: str
) -> None:
    fields = fill(site.open_form(ADDRESS).fields, acronym="REFUSED")
    with broken(site.database, code, when):
        back = site.refuse(ADDRESS, fields)
    assert "out of order" in back.text
    assert typed(back.fields) == typed(fields)


def test_a_database_that_ends_at_the_commit_loses_nothing_typed(site: FormsSite) -> None:
    fields = fill(site.open_form(ADDRESS).fields, acronym="COMMIT")
    with broken(site.database, "57P01", "DEFERRABLE INITIALLY DEFERRED"):
        back = site.refuse(ADDRESS, fields, 503)
    assert typed(back.fields) == typed(fields)
    site.save(ADDRESS, back.fields)
    assert acronym(site) == "COMMIT"


def test_a_database_that_is_away_loses_nothing_typed(site: FormsSite) -> None:
    fields = fill(site.open_form(ADDRESS).fields, acronym="TYPED")
    here = dict(site.database.urls)
    nowhere = URL.create("postgresql+psycopg", "nobody", host="127.0.0.1", port=1, database="none")
    site.database.urls = dict.fromkeys(here, nowhere)
    site.database.close()
    back = site.refuse(ADDRESS, fields, 503)
    assert "The database does not answer" in back.text
    assert typed(back.fields) == typed(fields)
    site.database.urls = here
    site.database.close()
    site.save(ADDRESS, back.fields)
    assert acronym(site) == "TYPED"


@pytest.mark.parametrize(
    ("address", "field"),
    [
        (ADDRESS, "reason"),
        (ADDRESS, "name_en"),
        (ADDRESS, "parent_id-text"),
        ("/en/events/2/delete", "reason"),
    ],
)
def test_a_null_character_is_refused_in_words(site: FormsSite, address: str, field: str) -> None:
    fields = fill(site.open_form(address).fields, **{field: "a\0b"})
    answer = site.send(address, fields)
    assert answer.status_code in {409, 422}
    assert "Not saved yet" in answer.text or 'role="alert"' in answer.text


INDEXED = """
    SELECT c.relname, a.attname
    FROM pg_index AS i
    JOIN pg_class AS x ON x.oid = i.indexrelid
    JOIN pg_am AS m ON m.oid = x.relam AND m.amname IN ('btree', 'gist', 'spgist', 'brin')
    JOIN pg_class AS c ON c.oid = i.indrelid
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
    WHERE c.relnamespace IN ('public'::regnamespace, 'history'::regnamespace)
        AND a.atttypid = 'text'::regtype
"""
"""The texts of which an index holds the whole: longer ones than it has room for are refused."""

ROOM = 2600
"""Bytes of texts that a row of an index has room for, beside its numbers."""


def forms_of(editing: Editing) -> Iterator[tuple[str, type[PartForm]]]:
    """Yield the tables of a record with the forms of their rows, those of evidence among them."""
    for shape in shapes_of(editing.record).values():
        yield shape.table.name, FORMS[shape.table.name]
    for table in EVIDENCE_TABLES.values():
        yield table, FORMS[table]


def test_a_text_that_an_index_holds_whole_is_limited_at_its_field(site: FormsSite) -> None:
    """At four bytes a character, and with the other texts of the same index."""
    limits: dict[tuple[str, str], int] = {}
    for editing in EDITINGS.values():
        for table, form in forms_of(editing):
            for field in form().own_fields():
                if isinstance(field, TypedField) and not isinstance(field, RecordField):
                    column = field.column or field.short_name
                    limits[table, column.rstrip("_")] = field.longest
    with site.database.owner.connect() as connection:
        indexed = {tuple(row) for row in connection.execute(text(INDEXED))}
    typed_in = indexed & limits.keys()
    assert ("organization", "name_en") in typed_in
    assert {column: limits[column] for column in typed_in if limits[column] * 4 > ROOM} == {}


def rare(length: int, name: str) -> str:
    """Return letters that cannot be written shorter, four bytes each; for each name others."""
    chosen = random.Random(name)  # noqa: S311 (the same in every run)
    return "".join(chr(chosen.randrange(0x20000, 0x2A6D0)) for _ in range(length))


def text_fields(page: FormPage, form: PartForm) -> dict[str, int]:
    """Return the fields in which one may write any text, with how long it may be.

    Of a field that many rows have the first; without that whose being filled makes a choice.
    """
    found: dict[str, tuple[str, int]] = {}
    for part in form.walk():
        for field in part.own_fields():
            if isinstance(field, TextField | LongTextField) and field.name in page.fields:
                found.setdefault(re.sub(r"\d+", "", field.name), (field.name, field.longest))
    return {name: most for name, most in found.values() if "chosen_reason" not in name}


@pytest.mark.parametrize("path", PATHS)
def test_a_long_text_is_saved_or_refused_at_its_field(site: FormsSite, path: str) -> None:
    editing = PATHS[path]
    key = RECORDS[editing.record].key
    with site.database.session() as session:
        own = session.scalars(select(key).order_by(key).limit(1)).one()
        draft = read_draft(session, editing.record, own)
    address = f"/en/{path}/{own}/edit"
    page = site.open_form(address)
    with site.client.application.test_request_context():
        longest = text_fields(page, editing.form(data=draft))
    limited = {name: most for name, most in longest.items() if most < LONG}
    long = {name: rare(LONG, name) for name in longest if name != "url"}
    back = site.refuse(address, fill(page.fields.copy(), **long)) if limited else None
    assert {name for name in longest if back and f'id="{name}-error"' in back.text} == set(limited)
    told_apart = {
        name: rare(most, name)
        for name, most in limited.items()
        if most == LONGEST_NAME and name != "reference"  # which is written in letters of its own
    }
    coded = {name: page.fields[name] for name in limited if name not in told_apart}
    site.save(address, fill(page.fields, **{**long, **coded, **told_apart}))


def test_a_long_address_is_kept_found_and_unique(site: FormsSite) -> None:
    signed = f"https://long.example/?{rare(3204, 'signed')}"
    address = "/en/sources/new"
    fields = fill(site.open_form(address).fields, url=signed, publisher="P", class_="news")
    record = site.save(address, fields)
    assert site.data(f"{record}.json")["document_url"] == signed
    back = site.refuse(address, fields)
    assert back.errors == ["This source is already there."]
    site.save(address, fill(fields, url=f"{signed}2"))
    with site.database.owner.connect() as connection:
        connection.execute(text("SET enable_seqscan = off"))
        plan = connection.scalars(text("EXPLAIN SELECT id FROM document WHERE url = 'https://x'"))
        assert "Index Scan using uq_document_url" in "".join(plan)
