from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.drafts import KEY, Draft, by_key, content
from tracker.domain.merging import Conflict, merge

VALUES = st.one_of(st.none(), st.sampled_from("abc"))
ROWS = st.lists(st.sampled_from("1234"), unique=True, max_size=4)
NEW_ROWS = st.lists(st.sampled_from("xyz"), unique=True, max_size=2)


@st.composite
def drafts(draw: st.DrawFn, mark: str = "") -> Draft:
    """A record with two fields and a part; ``mark`` makes the keys of its new rows its own."""
    keys = [*draw(ROWS), *(f"new-{mark}{key}" for key in draw(NEW_ROWS) if mark)]
    rows = [{KEY: key, "value": draw(VALUES)} for key in keys]
    return {KEY: "7", "name": draw(VALUES), "code": draw(VALUES), "rows": rows}


def keep_possible(base: Draft, mine: Draft) -> None:
    """Leave only rows that a form opened on ``base`` can have: its own, and new ones."""
    known = by_key(base["rows"])
    mine["rows"] = [row for row in mine["rows"] if row[KEY] in known or "m" in row[KEY]]


@given(drafts(), drafts("m"))
def test_where_they_did_nothing_mine_stays(base: Draft, mine: Draft) -> None:
    keep_possible(base, mine)
    merged = merge(base, mine, base)
    assert merged.draft == mine
    assert merged.conflicts == ()


@given(drafts(), drafts("t"))
def test_where_i_did_nothing_theirs_stays(base: Draft, theirs: Draft) -> None:
    merged = merge(base, base, theirs)
    assert merged.draft == theirs
    assert merged.conflicts == ()


@given(drafts(), drafts("b"))
def test_the_same_change_made_by_both_is_no_conflict_and_not_doubled(
    base: Draft, both: Draft
) -> None:
    merged = merge(base, both, both)
    assert merged.draft == both
    assert merged.conflicts == ()


@given(drafts(), drafts("m"), drafts("t"))
def test_no_change_is_lost_without_a_conflict(base: Draft, mine: Draft, theirs: Draft) -> None:
    keep_possible(base, mine)
    merged = merge(base, mine, theirs)
    told = {conflict.path for conflict in merged.conflicts}
    for name in ("name", "code"):
        for side in (mine, theirs):
            if side[name] != base[name] and (name,) not in told:
                assert merged.draft[name] == side[name]
    rows, was = by_key(merged.draft["rows"]), by_key(base["rows"])
    for side in (mine, theirs):
        for key, row in by_key(side["rows"]).items():
            changed = row != was.get(key)
            excused = ("rows", key) in told or ("rows", key, "value") in told
            if changed and not excused:
                assert content(row) in [content(each) for each in rows.values()]


def test_both_changing_one_field_is_a_conflict_that_has_mine() -> None:
    merged = merge({"name": "a"}, {"name": "b"}, {"name": "c"})
    assert merged.draft == {"name": "b"}
    assert merged.conflicts == (Conflict(("name",), "a", "b", "c"),)


def test_a_row_that_one_changed_and_one_removed_is_kept_until_somebody_chooses() -> None:
    was, now = {KEY: "1", "value": "a"}, {KEY: "1", "value": "b"}
    mine_changed = merge({"rows": [was]}, {"rows": [now]}, {"rows": []})
    assert mine_changed.draft == {"rows": [now]}
    assert mine_changed.conflicts == (Conflict(("rows", "1"), was, now, None),)
    theirs_changed = merge({"rows": [was]}, {"rows": []}, {"rows": [now]})
    assert theirs_changed.draft == {"rows": [now]}
    assert theirs_changed.conflicts == (Conflict(("rows", "1"), was, None, now),)


def test_the_order_is_that_of_who_moved_rows() -> None:
    rows = {key: {KEY: key} for key in "1234"}
    base = {"rows": [rows["1"], rows["2"], rows["3"]]}
    moved = {"rows": [rows["3"], rows["1"], rows["2"]]}
    added = {"rows": [rows["1"], rows["2"], rows["3"], rows["4"]]}
    for merged in (merge(base, moved, added), merge(base, added, moved)):
        assert [row[KEY] for row in merged.draft["rows"]] == ["3", "1", "2", "4"]
