"""Rows of a form come, go and move by the names of its fields alone."""

from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from tracker.forms.rows import Fields, add_row, move_row, remove_row

NUMBERS = st.lists(st.integers(0, 30), min_size=1, max_size=6, unique=True).map(sorted)


def form(numbers: list[int]) -> Fields:
    """Return a form with rows of these numbers, each with a row within it, and another part."""
    fields: Fields = MultiDict({"title": "Treaty", "scope-0-key": "9"})
    for number in numbers:
        fields[f"parties-{number}-key"] = f"{number}"
        fields[f"parties-{number}-citations-0-quote"] = f"words of {number}"
    return fields


def keys(fields: Fields) -> list[str]:
    """Return the keys of the rows in their order."""
    places = [name.split("-")[1] for name in fields if name.startswith("parties-")]
    return [fields[f"parties-{number}-key"] for number in sorted(set(map(int, places)))]


@given(NUMBERS)
def test_a_row_is_added_at_the_end(numbers: list[int]) -> None:
    fields = form(numbers)
    row = add_row(fields, "parties")
    assert row == f"parties-{max(numbers) + 1}"
    assert keys(fields)[:-1] == [str(number) for number in numbers]
    assert fields[f"{row}-key"].startswith("new-")


def test_the_first_row_of_a_part_has_the_number_0() -> None:
    assert add_row(MultiDict(), "parties") == "parties-0"


@given(NUMBERS, st.data())
def test_a_row_goes_with_all_within_it_and_no_other(
    numbers: list[int], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(numbers))
    fields = form(numbers)
    remove_row(fields, f"parties-{gone}")
    assert fields == form([number for number in numbers if number != gone])


@given(NUMBERS, st.data())
def test_a_row_changes_places_with_its_neighbour_all_within_both_too(
    numbers: list[int], data: st.DataObject
) -> None:
    number, by = data.draw(st.sampled_from(numbers)), data.draw(st.sampled_from([-1, 1]))
    fields, place = form(numbers), numbers.index(number)
    moved = move_row(fields, f"parties-{number}", by)
    expected = list(numbers)
    if 0 <= place + by < len(numbers):
        expected[place], expected[place + by] = expected[place + by], expected[place]
        assert moved == f"parties-{numbers[place + by]}"
    else:
        assert moved == f"parties-{number}"
    assert keys(fields) == [str(each) for each in expected]
    for place, each in zip(numbers, expected, strict=True):
        assert fields[f"parties-{place}-citations-0-quote"] == f"words of {each}"
    if expected != numbers:
        move_row(fields, moved, -by)
    assert fields == form(numbers)


def test_what_is_no_row_is_left_alone() -> None:
    fields = form([0, 1])
    for name in ("parties-7", "parties-x", "parties-²", "parties", ""):
        assert move_row(fields, name, 1) == name
    assert fields == form([0, 1])
