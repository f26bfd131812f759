"""Each filter of a list is one entry of its form and one condition of its query, of one name."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from tracker.web import subjects
from tracker.web.listing.lists import Listing

LISTS: list[Listing[Any]] = [
    module.LISTING
    for module in (
        import_module(f"{subjects.__name__}.{found.name}")
        for found in iter_modules(subjects.__path__)
    )
    if hasattr(module, "LISTING")
]
EVERY_LIST = pytest.mark.parametrize("listing", LISTS, ids=lambda listing: listing.name)
NARROWS_NOTHING = {"sort", "choices"}


def test_there_are_lists() -> None:
    assert {"agreements", "sources"} <= {listing.name for listing in LISTS}


@EVERY_LIST
def test_each_filter_of_the_form_is_a_condition_and_each_condition_a_filter(
    listing: Listing[Any],
) -> None:
    fields = {field.name for field in listing.form()} - NARROWS_NOTHING
    assert fields == set(listing.query.conditions)


@EVERY_LIST
def test_what_is_counted_has_a_column_to_count_by(listing: Listing[Any]) -> None:
    for name in listing.form().counted():
        assert listing.query.conditions[name].column is not None, name
