"""Parts that the records of several subjects have, as data."""

from tracker.exports import values
from tracker.exports.values import Data
from tracker.queries.agreements.items import AgreementItem
from tracker.queries.parts.criticality import IssuedList
from tracker.queries.parts.memberships import MembershipPart
from tracker.queries.parts.other_names import OtherNamePart
from tracker.queries.parts.participations import EventRef, ParticipationPart
from tracker.queries.parts.posts import PostPart
from tracker.queries.parts.statements import StatementPart


def agreement(item: AgreementItem, language: str) -> Data:
    """Write an agreement as other records name it."""
    return {
        "id": item.id,
        "reference": item.reference,
        "title": values.bilingual(item.title),
        "status": item.status,
        **values.dated("dated_on", item.dated_on),
        "parties": [values.actor(party, language) for party in item.parties],
    }


def event(item: EventRef) -> Data:
    """Write an event as other records name it."""
    return {
        "id": item.id,
        "title": values.bilingual(item.title),
        "kind": item.kind,
        **values.dated("starts_on", item.starts_on),
    }


def participation(part: ParticipationPart, language: str) -> Data:
    """Write who took part in an event, and the event."""
    return {
        "subject": part.subject,
        "event": event(part.event),
        "who": values.actor(part.who, language),
        "post": values.bilingual(part.post),
        "role": part.role,
    }


def statement(part: StatementPart, language: str) -> Data:
    """Write what was said at an event."""
    return {
        "subject": part.subject,
        "event": event(part.event),
        "kind": part.kind,
        "text": values.bilingual(part.text),
        "sector_code": part.sector_code,
        "speakers": [values.actor(speaker, language) for speaker in part.speakers],
    }


def membership(part: MembershipPart, language: str) -> Data:
    """Write a membership of a body."""
    return {
        "subject": part.subject,
        "body": values.actor(part.body, language),
        "member": values.actor(part.member, language),
        **values.span(part.valid),
    }


def post(part: PostPart) -> Data:
    """Write a post with its holders."""
    return {
        "subject": part.subject,
        "title": values.bilingual(part.title),
        "kind": part.kind,
        "holders": [
            {
                "subject": holder.subject,
                "official_id": holder.official_id,
                "name": holder.name,
                **values.span(holder.held),
            }
            for holder in part.holders
        ],
    }


def issued_list(item: IssuedList) -> Data:
    """Write an edition of a criticality list."""
    return {
        "subject": item.subject,
        "id": item.id,
        "name": values.bilingual(item.name),
        "edition": item.edition,
        **values.dated("published_on", item.published_on),
        "note": values.bilingual(item.note),
        "minerals": item.minerals,
    }


def other_name(part: OtherNamePart) -> Data:
    """Write another name, and the time in which it was used."""
    return {
        "subject": part.subject,
        "text": part.text,
        "language": part.language,
        "script": part.script,
        "kind": part.kind,
        **values.span(part.used),
    }
