"""Which columns call a table's rows."""

import pytest

from tracker.models import Base
from tracker.models.history import tracked_tables, twin
from tracker.models.shapes import RECORDS
from tracker.queries.lookup.record_names import naming

NAMELESS = {
    "account",
    "account_role",
    "agreement_action",
    "agreement_event",
    "agreement_official",
    "agreement_relation",
    "agreement_scope",
    "agreement_standing_span",
    "agreement_status_span",
    "commitment",
    "commitment_update",
    "criticality_listing",
    "event_topic",
    "mineral_hs",
    "review",
    "saved_report_version",
    "statement",
    "tenure",
}
"""The tables whose rows are called by what they are part of or by what they tie together."""


def test_every_table_but_these_has_names() -> None:
    assert {table.name for table in tracked_tables() if not has_name(table.name)} == NAMELESS


def has_name(table: str) -> bool:
    try:
        naming(table)
    except LookupError:
        return False
    return True


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_is_called_by_its_own_columns(record: str) -> None:
    root = RECORDS[record]
    key, english, french = naming(record)
    assert key is root.key
    if record != "document":
        assert {english, french} <= set(root.table.columns)


@pytest.mark.parametrize(
    ("table", "english", "french"),
    [
        ("agreement", "title_en", "title_fr"),
        ("country", "name_en", "name_fr"),
        ("agreement_form", "label_en", "label_fr"),
        ("official", "name", "name"),
        ("official_name", "text", "text"),
        ("passage", "exact", "exact"),
    ],
)
def test_names_in_both_languages_go_first(table: str, english: str, french: str) -> None:
    columns = Base.metadata.tables[table].c
    assert naming(table)[1:] == (columns[english], columns[french])


def test_a_document_without_a_title_goes_by_another_column() -> None:
    assert str(naming("document").fr) == "coalesce(document.title, document.publisher)"
    by_address = naming("document", untitled="url")
    assert str(by_address.fr) == "coalesce(document.title, document.url)"


def test_rows_elsewhere_are_called_as_those_of_the_table() -> None:
    past = twin(Base.metadata.tables["event"])
    assert naming("event", past) == (past.c.id, past.c.title_en, past.c.title_fr)
