"""Where two people changed the same: shown at its field until somebody chooses what to keep.

A conflict travels in the form as a hidden field beside the one it speaks of, ``name-conflict``, so
that it goes and moves with its row. It holds what each side would have typed.
"""

import json
from collections.abc import Iterable
from typing import Any, TypedDict

from tracker.domain.drafts import KEY
from tracker.domain.merging import Conflict
from tracker.forms.fields import CheckField, RecordField, WordField, with_plain_line_ends
from tracker.forms.records import PartForm
from tracker.forms.rows import Fields
from tracker.web.editing.autocomplete import names_of

_SUFFIX = "-conflict"
_TEXT = "-text"
_SIDES = ("base", "mine", "theirs")


class Side(TypedDict):
    """What one side has: in words for people, and as the form's fields would send it."""

    words: str
    value: str
    text: str


ShownConflict = dict[str, Any]
"""A conflict: ``base``, ``mine``, ``theirs``, each a ``Side``; or of a row, who ``removed`` it."""


def found(form: PartForm, conflicts: Iterable[Conflict]) -> dict[str, ShownConflict]:
    """Return what conflicts in a form that has the merged record, by the name of field or row."""
    shown: dict[str, ShownConflict] = {}
    for conflict in conflicts:
        row, name = _place(form, conflict.path)
        if name is None:
            removed = "mine" if conflict.mine is None else "theirs"
            shown[row.key.name.removesuffix(f"-{KEY}")] = {"removed": removed}
        elif name in row:
            values = (conflict.base, conflict.mine, conflict.theirs)
            sides = [_side(row[name], value) for value in values]
            shown[row[name].name] = dict(zip(_SIDES, sides, strict=True))
    return shown


def sent(fields: Fields) -> dict[str, ShownConflict]:
    """Return the conflicts that a form still carries."""
    shown = {}
    for name, text in fields.items():
        if name.endswith(_SUFFIX):
            conflict = _read(text)
            if conflict is not None:
                shown[name.removesuffix(_SUFFIX)] = conflict
    return shown


def left(fields: Fields) -> bool:
    """Tell whether a conflict stands as it was found; what is typed anew in a field settles its."""
    return any(
        "removed" in shown
        or (with_plain_line_ends(fields.get(name, "")), fields.get(name + _TEXT, ""))
        == (with_plain_line_ends(shown["mine"]["value"]), shown["mine"]["text"])
        for name, shown in sent(fields).items()
    )


def resolve(fields: Fields, side: str, name: str) -> None:
    """Settle a conflict: put ``mine`` or ``theirs`` into its field, or keep what stands there."""
    shown = sent(fields).get(name)
    fields.poplist(name + _SUFFIX)
    if shown is None or side not in shown:
        return
    fields[name] = shown[side]["value"]
    if shown[side]["text"]:
        fields[name + _TEXT] = shown[side]["text"]
    else:
        fields.poplist(name + _TEXT)


def written(shown: ShownConflict) -> str:
    """Write a conflict for the form to carry."""
    return json.dumps(shown, ensure_ascii=False)


def _place(form: PartForm, path: tuple[str, ...]) -> tuple[PartForm, str | None]:
    """Follow a path to its row and, unless it is a row's, to the name of its field."""
    for name, key in zip(path[::2], path[1::2], strict=False):
        form = next(row for row in form.rows_of(name) if row[KEY].data == key)
    return form, path[-1] if len(path) % 2 else None


def _side(field: Any, value: Any) -> Side:  # noqa: ANN401 (each field has its own)
    if value is None:
        return Side(words="", value="", text="")
    match field:
        case RecordField():
            token = str(value) if len(field.kinds) > 1 else f"{field.kinds[0]}:{value}"
            choice = names_of({token}).get(token)
            name = choice.name if choice else ""
            return Side(words=name, value=token, text=name)
        case WordField():
            return Side(words=dict(field.offered).get(value, str(value)), value=value, text="")
        case CheckField():
            return Side(words="✓" if value else "✗", value="y" if value else "", text="")
        case _:
            return Side(words=field.show(value), value=field.show(value), text="")


def _read(text: str) -> ShownConflict | None:
    """Read a conflict that a form sent; None where it is not as we wrote it."""
    try:
        shown = json.loads(text)
    except ValueError:
        return None
    if not isinstance(shown, dict):
        return None
    if shown.get("removed") in ("mine", "theirs"):
        return {"removed": shown["removed"]}
    sides = {}
    for name in _SIDES:
        side = shown.get(name)
        if not isinstance(side, dict):
            return None
        sides[name] = Side(
            words=str(side.get("words", "")),
            value=str(side.get("value", "")),
            text=str(side.get("text", "")),
        )
    return dict(sides)
