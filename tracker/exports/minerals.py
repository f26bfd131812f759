"""Minerals as data. ``docs/data.md`` is the contract."""

from tracker.exports import parts, values
from tracker.exports.values import Data
from tracker.queries.subjects.minerals import MineralItem, MineralRecord, MineralRef


def item(mineral: MineralItem, url: str) -> Data:
    """Write a mineral as a list shows it."""
    return {
        "code": mineral.code,
        "url": url,
        "name": values.bilingual(mineral.name),
        "symbol": mineral.symbol,
        "atomic_number": mineral.atomic_number,
        "group_code": mineral.group_code,
        **values.total("agreements", mineral.agreements),
        "criticality_lists": mineral.lists,
    }


def record(mineral: MineralRecord, url: str, language: str) -> Data:
    """Write a mineral with all its parts and their evidence."""
    return {
        "code": mineral.code,
        "url": url,
        "name": values.bilingual(mineral.name),
        "other_names": [parts.other_name(each) for each in mineral.other_names],
        "symbol": mineral.symbol,
        "atomic_number": mineral.atomic_number,
        "group": mineral.group and _named(mineral.group),
        "members": [_named(member) for member in mineral.members],
        "hs": [
            {"subject": hs.subject, "hs6": hs.hs6, "description": values.bilingual(hs.description)}
            for hs in mineral.hs
        ],
        "listings": [
            {
                "subject": listing.subject,
                "list_id": listing.list_id,
                "list": values.bilingual(listing.list_name),
                "edition": listing.edition,
                "issuer": values.actor(listing.issuer, language),
                **values.dated("published_on", listing.published_on),
                "listed_as": listing.listed_as,
                "class": listing.class_,
                "note": listing.note,
            }
            for listing in mineral.listings
        ],
        "agreements": [parts.agreement(each, language) for each in mineral.agreements],
        **values.evidence(mineral.evidence),
    }


def _named(mineral: MineralRef) -> Data:
    return {"code": mineral.code, "name": values.bilingual(mineral.name)}
