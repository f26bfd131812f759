"""Every kind of page, by an address or more: what the tests of access walk through."""

from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

from tracker.web.subjects.vocabularies import EDITINGS as VOCABULARIES

VISITOR = (
    "/",
    "/map",
    "/timeline",
    "/unsourced",
    "/reports",
    "/reports/partners_of_country",
    "/reports/partners_of_country/print",
    "/reports/agreements_of_region",
    "/reports/stages_of_minerals",
    "/reports/country_network",
    "/reports/relationship",
    "/reports/relationship/print",
    "/reports/partners_of_country?country=XX",
    "/reports/partners_of_country?country=KZ",
    "/reports/partners_of_country/print?country=KZ",
    "/reports/dictionary",
    "/agreements",
    "/agreements?country=KZ&year_from=2024",
    "/agreements?q=nothing-has-this-name",
    "/agreements?country=XX",
    "/agreements/1",
    "/agreements/1?as_of=2020-01-31",
    "/agreements/1/history",
    "/countries",
    "/countries/KZ",
    "/officials",
    "/officials/1",
    "/organizations",
    "/organizations/1",
    "/events",
    "/events/1",
    "/minerals",
    "/minerals/lithium",
    "/sectors",
    "/sectors/critical_minerals",
    "/sectors/critical_minerals/history",
    "/sources",
    "/sources/1",
    "/sources/1/text",
    "/changes",
    "/nowhere",
    "/sign-in",
    "/sign-in/link/x",
)
"""What anybody sees."""

ADMINISTRATOR = (
    "/agreements",
    "/agreements/3",  # with what one may do in its review
    "/agreements/new",
    "/agreements/1/edit",
    "/agreements/1/delete",
    "/agreements/1/history",
    "/agreements/1/history/1/restore",
    "/countries/KZ/edit",
    "/officials/1/edit",
    "/organizations/1",
    "/organizations/1/edit",
    "/events/1/edit",
    "/minerals/lithium/edit",
    "/sectors/critical_minerals/edit",
    "/sources/1/edit",
    "/sources/1/text/edit",
    "/posts/1/edit",
    "/criticality-lists/1/edit",
    "/vocabularies",
    "/vocabularies/action_kind/signed/edit",
    "/account",
    "/account/password",
    "/account/second-factor",
    "/account/second-factor/remove",
    "/account/passkeys/add",
    "/people",
    "/people/add",
    "/people/1",
)
"""What somebody sees who may do everything, and nobody else or not so."""

_NOT_PAGES = frozenset(
    {
        "static",
        "health.health",
        "health.ready",
        "changes.feed",
        "report_exports.download",
        "choosing.suggestions",
        "said_back.amount",  # parts of a form
        "said_back.date",
        "writing.tell",
        # These lead elsewhere.
        "history.then",
        "restoring.then",
        "reviews.stand",
        # Unless somebody is signing in, or has a passkey: tests of their own see these then.
        "sign_in.code",
        "passkeys.remove",
    }
)
_DATA = {"table", "choices"}
_SHARED = {"new", "delete"}
"""Views of forms that are of one kind, whatever the subject: `edit` shows each subject's fields."""


def kinds(app: Flask) -> set[str]:
    """Return every kind of page that an application has."""
    return {_kind(rule) for rule in app.url_map.iter_rules() if _is_page(rule)}


def kinds_seen(app: Flask) -> Iterator[str]:
    """Tell which kinds of page the addresses above are of."""
    bound = app.url_map.bind("")
    for address in (*VISITOR, *ADMINISTRATOR):
        if address != "/nowhere":
            rule, _ = bound.match(address.partition("?")[0], return_rule=True)
            yield _kind(rule)


def _is_page(rule: Rule) -> bool:
    view = rule.endpoint.rpartition(".")[2]
    data = view in _DATA or (rule.defaults or {}).get("data")
    return "GET" in (rule.methods or ()) and rule.endpoint not in _NOT_PAGES and not data


def _kind(rule: Rule) -> str:
    endpoint = str(rule.endpoint)
    blueprint, _, view = endpoint.rpartition(".")
    if view in _SHARED:
        return view
    if blueprint == "restoring":
        return blueprint
    return f"vocabularies.{view}" if blueprint in VOCABULARIES else endpoint
