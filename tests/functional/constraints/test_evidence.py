"""Evidence speaks of rows that exist, of one alone, and goes when they go."""

import pytest
from sqlalchemy import Connection, text

from tests.functional.constraints.refusing import literal, refusal
from tests.support.small_world import run
from tracker.models.drafts import Shape
from tracker.models.evidence import PART_ROOTS, ROOTS

TABLES = ("citation", "missing_value")
"""Both kinds of evidence."""

FREE = {
    "agreement": 103,
    "event": 103,
    "organization": 104,
    "official": 103,
    "post": 102,
    "country": "NA",
    "sector": "hydrogen",
    "mineral": "helium",
    "criticality_list": 102,
}
"""A row of each root that nothing else in the world needs."""

PARTS = [(part, root) for part, roots in PART_ROOTS.items() for root in roots]
"""Each part with each root that it can have."""

CODES = {"mineral": "neodymium", "country": "KZ", "sector": "energy"}
NAMES = {"mineral": 101, "country": 102, "organization": 103, "sector": 104}


def number(part: str, root: Shape) -> int:
    """Return the number of the world's row of a part that has a root of that kind."""
    return NAMES[root.table.name] if part == "other_name" else 101


def root_of_part(root: Shape) -> object:
    """Return the key of the root that the world's part belongs to."""
    return CODES.get(root.table.name, 101)


def evidence(table: str, **subject: object) -> str:
    """Write evidence of a row as SQL, by the columns that name it."""
    own: dict[str, object] = {"document_id": 102}
    if table == "missing_value":
        own = {"field": "id", "reason": "not_stated"}
    values = own | subject
    return (
        f"INSERT INTO {table} ({', '.join(values)})"  # noqa: S608 - our own names and values
        f" VALUES ({', '.join(map(literal, values.values()))});"
    )


def subjects(connection: Connection, table: str, subject: str) -> int:
    """Count the evidence that speaks of a row."""
    query = text(f"SELECT count(*) FROM {table} WHERE subject = :subject")  # noqa: S608 - one of TABLES
    count: int = connection.execute(query, {"subject": subject}).scalar_one()
    return count


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: root.table.name)
@pytest.mark.parametrize("table", TABLES)
class TestRoot:
    def test_that_is_not_there(self, connection: Connection, table: str, root: Shape) -> None:
        statement = evidence(table, **{root.link: 9 if root.key.name == "id" else "xx"})
        assert refusal(connection, without_field(statement, root)) == f"fk_{table}_{root.link}"

    def test_takes_its_evidence_along(
        self, connection: Connection, table: str, root: Shape
    ) -> None:
        key = FREE[root.table.name]
        subject = f"{root.table.name}:{key}"
        run(connection, without_field(evidence(table, **{root.link: key}), root))
        assert subjects(connection, table, subject) == 1
        run(connection, f"DELETE FROM {root.table.name} WHERE {root.key.name} = {literal(key)}")  # noqa: S608 - our own names
        assert subjects(connection, table, subject) == 0


def without_field(statement: str, root: Shape) -> str:
    """Name a field that the root has: those with a code have no id."""
    return statement if root.key.name == "id" else statement.replace("'id'", "'code'")


@pytest.mark.parametrize(
    ("part", "root"), PARTS, ids=[f"{part}-{root.table.name}" for part, root in PARTS]
)
@pytest.mark.parametrize("table", TABLES)
class TestPart:
    def test_that_is_not_there(
        self, connection: Connection, table: str, part: str, root: Shape
    ) -> None:
        statement = evidence(table, **{root.link: root_of_part(root), f"{part}_id": 9})
        assert refusal(connection, statement) == f"fk_{table}_{root.link}_{part}_id"

    def test_of_another_root(
        self, connection: Connection, table: str, part: str, root: Shape
    ) -> None:
        own = {f"{part}_id": number(part, root)}
        statement = evidence(table, **{root.link: FREE[root.table.name]}, **own)
        assert refusal(connection, statement) == f"fk_{table}_{root.link}_{part}_id"

    def test_of_another_kind_of_root(
        self, connection: Connection, table: str, part: str, root: Shape
    ) -> None:
        other = next(other for other in ROOTS if other not in PART_ROOTS[part])
        own = {f"{part}_id": number(part, root)}
        statement = evidence(table, **{other.link: FREE[other.table.name]}, **own)
        assert refusal(connection, statement) == f"ck_{table}_part_has_its_root"

    def test_takes_its_evidence_along(
        self, connection: Connection, table: str, part: str, root: Shape
    ) -> None:
        run(connection, f"DELETE FROM {table}")  # noqa: S608 - one of TABLES
        own = {f"{part}_id": number(part, root)}
        run(connection, evidence(table, **{root.link: root_of_part(root)}, **own))
        assert subjects(connection, table, f"{part}:{number(part, root)}") == 1
        for represented in ("agreement_action", "agreement_official", "commitment"):
            run(connection, f"UPDATE {represented} SET party_id = NULL")  # noqa: S608 - our own name
        run(connection, f"DELETE FROM {part} WHERE id = {number(part, root)}")  # noqa: S608 - our own names
        assert subjects(connection, table, f"{part}:{number(part, root)}") == 0


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    ("root", "old", "new"),
    [("mineral", "neodymium", "nd"), ("country", "NA", "NM"), ("sector", "hydrogen", "h2")],
)
def test_evidence_follows_a_code_that_changes(
    connection: Connection, table: str, root: str, old: str, new: str
) -> None:
    whole = next(candidate for candidate in ROOTS if candidate.table.name == root)
    run(connection, without_field(evidence(table, **{f"{root}_code": old}), whole))
    if root == "mineral":
        run(connection, evidence(table, mineral_code=old, mineral_hs_id=101))
    run(connection, f"UPDATE {root} SET code = '{new}' WHERE code = '{old}'")  # noqa: S608 - our own names
    assert subjects(connection, table, f"{root}:{new}") == 1
    assert subjects(connection, table, "mineral_hs:101") == (root == "mineral")


def test_two_sources_that_differ_both_stay(connection: Connection) -> None:
    run(
        connection,
        "INSERT INTO citation (document_id, agreement_id, agreement_action_id, field, stance,"
        " stated_value) VALUES (101, 102, 102, 'happened_on', 'contradicts', '2026-01-02'),"
        " (102, 102, 102, 'happened_on', 'contradicts', '2026-01-03');"
        "INSERT INTO citation (document_id, agreement_id, agreement_action_id, field, chosen_at,"
        " chosen_by, chosen_reason)"
        " VALUES (102, 102, 102, 'happened_on', now(), 'Editors', 'Nearest')",
    )
    assert subjects(connection, "citation", "agreement_action:102") == 3
