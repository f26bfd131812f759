"""One organization: what it is part of, its members and posts, and what it takes part in."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from tracker.models import (
    Country,
    CriticalityList,
    EventParticipant,
    Organization,
    OrganizationKind,
    OrganizationMember,
    Post,
    StatementSpeaker,
)
from tracker.queries.agreements.conditions import of_organization
from tracker.queries.agreements.items import AgreementItem, agreements_where
from tracker.queries.parts.actors import Actor, country_actor, organization_actor
from tracker.queries.parts.capped import PARTS_SHOWN, Capped
from tracker.queries.parts.criticality import IssuedList, lists_where
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.parts.memberships import MembershipPart, memberships_where
from tracker.queries.parts.participations import ParticipationPart, participations_where
from tracker.queries.parts.posts import PostPart, posts_where
from tracker.queries.parts.statements import StatementPart, made_by, statements_where
from tracker.queries.text import Bilingual

_PARENT = aliased(Organization, name="parent_organization")


@dataclass(frozen=True)
class OrganizationRecord:
    """An organization with all its parts and their evidence."""

    id: int
    subject: str
    name: Bilingual
    acronym: str | None
    kind: str
    kind_label: Bilingual
    country: Actor | None
    parent: Actor | None
    children: Capped[Actor]
    members: Capped[MembershipPart]
    memberships: Capped[MembershipPart]
    agreements: Capped[AgreementItem]
    posts: Capped[PostPart]
    events: Capped[ParticipationPart]
    statements: Capped[StatementPart]
    lists: tuple[IssuedList, ...]
    evidence: Evidence


def get_organization(session: Session, organization_id: int) -> OrganizationRecord | None:
    """Fetch an organization's record; None when there is none."""
    found = session.execute(
        select(Organization, OrganizationKind, Country, _PARENT)
        .join(OrganizationKind, OrganizationKind.code == Organization.kind)
        .outerjoin(Country, Country.code == Organization.country_code)
        .outerjoin(_PARENT, _PARENT.id == Organization.parent_id)
        .where(Organization.id == organization_id)
    ).one_or_none()
    if found is None:
        return None
    organization, kind, country, parent = found
    memberships = memberships_where(
        session, OrganizationMember.member_organization_id == organization_id
    )
    posts = posts_where(session, Post.organization_id == organization_id)
    events = participations_where(
        session,
        EventParticipant.organization_id == organization_id,
        Post.organization_id == organization_id,
    )
    statements = statements_where(
        session, made_by(StatementSpeaker.organization_id == organization_id)
    )
    lists = lists_where(session, CriticalityList.organization_id == organization_id)
    holders = (holder for post in posts for holder in post.holders)
    return OrganizationRecord(
        id=organization.id,
        subject=f"organization:{organization.id}",
        name=Bilingual(organization.name_en, organization.name_fr),
        acronym=organization.acronym,
        kind=organization.kind,
        kind_label=Bilingual(kind.label_en, kind.label_fr),
        country=country_actor(country) if country else None,
        parent=organization_actor(parent) if parent else None,
        children=_children(session, organization_id),
        members=memberships_where(session, OrganizationMember.organization_id == organization_id),
        memberships=memberships,
        agreements=agreements_where(session, of_organization(organization_id)),
        posts=posts,
        events=events,
        statements=statements,
        lists=lists,
        evidence=evidence_of(
            session,
            "organization_id",
            organization_id,
            also=(*memberships, *posts, *holders, *events, *statements, *lists),
        ),
    )


def _children(session: Session, organization_id: int) -> Capped[Actor]:
    children = session.scalars(
        select(Organization)
        .where(Organization.parent_id == organization_id)
        .order_by(func.fold(Organization.name_en), Organization.id)
        .limit(PARTS_SHOWN + 1)
    )
    return Capped.first(PARTS_SHOWN, map(organization_actor, children))
