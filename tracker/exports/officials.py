"""Officials as data. ``docs/data.md`` is the contract."""

from tracker.exports import parts, values
from tracker.exports.values import Data
from tracker.queries.subjects.official_record import OfficialRecord
from tracker.queries.subjects.officials import OfficialItem


def item(official: OfficialItem, url: str) -> Data:
    """Write an official as a list shows him or her."""
    return {
        "id": official.id,
        "url": url,
        "name": values.bilingual(official.name),
        "country_code": official.country_code,
        "post": values.bilingual(official.post),
        **values.total("agreements", official.agreements),
    }


def record(official: OfficialRecord, url: str, language: str) -> Data:
    """Write an official with all his or her parts and their evidence."""
    return {
        "id": official.id,
        "url": url,
        "name": values.bilingual(official.name),
        "country_code": official.country.country_code if official.country else None,
        "names": [
            {
                "subject": name.subject,
                "text": name.text,
                "language": name.language,
                "script": name.script,
                "kind": name.kind,
            }
            for name in official.names
        ],
        "tenures": [
            {
                "subject": tenure.subject,
                "post": values.bilingual(tenure.post),
                "body": tenure.body and values.actor(tenure.body, language),
                **values.span(tenure.held),
            }
            for tenure in official.tenures
        ],
        "agreements": [
            {
                "subject": part.subject,
                "id": part.agreement_id,
                "reference": part.reference,
                "title": values.bilingual(part.title),
                **values.dated("dated_on", part.dated_on),
                "post": values.bilingual(part.post),
                "role": part.role,
            }
            for part in official.agreements
        ],
        "events": [parts.participation(each, language) for each in official.events],
        "statements": [parts.statement(each, language) for each in official.statements],
        **values.evidence(official.evidence),
    }
