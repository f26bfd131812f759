"""Each kind of record has what every kind has, and every field that can be filled is shown.

A field is shown where its value stands on the record's page, in its data and in a view of reports.
What is not stands in ``NOT_SHOWN``, with the reason.
"""

import html
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TypeAlias

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests.support.cluster import Cluster
from tests.support.filled_records import FilledField, FilledRecord, World, number_apart
from tests.support.people import PROGRAM, Browser, make_app, somebody
from tracker.db.engine import Database
from tracker.domain.permissions import Role
from tracker.domain.record_types import BY_TABLE, RECORD_TYPES, VOCABULARIES, RecordType
from tracker.domain.vocabularies import Door
from tracker.forms.by_table import FORMS
from tracker.forms.records import PartForm, Rows
from tracker.models.accounts.people import KnownRole
from tracker.models.drafts import Shape
from tracker.models.shapes import RECORDS
from tracker.queries.lookup.record_names import RecordName, RowKey, names
from tracker.seeding.schema import COLLECTIONS
from tracker.services.audit import begin_change
from tracker.web.site.labels import COLLECTION_LABELS, TABLE_LABELS
from tracker.web.subjects.editings import EDITINGS

PAGE, DATA, VIEW = "page", "data", "view"
EVERYWHERE = (PAGE, DATA, VIEW)

_IN_ADDRESS = "It is the address of the page."
_ORDERS = "It says in what order lists and choices have them, and is seen by that."
_CHECKS = "It is for those who check the source, and stands in the data and in the views."
_QUOTED = "The views have the passages that are cited, with what they are cited for."
_OWN_WORDS = "The sectors are the project's own vocabulary: their page asks for no source."
_AS_CODE = "The data of a record has the word as its code, which the view of vocabularies explains."
_IN_FORM = "It is the address of the word's form, to which the page leads."
_FOR_SEARCH = "Searches find by it; it stands in the form of the word and in a view."
_READ = "The program reads it: it is seen by what status and date agreements have."

NOT_SHOWN: dict[tuple[str, str, str], str] = {
    ("agreement", "place_country_code", PAGE): (
        "The words of the place stand there; its country is for filters, data and views."
    ),
    ("other_name", "script", PAGE): "The letters show in which script they are.",
    **{
        ("other_name of agreement_form", name, place): _FOR_SEARCH
        for name in ("kind", "language", "script", "text", "used_end", "used_start")
        for place in (PAGE, DATA)
    },
    ("mineral", "code", PAGE): _IN_ADDRESS,
    ("sector", "code", PAGE): _IN_ADDRESS,
    **{("sector", "position", place): _ORDERS for place in EVERYWHERE},
    **{
        ("passage", name, VIEW): _QUOTED
        for name in ("exact", "translation_en", "translation_fr", "language")
    },
    ("citation", "note_en", PAGE): _CHECKS,
    ("citation", "note_fr", PAGE): _CHECKS,
    **{
        ("citation of sector", name, PAGE): _OWN_WORDS
        for name in ("document_id", "quote", "stated_value", "chosen_reason")
    },
    **{
        (of.table, name, DATA): _AS_CODE
        for of in VOCABULARIES
        for name in ("code", "label_en", "label_fr", "position")
    },
    **{(of.table, "code", PAGE): _IN_FORM for of in VOCABULARIES},
    **{(of.table, "position", PAGE): _ORDERS for of in VOCABULARIES},
    **{("action_kind", "phase", place): _READ for place in (PAGE, DATA)},
    **{
        ("action_kind", name, place): _READ
        for name in ("status", "dates_text")
        for place in EVERYWHERE
    },
}
"""What is not shown: of which table, which field, in which place; and why."""


@dataclass(frozen=True)
class Shown:
    """A record with every field filled, and how often each text stands in each place."""

    record: FilledRecord
    page: str
    values: dict[str, Counter[str]]

    def count(self, of: FilledField, place: str) -> int:
        """Count how often a field's value stands in a place."""
        written = set(of.written)
        if place != PAGE:
            return sum(self.values[place][each] for each in written)
        return sum(
            len(re.findall(rf"(?<!\w){re.escape(each)}(?!\w)", self.page)) for each in written
        )


@dataclass(frozen=True)
class FilledSite:
    """A site with a filled record of each kind, by its table, as an administrator sees it."""

    browser: Browser
    shown: dict[str, Shown]
    names: dict[RowKey, RecordName]

    def is_there(self, address: str) -> bool:
        """Tell whether an address answers."""
        return self.browser.get(address).status_code == 200


Worlds: TypeAlias = tuple[FilledSite, FilledSite]


@pytest.fixture(scope="module")
def worlds(cluster: Cluster, migrated_template: str) -> Iterator[Worlds]:
    """Two sites whose records are filled alike, but with other values."""
    with ExitStack() as stack:
        first, second = (stack.enter_context(cluster.copy(migrated_template)) for _ in range(2))
        yield _filled(first, 0), _filled(second, 1)


def _filled(database: Database, number: int) -> FilledSite:
    app = make_app(database)
    with database.owner.begin() as connection:
        number_apart(connection)
    with database.transaction() as session, app.test_request_context("/"):
        begin_change(session, PROGRAM, Door.CLI)
        session.add(KnownRole(code=Role.ADMINISTRATOR, label_en="All", label_fr="Tout"))
        world = World(session, number)
        records = {of.table: world.fill(of.table) for of in RECORD_TYPES}
    with database.session() as session:
        viewed = Counter(_viewed(session))
        named = names(session, [(table, str(record.key)) for table, record in records.items()])
    with somebody(app, database, "administrator", Role.ADMINISTRATOR) as browser:
        shown = {
            table: _look(browser, BY_TABLE[table], record, viewed)
            for table, record in records.items()
        }
        return FilledSite(browser, shown, named)


