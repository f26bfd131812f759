"""Three-way merge of drafts: what two people did to the same record, put together.

``base`` is what both began from, ``mine`` what one of them made of it, ``theirs`` what the other
has saved meanwhile. Fields are compared one by one, parts by their keys.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

from tracker.domain.drafts import KEY, Draft, by_key, content

Path: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Conflict:
    """A field that both changed, each in another way; or a row that one changed, one removed.

    ``path`` is the field's name, after the part's name and key for each level above. For a row, it
    ends with the row's key, and ``mine`` or ``theirs`` is None where it was removed.
    """

    path: Path
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """The draft with both changes; where they conflict, it has mine, or the row that is left."""

    draft: Draft
    conflicts: tuple[Conflict, ...]


def merge(base: Draft, mine: Draft, theirs: Draft) -> Merged:
    """Put the changes from ``base`` to ``mine`` and to ``theirs`` together."""
    conflicts: list[Conflict] = []
    draft = _merge_row((), base, mine, theirs, conflicts)
    return Merged(draft, tuple(conflicts))


def _merge_row(
    path: Path, base: Draft, mine: Draft, theirs: Draft, conflicts: list[Conflict]
) -> Draft:
    merged: Draft = {}
    for name in mine | theirs:
        if name == KEY:
            merged[KEY] = theirs.get(KEY, mine.get(KEY))
        elif isinstance(mine.get(name), list) or isinstance(theirs.get(name), list):
            merged[name] = _merge_rows(
                (*path, name),
                *(side.get(name) or [] for side in (base, mine, theirs)),
                conflicts=conflicts,
            )
        else:
            values = [side.get(name) for side in (base, mine, theirs)]
            merged[name] = _merge_value((*path, name), *values, conflicts=conflicts)
    return merged


def _merge_value(
    path: Path, base: object, mine: object, theirs: object, *, conflicts: list[Conflict]
) -> object:
    if mine == base:
        return theirs
    if theirs not in (base, mine):
        conflicts.append(Conflict(path, base, mine, theirs))
    return mine


def _merge_rows(
    path: Path,
    base: list[Draft],
    mine: list[Draft],
    theirs: list[Draft],
    *,
    conflicts: list[Conflict],
) -> list[Draft]:
    was, own, other = by_key(base), by_key(mine), by_key(theirs)
    merged: list[Draft] = []
    for key in _order(list(was), list(own), list(other)):
        if key in own and key in other:
            row = _merge_row(
                (*path, key), was.get(key, {}), own[key], other[key], conflicts=conflicts
            )
        elif key in own:
            if key in was and own[key] == was[key]:
                continue  # they removed it, and I left it as it was
            if key not in was and content(own[key]) in _added(was, other):
                continue  # both added the same
            row = own[key]
            if key in was:
                conflicts.append(Conflict((*path, key), was[key], own[key], None))
        else:
            if key in was and other[key] == was[key]:
                continue  # I removed it, and they left it as it was
            row = other[key]
            if key in was:
                conflicts.append(Conflict((*path, key), was[key], None, other[key]))
        merged.append(row)
    return merged


def _added(was: dict[str, Draft], now: dict[str, Draft]) -> list[Draft]:
    return [content(row) for key, row in now.items() if key not in was]


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Put the keys in the order of who moved rows, mine where both did; the other's follow."""
    moved = [key for key in mine if key in base] != [key for key in base if key in mine]
    first, second = (mine, theirs) if moved else (theirs, mine)
    return [*first, *(key for key in second if key not in first)]
