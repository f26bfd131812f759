"""Memberships of countries and organizations in organizations, read from either side."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from tracker.models import Country, Organization, OrganizationMember
from tracker.queries.parts.actors import Actor, country_actor, organization_actor
from tracker.queries.parts.capped import PARTS_SHOWN, Capped
from tracker.queries.text import Span, span

_BODY = aliased(Organization, name="body")
_MEMBER = aliased(Organization, name="member_body")
_MEMBERSHIPS = (
    select(OrganizationMember, _BODY, Country, _MEMBER)
    .join(_BODY, _BODY.id == OrganizationMember.organization_id)
    .outerjoin(Country, Country.code == OrganizationMember.country_code)
    .outerjoin(_MEMBER, _MEMBER.id == OrganizationMember.member_organization_id)
    .order_by(
        func.lower(OrganizationMember.valid).asc().nulls_last(),
        func.coalesce(Country.name_en, _MEMBER.name_en),
        OrganizationMember.id,
    )
    .limit(PARTS_SHOWN + 1)
)


@dataclass(frozen=True)
class MembershipPart:
    """A member of a body for a time."""

    subject: str
    body: Actor
    member: Actor
    valid: Span


def memberships_where(session: Session, condition: ColumnElement[bool]) -> Capped[MembershipPart]:
    """Fetch memberships for which a condition on ``OrganizationMember`` holds, in time."""
    rows = session.execute(_MEMBERSHIPS.where(condition))
    return Capped.first(
        PARTS_SHOWN,
        (
            MembershipPart(
                subject=f"organization_member:{part.id}",
                body=organization_actor(organization),
                member=country_actor(country) if country else organization_actor(other),
                valid=span(part.valid, part.valid_lower_precision, part.valid_upper_precision),
            )
            for part, organization, country, other in rows
        ),
    )
