"""What the files say, what they said before and what the database holds, column by column."""

from tracker.seeding.comparing import Comparison, Values, compare


def test_unchanged_row_is_left_alone() -> None:
    row: Values = {"name": "Oslo", "position": 1}
    assert compare(row, row, row) == Comparison(content=row)


def test_changed_seed_is_written() -> None:
    found = compare({"name": "Oslo"}, {"name": "Olso"}, {"name": "Olso"})
    assert found == Comparison(changes={"name": "Oslo"}, content={"name": "Oslo"})


def test_value_taken_out_of_the_seeds_is_emptied() -> None:
    found = compare({}, {"note": "odd"}, {"note": "odd"})
    assert found == Comparison(changes={"note": None})


def test_edited_value_is_kept_and_still_known_as_edited() -> None:
    found = compare({"name": "Oslo"}, {"name": "Olso"}, {"name": "Christiania"})
    assert found == Comparison(kept=("name",), content={"name": "Olso"})


def test_edit_that_the_seeds_follow_is_no_edit_any_more() -> None:
    found = compare({"name": "Oslo"}, {"name": "Olso"}, {"name": "Oslo"})
    assert found == Comparison(content={"name": "Oslo"})


def test_other_columns_of_an_edited_row_are_written() -> None:
    found = compare(
        {"name": "Oslo", "note": "new"},
        {"name": "Olso", "note": "old"},
        {"name": "Christiania", "note": "old"},
    )
    assert found.changes == {"note": "new"}
    assert found.kept == ("name",)


def test_a_date_and_its_precision_are_kept_together() -> None:
    found = compare(
        {"on": "2025-11-06", "on_precision": "day"},
        {"on": "2025-11-01", "on_precision": "month"},
        {"on": "2025-10-01", "on_precision": "month"},
    )
    assert found.changes == {}
    assert found.kept == ("on",)
    assert found.content == {"on": "2025-11-01", "on_precision": "month"}


def test_an_edit_made_where_the_seeds_had_nothing_is_kept() -> None:
    found = compare({"note": "ours"}, {}, {"note": "theirs"})
    assert found == Comparison(kept=("note",))
