"""Countries as data. ``docs/data.md`` is the contract."""

from tracker.exports import parts, values
from tracker.exports.values import Data
from tracker.queries.subjects.countries import CountryItem
from tracker.queries.subjects.country_record import CountryRecord


def item(country: CountryItem, url: str) -> Data:
    """Write a country as a list shows it."""
    return {
        "code": country.code,
        "alpha3": country.alpha3,
        "url": url,
        "name": values.bilingual(country.name),
        "region": values.bilingual(country.region),
        **values.total("agreements", country.agreements),
    }


def record(country: CountryRecord, url: str, language: str) -> Data:
    """Write a country with all its parts and their evidence."""
    return {
        "code": country.code,
        "alpha3": country.alpha3,
        "url": url,
        "name": values.bilingual(country.name),
        "other_names": [parts.other_name(each) for each in country.other_names],
        "existed": values.span(country.existed),
        "note": values.bilingual(country.note),
        "region": values.bilingual(country.region),
        "agreements": [parts.agreement(each, language) for each in country.agreements],
        "partners": [
            {**values.actor(partner.actor, language), "agreements": partner.agreements}
            for partner in country.partners
        ],
        "minerals": [
            {
                "code": mineral.code,
                "name": values.bilingual(mineral.name),
                "agreements": mineral.agreements,
            }
            for mineral in country.minerals
        ],
        "counted_among": country.counted_among,
        "memberships": [parts.membership(each, language) for each in country.memberships],
        "officials": [values.actor(official, language) for official in country.officials],
        "posts": [parts.post(each) for each in country.posts],
        "events": [parts.participation(each, language) for each in country.events],
        "statements": [parts.statement(each, language) for each in country.statements],
        "criticality_lists": [parts.issued_list(each) for each in country.lists],
        **values.evidence(country.evidence),
    }
