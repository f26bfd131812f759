"""Organizations as data. ``docs/data.md`` is the contract."""

from tracker.exports import parts, values
from tracker.exports.values import Data
from tracker.queries.subjects.organizations import OrganizationItem, OrganizationRecord


def item(organization: OrganizationItem, url: str) -> Data:
    """Write an organization as a list shows it."""
    return {
        "id": organization.id,
        "url": url,
        "name": values.bilingual(organization.name),
        "acronym": organization.acronym,
        "kind": organization.kind,
        "country_code": organization.country_code,
        **values.total("agreements", organization.agreements),
    }


def record(organization: OrganizationRecord, url: str, language: str) -> Data:
    """Write an organization with all its parts and their evidence."""
    return {
        "id": organization.id,
        "url": url,
        "name": values.bilingual(organization.name),
        "other_names": [parts.other_name(each) for each in organization.other_names],
        "acronym": organization.acronym,
        "kind": organization.kind,
        "country_code": organization.country.country_code if organization.country else None,
        "parent": organization.parent and values.actor(organization.parent, language),
        "children": [values.actor(child, language) for child in organization.children],
        "members": [parts.membership(each, language) for each in organization.members],
        "memberships": [parts.membership(each, language) for each in organization.memberships],
        "agreements": [parts.agreement(each, language) for each in organization.agreements],
        "posts": [parts.post(each) for each in organization.posts],
        "events": [parts.participation(each, language) for each in organization.events],
        "statements": [parts.statement(each, language) for each in organization.statements],
        "criticality_lists": [parts.issued_list(each) for each in organization.lists],
        **values.evidence(organization.evidence),
    }
