"""Editors who change the same records at once, each at random, and tell what they were let do."""

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.support.forms_site import Fields, FormPage, FormsSite, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.test import TestResponse

FIELDS = ("name_fr", "acronym")
_COUNTRIES = ("CD", "KZ", "US")
_TABS = 3
_CONFLICT = "-conflict"

Changes = dict[str, str | tuple[str, str] | None]
"""New values by field; of a member its country and its first day by its key, None without it."""


@dataclass
class Accepted:
    """An edit that the site has taken: of which record, and what it changes."""

    name: str
    record: int
    changes: Changes


@dataclass
class Told:
    """What became of an editor's edits."""

    accepted: list[Accepted] = field(default_factory=list)
    refused: int = 0
    conflicts: int = 0


@dataclass
class _Tab:
    record: int
    fields: Fields

    @property
    def address(self) -> str:
        return f"/en/organizations/{self.record}/edit"

    def conflicts(self) -> list[str]:
        """Return the names of the fields and rows where others changed the same."""
        return [name.removesuffix(_CONFLICT) for name in self.fields if name.endswith(_CONFLICT)]

    def rows(self) -> dict[str, str]:
        """Return the names of the members' rows by their keys."""
        return {
            value: name.removesuffix("-key")
            for name, value in self.fields.items()
            if name.startswith("members-") and name.count("-") == 2 and name.endswith("-key")
        }


class Editor:
    """One editor, with several forms open, of which any may be the next to be sent."""

    def __init__(self, site: FormsSite, number: int, records: list[int]) -> None:
        self.told = Told()
        self._site = site
        self._number = number
        self._records = records
        self._random = random.Random(number)  # noqa: S311 (the same choices in every run)

    def edit(self, times: int) -> Told:
        """Open forms, change them and send them, so many times."""
        tabs = [self._open() for _ in range(_TABS)]
        for number in range(times):
            tab = tabs.pop(self._random.randrange(_TABS))
            self._send(tab, f"edit {self._number}-{number}", self._number * times + number)
            tabs.append(self._open())
        return self.told

    def _open(self) -> _Tab:
        record = self._random.choice(self._records)
        tab = _Tab(record, Fields())
        tab.fields = self._site.open_form(tab.address).fields
        return tab

    def _send(self, tab: _Tab, name: str, number: int) -> None:
        changes = self._change(tab, name, number)
        fill(tab.fields, reason=name)
        answer = self._save(tab)
        while answer.status_code == 409:
            tab.fields = FormPage(answer.text).fields
            while rows := [place for place in tab.conflicts() if place not in FIELDS]:
                self._settle(tab, rows[0], name, changes)  # and look again: rows change places
            for place in tab.conflicts():
                self._settle(tab, place, name, changes)
            answer = self._save(tab)
        if answer.status_code == 303:
            self.told.accepted.append(Accepted(name, tab.record, changes))
        else:
            assert answer.status_code == 422, answer.status  # a member twice at the same time
            self.told.refused += 1

    def _save(self, tab: _Tab) -> "TestResponse":
        """Send the form, and again while others are saving, as its script does."""
        answer = self._site.send(tab.address, tab.fields)
        while answer.status_code == 503:
            answer = self._site.send(tab.address, tab.fields)
        return answer

    def _change(self, tab: _Tab, name: str, number: int) -> Changes:
        """Do one or two things to the form: a value, a member's first day, one more, one less."""
        changes: Changes = {}
        ways: list[Callable[[_Tab, str, int], Changes]] = [_put_value, self._put_day, self._add]
        for way in self._random.sample([*ways, self._remove], self._random.choice([1, 1, 2])):
            changes |= way(tab, name, number)
        return changes or _put_value(tab, name, number)

    def _put_day(self, tab: _Tab, _name: str, number: int) -> Changes:
        rows = sorted(tab.rows().items())
        if not rows:
            return {}
        key, row = self._random.choice(rows)
        if key.startswith("new"):
            return {}
        return {key: _put_member(tab, row, tab.fields[f"{row}-who"], _day(number, 1))}

    def _add(self, tab: _Tab, name: str, number: int) -> Changes:
        taken = {tab.fields[f"{row}-who"] for row in tab.rows().values()}
        free = [code for code in _COUNTRIES if f"country:{code}" not in taken]
        if not free:
            return {}
        key, row = f"new-{name.split()[1]}", f"members-{1000 + number}"
        who = f"country:{self._random.choice(free)}"
        fill(tab.fields, **{f"{row}-key": key, f"{row}-who": who})
        return {key: _put_member(tab, row, who, _day(number, 2))}

    def _remove(self, tab: _Tab, _name: str, _number: int) -> Changes:
        rows = [each for each in sorted(tab.rows().items()) if not each[0].startswith("new")]
        if not rows:
            return {}
        key, row = self._random.choice(rows)
        _drop(tab, row)
        return {key: None}

    def _settle(self, tab: _Tab, place: str, name: str, changes: Changes) -> None:
        """Settle a conflict by one of its buttons, or by typing something else."""
        self.told.conflicts += 1
        key = tab.fields.get(f"{place}-key")
        if key is None:
            self._settle_value(tab, place, name, changes)
        elif self._random.random() < 0.5:
            self._press(tab, f"keep:{place}")
            kept = changes.pop(key)
            if kept is not None:  # else what stays is theirs
                changes[f"kept by {name}"] = kept  # a member anew, as the other is gone
        else:
            self._press(tab, f"remove:{place}")
            if changes[key] is not None:  # it was gone already
                del changes[key]

    def _settle_value(self, tab: _Tab, place: str, name: str, changes: Changes) -> None:
        way = self._random.choice(["mine", "theirs", "third" if place in FIELDS else "mine"])
        if way == "third":
            fill(tab.fields, **{place: f"third {name}"})
            changes[place] = f"third {name}"
            return
        row = place.rpartition("-")[0]
        changed = tab.fields[f"{row}-key"] if row else place
        self._press(tab, f"{way}:{place}")
        if way == "theirs":
            del changes[changed]

    def _press(self, tab: _Tab, do: str) -> None:
        tab.fields = self._site.press(tab.address, tab.fields, do).fields


def _put_value(tab: _Tab, name: str, number: int) -> Changes:
    field = FIELDS[number % len(FIELDS)]
    fill(tab.fields, **{field: name})
    return {field: name}


def _put_member(tab: _Tab, row: str, who: str, day: str) -> tuple[str, str]:
    fill(tab.fields, **{f"{row}-valid_start": day})
    return who, day


def _drop(tab: _Tab, row: str) -> None:
    for name in [name for name in tab.fields if name.startswith(f"{row}-")]:
        tab.fields.poplist(name)


def _day(number: int, way: int) -> str:
    """Return a day that no other edit uses, so that a member's day tells whose it is."""
    month, day = divmod(number % 336, 28)
    return f"{1800 + 3 * (number // 336) + way}-{month + 1:02}-{day + 1:02}"
