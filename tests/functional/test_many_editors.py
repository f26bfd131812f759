"""Eight editors at once: every edit that the site takes is kept, and nothing else happens."""

from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from typing import Any

import pytest
from flask import Flask

from tests.support.editors import Accepted, Editor, Told
from tests.support.forms_site import FormsSite, fill
from tests.support.people import Browser, make_app, somebody
from tests.support.seeded_site import Site
from tracker.db.engine import Database
from tracker.domain.permissions import Role

EDITORS = 8
EDITS, MANY_EDITS = 480, 4000  # of all editors together
RECORDS = 50

State = dict[str, Any]

_FIRST = "SELECT max(id) FROM history.change"
_CHANGES = "SELECT id, reason FROM history.change WHERE id > :first ORDER BY id"
_VERSIONS = (
    "SELECT id, opened_by, closed_by, name_fr, acronym FROM history.organization"
    " WHERE id = ANY(:records)"
)
_MEMBERS = (
    "SELECT organization_id, id, opened_by, closed_by,"
    " coalesce(country_code, member_organization_id::text) AS who, lower(valid)::text"
    " FROM history.organization_member WHERE organization_id = ANY(:records) ORDER BY opened_by"
)
_LIVE = (
    "SELECT o.id, name_fr, acronym,"
    " array_agg(ROW(m.country_code, lower(valid))::text ORDER BY m.id)"
    " FROM {schema}.organization o LEFT JOIN {schema}.organization_member m"
    " ON m.organization_id = o.id GROUP BY o.id, name_fr, acronym ORDER BY o.id"
)


@pytest.mark.long
def test_no_edit_is_lost_and_none_overwrites_another(
    seeded_database: Database, pytestconfig: pytest.Config
) -> None:
    edits = MANY_EDITS if pytestconfig.getoption("long") else EDITS
    app = make_app(seeded_database)
    with ExitStack() as opened:
        sites = [
            FormsSite(seeded_database, opened.enter_context(browser))
            for browser in _browsers(app, seeded_database)
        ]
        site = sites[0]
        records = [_found(site, f"Club {number}") for number in range(RECORDS)]
        first = site.keys(_FIRST)[0]
        told = _edit(sites, records, edits)
    accepted = {each.name: each for one in told for each in one.accepted}
    kept = [row for row in site.rows(_CHANGES, first=first) if row.reason]

    assert len(accepted) + sum(one.refused for one in told) == edits
    assert len(accepted) > edits / 2
    assert sum(one.conflicts for one in told) > edits / 100
    reasons = [row.reason for row in kept]
    assert len(set(reasons)) == len(reasons)
    # Whoever removes what another has removed meanwhile changes nothing; all else is kept.
    meant = {name for name, edit in accepted.items() if any(edit.changes.values())}
    assert meant <= set(reasons) <= set(accepted)

    past = _Past(site, records)
    replayed = {record: past.state(record, first) for record in records}
    for change in kept:
        edit = accepted[change.reason]
        _replay(replayed[edit.record], edit, past)
        assert past.state(edit.record, change.id) == replayed[edit.record], edit
    last = kept[-1].id
    assert {record: past.state(record, last) for record in records} == replayed
    assert site.rows(_LIVE.format(schema="public")) == site.rows(_LIVE.format(schema="as_of"))


def _browsers(app: Flask, database: Database) -> Iterator[AbstractContextManager[Browser]]:
    for number in range(EDITORS):
        yield somebody(app, database, f"editor{number}", Role.EDITOR)


def _found(site: FormsSite, name: str) -> int:
    """Make an organization; return its number."""
    address = "/en/organizations/new"
    fields = fill(site.open_form(address).fields, name_en=name, name_fr=name, kind="forum")
    return int(site.save(address, fields).rpartition("/")[2])


def _edit(sites: list[FormsSite], records: list[int], edits: int) -> list[Told]:
    editors = [Editor(site, number, records) for number, site in enumerate(sites)]
    with ThreadPoolExecutor(EDITORS) as threads:
        return list(threads.map(lambda editor: editor.edit(edits // EDITORS), editors))


class _Past:
    """The records as they stood after each change, as the history has them."""

    def __init__(self, site: Site, records: list[int]) -> None:
        self._versions: dict[int, list[Any]] = defaultdict(list)
        for row in site.rows(_VERSIONS, records=records):
            self._versions[row.id].append(row)
        self._members: dict[int, list[Any]] = defaultdict(list)
        self.first_days: dict[str, str | None] = {}
        for row in site.rows(_MEMBERS, records=records):
            self._members[row.organization_id].append(row)
            self.first_days.setdefault(str(row.id), row.lower)
        self.owners: dict[str, str] = {}  # the member to which an edit gave a day, by the day

    def state(self, record: int, change: int) -> State:
        (version,) = _standing(self._versions[record], change)
        return {
            "name_fr": version.name_fr,
            "acronym": version.acronym,
            "members": {
                self.member(str(row.id)): (row.who, row.lower)
                for row in _standing(self._members[record], change)
            },
        }

    def member(self, key: str) -> str:
        """Return what the edit that added a member knows it by, which has no number then."""
        return self.owners.get(self.first_days.get(key) or "", key)


def _standing(versions: list[Any], change: int) -> Iterator[Any]:
    for row in versions:
        if row.opened_by <= change and (row.closed_by is None or row.closed_by > change):
            yield row


def _replay(state: State, edit: Accepted, past: _Past) -> None:
    for key, value in edit.changes.items():
        if not isinstance(value, tuple) and value is not None:
            state[key] = value
            continue
        member = past.member(key)
        if value is None:
            state["members"].pop(member, None)
        else:
            who, day = value
            past.owners[day] = member
            state["members"][member] = (who.partition(":")[2], day)
