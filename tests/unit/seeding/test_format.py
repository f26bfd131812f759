"""The README of the seeds names every collection and every field, for those who write them."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest
from pydantic import BaseModel

from tracker.paths import SEEDS
from tracker.seeding.schema import COLLECTIONS

WORDS = set(re.findall(r"\w+", (SEEDS / "README.md").read_text()))


def models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The kind of record, of its parts and of its values made of several fields."""
    yield kind
    for field in kind.model_fields.values():
        for held in _held(field.annotation):
            yield from models(held)


def _held(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _held(argument)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_readme_names_it(collection: str) -> None:
    assert collection in WORDS
    for kind in models(COLLECTIONS[collection]):
        names = {field.alias or name for name, field in kind.model_fields.items()}
        assert {name for name in names if not {name, f"{name}_en"} & WORDS} == set(), kind
