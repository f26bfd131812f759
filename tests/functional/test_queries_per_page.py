"""A page asks a fixed, small number of queries, whatever the data."""

from typing import Any

import pytest

from tests.support.cluster import Cluster
from tests.support.forms_site import FormsSite
from tests.support.people import make_app, somebody
from tests.support.seeded_site import SUBJECTS, Site, key_name
from tracker.domain.permissions import Role

LIST = 4  # choices, how many fit, the rows, their parties
RECORD = 12


def _count(site: Site, address: str) -> int:
    with site.queries() as seen:
        site.get(address)
    return len(seen)


@pytest.mark.parametrize("suffix", ["", ".json"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_list_asks_little(site: Site, subject: str, suffix: str) -> None:
    assert 0 < _count(site, f"/en/{subject}{suffix}") <= LIST
    assert _count(site, f"/en/{subject}{suffix}?q=a") <= LIST


@pytest.mark.parametrize("suffix", ["", ".json"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_record_asks_as_little_however_much_it_holds(site: Site, subject: str, suffix: str) -> None:
    sizes = {item[key_name(subject)]: _size(item) for item in site.whole_list(subject)}
    smallest, largest = min(sizes, key=sizes.__getitem__), max(sizes, key=sizes.__getitem__)
    counts = {_count(site, f"/en/{subject}/{key}{suffix}") for key in (smallest, largest)}
    assert sizes[smallest] < sizes[largest]
    assert len(counts) == 1
    assert 0 < counts.pop() <= RECORD


def test_somebody_who_has_signed_in_costs_one_query_more(
    site: Site, cluster: Cluster, seeded_template: str
) -> None:
    with (
        cluster.copy(seeded_template) as database,
        somebody(make_app(database), database, "ann", Role.EDITOR) as browser,
    ):
        theirs = FormsSite(database, browser)
        for subject in SUBJECTS:
            for address in (
                f"/en/{subject}",
                f"/en/{subject}/{theirs.record_keys(subject)[0]}",
            ):
                assert _count(theirs, address) == _count(site, address) + 1, address


def _size(item: dict[str, Any]) -> int:
    """Tell how much hangs on a record, by what the list counts of it."""
    size: int = item["citations"] if "citations" in item else item.get("agreements", 0)
    return size or len(item.get("parties", ()))
