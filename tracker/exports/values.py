"""Values as data: the same shape wherever they occur."""

from typing import Any

from tracker.domain.partial_dates import PartialDate
from tracker.domain.sums import Sum
from tracker.queries.listing.counting import Total
from tracker.queries.parts.actors import Actor
from tracker.queries.parts.evidence import (
    CitationItem,
    CitedDocument,
    Evidence,
    MissingItem,
)
from tracker.queries.text import Bilingual, Span, Translation

Data = dict[str, Any]


def total(name: str, number: Total) -> Data:
    """Write a number, and beside it how it is to be read: exact, about or more_than."""
    return {name: number.number, f"{name}_exactness": str(number.exactness)}


def truncated(record: object) -> list[str]:
    """Name the parts of a record that have more items than are given."""
    return sorted(name for name, part in vars(record).items() if getattr(part, "more", False))


def bilingual(text: Bilingual | Translation | None) -> Data | None:
    """Write a text as ``{en, fr}``."""
    return None if text is None else {"en": text.en, "fr": text.fr}


def dated(name: str, date: PartialDate | None) -> Data:
    """Write a date at its precision, and the precision beside it: ``name``, ``name_precision``."""
    return {
        name: None if date is None else str(date),
        f"{name}_precision": None if date is None else str(date.precision),
    }


def sum_of_money(found: Sum | None) -> Data:
    """Give a sum's columns, the amounts as text, so that no program rounds them."""
    return {
        "amount": found and str(found.amount),
        "amount_bound": found and found.bound,
        "amount_to": found and (None if found.upper is None else str(found.upper)),
        "currency": found and found.currency,
    }


def span(time: Span) -> Data:
    """Write a time as its two ends, ``from`` and ``to``, each a date known in part or null."""
    return {**dated("from", time.start), **dated("to", time.end)}


def actor(who: Actor, language: str) -> Data:
    """Write a country, organization or official as the key and the name."""
    keys = {
        "country_code": who.country_code,
        "organization_id": who.organization_id,
        "official_id": who.official_id,
    }
    key = {name: value for name, value in keys.items() if value is not None}
    return {**key, "name": who.name[language]}


def evidence(found: Evidence) -> Data:
    """Write a record's evidence: its citations, and the reasons for what is missing."""
    return {
        "citations": [citation(each) for each in found.citations],
        "missing": [missing(each) for each in found.missing],
    }


def citation(item: CitationItem) -> Data:
    """Write a citation: what is spoken of, the words, their document, and the stance."""
    data: Data = {
        "part": item.part,
        "subject": item.subject,
        "field": item.field,
        "quote": item.quote,
        "translation": bilingual(item.translation),
        "language": item.language,
        "document": document(item.document),
        "stance": item.stance,
        "stated_value": item.stated_value,
        "note": bilingual(item.note),
        "chosen": None,
    }
    if item.chosen_at is not None:
        data["chosen"] = {
            "at": item.chosen_at.isoformat(),
            "by": item.chosen_by,
            "reason": item.chosen_reason,
        }
    return data


def document(item: CitedDocument) -> Data:
    """Write the document behind a citation."""
    return {
        "id": item.id,
        "title": item.title,
        "publisher": item.publisher,
        "url": item.url,
        "language": item.language,
        "class": item.document_class,
        **dated("published_on", item.published_on),
    }


def missing(item: MissingItem) -> Data:
    """Write why a value is missing."""
    return {
        "subject": item.subject,
        "field": item.field,
        "reason": item.reason,
        "note": bilingual(item.note),
    }
