"""Which tables belong to a record, and by which column: the shapes and the tables' keys agree."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Table

from tracker.models import Base
from tracker.models.drafts import Shape
from tracker.models.evidence import ROOTS
from tracker.models.history import written_tables
from tracker.models.record_tables import (
    EVIDENCE_TABLES,
    own_tables,
    pointers_to,
    roots_of,
    tables_with,
)
from tracker.models.shapes import RECORDS

SHAPES = pytest.mark.parametrize("root", RECORDS.values(), ids=RECORDS)
OUTSIDE = ("citation", "review", "account", "agreement_search", "nowhere")


def below(shape: Shape) -> Iterator[Shape]:
    for part in shape.parts.values():
        yield part
        yield from below(part)


def goes_with(table: Table, root: Shape) -> bool:
    """Tell whether a key of whatever length has a table's rows go when their root goes."""
    return any(
        key.ondelete == "CASCADE" and root.link in key.column_keys
        for key in table.foreign_key_constraints
    )


@SHAPES
def test_every_table_of_a_shape_is_found_with_its_column(root: Shape) -> None:
    own = own_tables(root.table.name)
    assert own[root.table.name] == root.key.name
    for part in below(root):
        (key,) = part.table.c[own[part.table.name]].foreign_keys & direct_keys(part.table, root)
        assert key.column is root.key


def direct_keys(table: Table, root: Shape) -> set[object]:
    return {
        key
        for constraint in table.foreign_key_constraints
        if constraint.referred_table is root.table
        for key in constraint.elements
    }


@SHAPES
def test_every_table_of_a_shape_has_that_root(root: Shape) -> None:
    assert all(root in roots_of(each.table.name) for each in (root, *below(root)))


@pytest.mark.parametrize("table", OUTSIDE)
def test_a_table_outside_has_no_root(table: str) -> None:
    with pytest.raises(LookupError):
        roots_of(table)
    assert all(table not in own_tables(record) for record in RECORDS if table != "citation")


@SHAPES
def test_a_record_has_evidence_where_evidence_can_speak_of_it(root: Shape) -> None:
    own = own_tables(root.table.name)
    found = {own[table] for table in EVIDENCE_TABLES.values() if table in own}
    assert found == ({root.link} if root in ROOTS else set())


@SHAPES
def test_all_that_goes_with_a_record_is_found(root: Shape) -> None:
    """Keys of several columns have rows go too: none that stands alone is overlooked."""
    going = {table.name for table in written_tables() if goes_with(table, root)}
    assert tables_with(root.table.name).keys() == {root.table.name, *going}


def test_what_others_edit_goes_with_a_record_but_is_not_its_own() -> None:
    others = {record: tables_with(record).keys() - own_tables(record).keys() for record in RECORDS}
    assert {record: found for record, found in others.items() if found} == {
        "agreement": {"review"},
        "event": {"agreement_event"},
    }


def test_what_points_at_a_record_may_stay_when_it_goes() -> None:
    found = {(each.table, each.column): each.goes for each in pointers_to("agreement")}
    assert found["agreement_party", "agreement_id"]
    assert found["agreement_relation", "related_agreement_id"]
    assert not found["agreement", "base_agreement_id"]
    assert ("agreement_search", "agreement_id") not in found


@SHAPES
def test_every_column_that_is_found_is_there(root: Shape) -> None:
    for each in pointers_to(root.table.name):
        assert each.column in Base.metadata.tables[each.table].c
