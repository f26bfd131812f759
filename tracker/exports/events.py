"""Events as data. ``docs/data.md`` is the contract."""

from tracker.exports import parts, values
from tracker.exports.values import Data
from tracker.queries.subjects.events import EventItem, EventRecord


def item(event: EventItem, url: str) -> Data:
    """Write an event as a list shows it."""
    return {
        "id": event.id,
        "url": url,
        "title": values.bilingual(event.title),
        "kind": event.kind,
        "series": event.series,
        "ordinal": event.ordinal,
        "place": values.bilingual(event.place),
        "place_country_code": event.place_country_code,
        **values.dated("starts_on", event.starts_on),
        **values.dated("ends_on", event.ends_on),
        **values.total("agreements", event.agreements),
    }


def record(event: EventRecord, url: str, language: str) -> Data:
    """Write an event with all its parts and their evidence."""
    return {
        "id": event.id,
        "url": url,
        "title": values.bilingual(event.title),
        "kind": event.kind,
        "series": event.series,
        "ordinal": event.ordinal,
        "place": values.bilingual(event.place),
        "place_country_code": event.place_country.country_code if event.place_country else None,
        **values.dated("starts_on", event.starts_on),
        **values.dated("ends_on", event.ends_on),
        "parent": event.parent and parts.event(event.parent),
        "children": [parts.event(child) for child in event.children],
        "participants": [parts.participation(each, language) for each in event.participants],
        "topics": [
            {
                "subject": topic.subject,
                "sector_code": topic.code,
                "name": values.bilingual(topic.name),
            }
            for topic in event.topics
        ],
        "statements": [parts.statement(each, language) for each in event.statements],
        "agreements": [
            {
                "subject": tie.subject,
                "id": tie.agreement_id,
                "reference": tie.reference,
                "title": values.bilingual(tie.title),
                **values.dated("dated_on", tie.dated_on),
                "link": tie.link,
            }
            for tie in event.agreements
        ],
        **values.evidence(event.evidence),
    }
