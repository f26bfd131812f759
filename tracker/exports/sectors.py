"""Sectors as data. ``docs/data.md`` is the contract."""

from tracker.exports import parts, values
from tracker.exports.values import Data
from tracker.queries.subjects.sectors import SectorItem, SectorRecord, SectorRef


def item(sector: SectorItem, url: str) -> Data:
    """Write a sector as a list shows it."""
    return {
        "code": sector.code,
        "url": url,
        "name": values.bilingual(sector.name),
        "parent_code": sector.parent_code,
        **values.total("agreements", sector.agreements),
    }


def record(sector: SectorRecord, url: str, language: str) -> Data:
    """Write a sector with what is tied to it."""
    return {
        "code": sector.code,
        "url": url,
        "name": values.bilingual(sector.name),
        "other_names": [parts.other_name(each) for each in sector.other_names],
        "parent": sector.parent and _named(sector.parent),
        "children": [_named(child) for child in sector.children],
        "agreements": [parts.agreement(each, language) for each in sector.agreements],
        "events": [parts.event(event) for event in sector.events],
        **values.evidence(sector.evidence),
    }


def _named(sector: SectorRef) -> Data:
    return {"code": sector.code, "name": values.bilingual(sector.name)}
