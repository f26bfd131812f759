"""Whatever stands in the database, a page shows it as text."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from sqlalchemy import Column, Connection, Text, text
from sqlalchemy.exc import DBAPIError

from tests.cluster import Cluster
from tests.functional.seeded_site import LANGUAGES, SUBJECTS, Site
from tracker.models import Base

HOSTILE = """"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}&amp;"""
OTHER_PAGES = ("/", "/map", "/timeline", "/unsourced")
RECORDS_OF_EACH = 12


def free_text() -> Iterator[tuple[str, Column[object]]]:
    """Yield the columns that hold text and are no key, digest or address made by the database."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Text) and not (
                column.primary_key or column.foreign_keys or column.computed
            ):
                yield table.name, column


def write_hostile(connection: Connection) -> set[str]:
    """Put hostile text before every text that may be any; return the columns that took it."""
    taken = set()
    for table, column in free_text():
        also = ""
        if (table, column.name) == ("passage", "exact"):
            also = ", start_offset = NULL, end_offset = NULL, sha256 ="
            also += " encode(sha256(convert_to(:hostile || exact, 'UTF8')), 'hex')"
        statement = f'UPDATE {table} SET "{column.name}" = :hostile || "{column.name}"{also}'  # noqa: S608
        try:
            with connection.begin_nested():
                connection.execute(text(statement), {"hostile": HOSTILE})
        except DBAPIError:
            continue
        taken.add(f"{table}.{column.name}")
    return taken


class Elements(HTMLParser):
    """What of a page a browser would run."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.risky: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "script" and not (given.get("src") or "").startswith("/static/"):
            self.risky.append(self.get_starttag_text() or tag)
        self.risky += [
            f"{tag} {name}={value}"
            for name, value in attrs
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
        ]


@pytest.fixture(scope="module")
def hostile_site(cluster: Cluster, seeded_template: str) -> Iterator[Site]:
    """The site on a database in which every text is hostile."""
    with cluster.copy(seeded_template) as database:
        with database.owner.begin() as connection:
            taken = write_hostile(connection)
        assert {
            "agreement.title_en",
            "agreement.summary_fr",
            "agreement_action.note_en",
            "citation.stated_value",
            "citation.chosen_reason",
            "country.name_fr",
            "document.publisher",
            "event.title_en",
            "mineral.name_en",
            "missing_value.note_en",
            "official.name",
            "official_name.text",
            "organization.acronym",
            "passage.exact",
            "passage.translation_fr",
            "post.title_fr",
            "sector.name_en",
            "statement.text_en",
        } <= taken
        yield Site(database)


def addresses(site: Site) -> Iterator[str]:
    yield from OTHER_PAGES
    for subject in SUBJECTS:
        yield f"/{subject}"
        yield f"/{subject}?q=alert"
        keys = site.record_keys(subject)
        for key in [*keys[:RECORDS_OF_EACH], *keys[-RECORDS_OF_EACH:]]:
            yield f"/{subject}/{key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_is_shown_as_text(hostile_site: Site, language: str) -> None:
    shown = 0
    for address in addresses(hostile_site):
        page = hostile_site.page(f"/{language}{address}")
        assert Elements(page).risky == [], address
        assert "<img src=x" not in page, address
        assert "49&amp;" not in page, address
        shown += "&lt;script&gt;alert(1)" in page
    assert shown > len(SUBJECTS) * RECORDS_OF_EACH


def test_hostile_parameters_are_shown_as_text(hostile_site: Site) -> None:
    for subject in SUBJECTS:
        for name in ("q", "sort", "cursor", "as_of", "unheard_of"):
            answer = hostile_site.get(f"/{subject}", **{name: HOSTILE})
            assert Elements(answer.get_data(as_text=True)).risky == [], (subject, name)
    missing = hostile_site.get(f"/{SUBJECTS[0]}/{HOSTILE}")
    assert Elements(missing.get_data(as_text=True)).risky == []