def _look(browser: Browser, of: RecordType, record: FilledRecord, viewed: Counter[str]) -> Shown:
    """Look at a record, or at those on whose pages it is shown."""
    addresses = _pages_of(of, record)
    pages = [
        browser.get(f"/{language}{address}") for language in ("en", "fr") for address in addresses
    ]
    data = [browser.get(f"/en{each}.json") for each in addresses if not of.is_vocabulary]
    assert [each.request.path for each in (*pages, *data) if each.status_code != 200] == []
    return Shown(
        record,
        " ".join(_words(page.get_data(as_text=True)) for page in pages),
        {DATA: Counter(value for each in data for value in _values(each.get_json())), VIEW: viewed},
    )


def _pages_of(of: RecordType, record: FilledRecord) -> list[str]:
    """Return the addresses of the pages on which a record is shown."""
    draft = record.draft
    match of.table:
        case "post":
            return [
                f"/organizations/{draft['organization_id']}",
                f"/countries/{draft['country_code']}",
            ]
        case "criticality_list":
            issuer = draft["issuer"].removeprefix("country:")
            minerals = [f"/minerals/{each['mineral_code']}" for each in draft["listings"]]
            return [f"/countries/{issuer}", *minerals]
        case _ if of.is_vocabulary:
            return ["/vocabularies"]
    return [f"/{of.collection}/{record.key}"]


def _words(page: str) -> str:
    """Return what a page says: its text, and what its attributes say to those who hear it."""
    said = re.sub(r'<[^>]*?\b(?:aria-label|lang)="([^"]*)"[^>]*>', r" \1 ", page)
    return html.unescape(re.sub("<[^>]*>", " ", said))


def _values(data: object) -> Iterator[str]:
    """Yield the values within data, each as text."""
    match data:
        case dict():
            for each in data.values():
                yield from _values(each)
        case list() | tuple():
            for each in data:
                yield from _values(each)
        case None:
            return
        case _:
            yield str(data)


def _viewed(session: Session) -> Iterator[str]:
    """Yield all that the views of reports say."""
    views = "SELECT table_name FROM information_schema.views WHERE table_schema = 'report'"
    for view in session.scalars(text(views)).all():
        for row in session.execute(text(f"SELECT * FROM report.{view}")):  # noqa: S608 - our own names
            yield from _values(tuple(row))


def _not_shown(worlds: Worlds, of: RecordType) -> Iterator[tuple[str, str, str]]:
    """Yield each field of a record that one looks for in vain, and where."""
    first, second = (world.shown[of.table] for world in worlds)
    for one, other in zip(first.record.fields, second.record.fields, strict=True):
        for place in EVERYWHERE:
            elsewhere = second.count(other if one.repeated else one, place)
            if first.count(one, place) <= elsewhere:
                key = (one.table, one.name, place)
                own = (f"{one.table} of {one.beside}", one.name, place)
                yield own if own in NOT_SHOWN else key


@pytest.mark.parametrize("of", RECORD_TYPES, ids=lambda of: of.table)
def test_every_field_is_shown(worlds: Worlds, of: RecordType) -> None:
    assert sorted(set(_not_shown(worlds, of)) - NOT_SHOWN.keys()) == []


def test_nothing_is_excused_that_is_shown(worlds: Worlds) -> None:
    found = {key for of in RECORD_TYPES for key in _not_shown(worlds, of)}
    assert NOT_SHOWN.keys() - found == set()


def test_every_kind_of_record_has_its_shape_and_its_form() -> None:
    assert RECORDS.keys() == BY_TABLE.keys()
    for table, shape in RECORDS.items():
        assert shape.key.name == BY_TABLE[table].key
        assert {of for of, _ in _tables(shape, FORMS[table])} <= FORMS.keys()
        assert all(issubclass(FORMS[of], form) for of, form in _tables(shape, FORMS[table]))
        assert EDITINGS[BY_TABLE[table].collection].record == table


def _tables(shape: Shape, form: type[PartForm]) -> Iterator[tuple[str, type[PartForm]]]:
    """Yield each table of a record, with the form in which its rows stand in the record's form."""
    yield shape.table.name, form
    rows = {each.short_name: each for each in form() if isinstance(each, Rows)}
    for name, part in shape.parts.items():
        yield from _tables(part, rows[name].unbound_field.args[0])


@pytest.mark.parametrize("of", RECORD_TYPES, ids=lambda of: of.table)
def test_every_kind_of_record_has_what_every_kind_has(worlds: Worlds, of: RecordType) -> None:
    site, _ = worlds
    key = str(site.shown[of.table].record.key)
    assert of.table in TABLE_LABELS
    assert [kind for kind in COLLECTIONS.values() if kind.TABLE.__tablename__ == of.table]
    assert site.names[of.table, key].en
    assert site.is_there(f"/en/{of.collection}/{key}/history")
    if of.has_page or of.is_vocabulary:
        assert of.table in COLLECTION_LABELS
    if of.has_page:
        assert site.is_there(f"/en/{of.collection}/{key}")
        assert site.is_there(f"/en/{of.collection}/{key}.json")
        for ending in ("", ".json", ".csv"):
            assert site.is_there(f"/en/{of.collection}{ending}")
