"""Agreements as data. ``docs/data.md`` is the contract."""

from tracker.exports import values
from tracker.exports.values import Data
from tracker.queries.agreements.items import AgreementItem
from tracker.queries.agreements.linked import BasisPart
from tracker.queries.agreements.record import AgreementRecord, CommitmentPart, Standing


def item(agreement: AgreementItem, url: str, language: str) -> Data:
    """Write an agreement as a list shows it; names of parties are in ``language``."""
    return {
        "id": agreement.id,
        "reference": agreement.reference,
        "url": url,
        "title": values.bilingual(agreement.title),
        "form": agreement.form,
        "status": agreement.status,
        **values.dated("signed_on", agreement.signed_on),
        **values.dated("dated_on", agreement.dated_on),
        "parties": [values.actor(party, language) for party in agreement.parties],
    }


def _standing(standing: Standing | None) -> Data:
    return {
        "standing": standing.standing if standing else None,
        **values.dated("standing_since", standing.since if standing else None),
    }


def record(agreement: AgreementRecord, url: str, language: str) -> Data:
    """Write an agreement with all its parts and their evidence."""
    return {
        "id": agreement.id,
        "reference": agreement.reference,
        "url": url,
        "title": values.bilingual(agreement.title),
        "form": agreement.form,
        "status": agreement.status,
        **values.dated("signed_on", agreement.signed_on),
        **values.dated("dated_on", agreement.dated_on),
        "summary": values.bilingual(agreement.summary),
        "place": values.bilingual(agreement.place),
        "place_country_code": agreement.place_country_code,
        "review_state": agreement.review_state,
        "reviews": [
            {
                "state": step.state,
                "actor": step.actor,
                "at": step.at.isoformat(),
                "reason": step.reason,
            }
            for step in agreement.reviews
        ],
        "parties": [
            {
                **values.actor(party.actor, language),
                "subject": party.subject,
                "capacity": party.capacity,
                "legal_nature": party.legal_nature,
                **_standing(party.standing),
                "named_as": party.named_as,
            }
            for party in agreement.parties
        ],
        "officials": [
            {
                "subject": official.subject,
                "id": official.official_id,
                "name": official.name,
                "country_code": official.country_code,
                "post": official.post and official.post[language],
                "post_title": values.bilingual(official.post),
                "party": official.party and values.actor(official.party, language),
                "role": official.role,
            }
            for official in agreement.officials
        ],
        "actions": [
            {
                "subject": action.subject,
                "kind": action.kind,
                "party": action.party and values.actor(action.party, language),
                **values.dated("happened_on", action.happened_on),
                **values.dated("effective_on", action.effective_on),
                "note": values.bilingual(action.note),
            }
            for action in agreement.actions
        ],
        "scope": [
            {
                "subject": scope.subject,
                "mineral_code": scope.mineral_code,
                "sector_code": scope.sector_code,
                "name": values.bilingual(scope.name),
                "stage": scope.stage,
            }
            for scope in agreement.scope
        ],
        "events": [
            {
                "subject": event.subject,
                "id": event.event_id,
                "title": values.bilingual(event.title),
                "kind": event.kind,
                "link": event.link,
                **values.dated("starts_on", event.starts_on),
            }
            for event in agreement.events
        ],
        "base_agreement": agreement.base and _basis(agreement.base),
        "based_on_it": [_basis(other) for other in agreement.based_on_it],
        "relations": [
            {
                "subject": relation.subject,
                "kind": relation.kind,
                "inverse": relation.inverse,
                "id": relation.agreement_id,
                "reference": relation.reference,
                "title": values.bilingual(relation.title),
            }
            for relation in agreement.relations
        ],
        "commitments": [_commitment(each, language) for each in agreement.commitments],
        **values.evidence(agreement.evidence),
    }


def _basis(other: BasisPart) -> Data:
    return {
        "id": other.agreement_id,
        "reference": other.reference,
        "title": values.bilingual(other.title),
    }


def _commitment(commitment: CommitmentPart, language: str) -> Data:
    return {
        "subject": commitment.subject,
        "what": values.bilingual(commitment.what),
        "party": commitment.party and values.actor(commitment.party, language),
        **values.sum_of_money(commitment.sum),
        **values.dated("due_on", commitment.due_on),
        "status": commitment.status,
        "updates": [
            {
                "subject": update.subject,
                **values.dated("happened_on", update.happened_on),
                "status": update.status,
                "note": values.bilingual(update.note),
            }
            for update in commitment.updates
        ],
    }
