"""Every address of the site, as its map of addresses has them."""

import re
from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

from tracker.reports.catalogue import Catalogue

KEYS = {
    "action_kind": ["signed"],
    "agreement_form": ["treaty"],
    "choose": ["country+organization"],
    "countries": ["KZ"],
    "event_kind": ["summit"],
    "link": ["x"],
    "minerals": ["lithium"],
    "organization_kind": ["ministry"],
    "post_kind": ["minister"],
    "sectors": ["critical_minerals"],
    "static": ["icon.svg"],
    "value_chain_stage": ["extraction"],
}
"""What stands in an address after a word; after any other stands 1."""

_PART = re.compile(r"(<[^>]*>)")
_CHOICE = re.compile(r"<any\((.*)\):\w+>")


def rules(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Yield each rule with each of the methods that it takes."""
    for rule in app.url_map.iter_rules():
        for method in sorted({"GET", "POST", "PUT", "PATCH", "DELETE"} & (rule.methods or set())):
            yield rule, method


def addresses_of(rule: Rule) -> list[str]:
    """Return addresses that a rule matches: where it leaves a choice of words, one with each."""
    found = [""]
    for part in _PART.split(rule.rule):
        if choice := _CHOICE.fullmatch(part):
            found = [each + word.strip('" ') for each in found for word in choice[1].split(",")]
        elif part.startswith("<"):
            found = [each + key for each in found for key in _keys(each)]
        else:
            found = [each + part for each in found]
    return found


def _keys(beginning: str) -> list[str]:
    word = beginning.rstrip("/").rpartition("/")[2]
    return list(Catalogue().reports) if word == "reports" else KEYS.get(word, ["1"])
