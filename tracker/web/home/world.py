"""The outlines of the world's countries, as the build drew them."""

import json
from dataclasses import dataclass
from functools import cache

import pycountry

from tracker.paths import BUILT

_FILE = BUILT / "world.json"


@dataclass(frozen=True)
class Outline:
    """One country's outline; territories whose state is disputed have no code."""

    code: str | None
    path: str


@dataclass(frozen=True)
class World:
    """All outlines, as paths within ``width`` by ``height``."""

    width: int
    height: int
    outlines: tuple[Outline, ...]


@cache
def world() -> World:
    """Return the outlines by alpha-2 code."""
    drawn = json.loads(_FILE.read_text(encoding="utf-8"))
    return World(
        width=drawn["width"],
        height=drawn["height"],
        outlines=tuple(
            Outline(_alpha2(country["numeric"]), country["path"]) for country in drawn["countries"]
        ),
    )


def _alpha2(numeric: str | None) -> str | None:
    found = pycountry.countries.get(numeric=numeric) if numeric else None
    return found.alpha_2 if found else None
