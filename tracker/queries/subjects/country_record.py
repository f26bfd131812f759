"""One country: what it belongs to, whom it agrees with on what, and who acts for it."""

from dataclasses import dataclass

from sqlalchemy import BigInteger, String, func, literal, select
from sqlalchemy.orm import Session

from tracker.models import (
    AgreementParty,
    AgreementScope,
    Country,
    CriticalityList,
    EventParticipant,
    Mineral,
    Official,
    OrganizationMember,
    OtherName,
    Post,
    StatementSpeaker,
)
from tracker.queries.agreements.conditions import of_country
from tracker.queries.agreements.items import AgreementItem, agreements_where
from tracker.queries.listing.counting import Total, capped_count, capped_total
from tracker.queries.parts.actors import Actor, actor, with_actors
from tracker.queries.parts.capped import PARTS_SHOWN, RELATED, Capped
from tracker.queries.parts.criticality import IssuedList, lists_where
from tracker.queries.parts.evidence import Evidence, evidence_of
from tracker.queries.parts.memberships import MembershipPart, memberships_where
from tracker.queries.parts.other_names import OtherNamePart, other_names_where
from tracker.queries.parts.participations import (
    ParticipationPart,
    of_officials_from,
    participations_where,
)
from tracker.queries.parts.posts import PostPart, posts_where
from tracker.queries.parts.statements import StatementPart, made_by, statements_where
from tracker.queries.text import Bilingual, Span, span

LOOKED_AT = 1_000
"""Agreements among which a country's partners and minerals are counted."""


@dataclass(frozen=True)
class PartnerItem:
    """Another party, and the number of agreements shared with it."""

    actor: Actor
    agreements: int


@dataclass(frozen=True)
class CoveredMineral:
    """A mineral, and the number of a country's agreements that name it."""

    code: str
    name: Bilingual
    agreements: int


@dataclass(frozen=True)
class CountryRecord:
    """A country with its parts and their evidence.

    ``counted_among`` is the number of agreements among which partners and minerals were counted,
    where those are not all.
    """

    code: str
    subject: str
    alpha3: str
    name: Bilingual
    other_names: Capped[OtherNamePart]
    existed: Span
    note: Bilingual | None
    region: Bilingual | None
    agreements: Capped[AgreementItem]
    total: Total
    partners: Capped[PartnerItem]
    minerals: Capped[CoveredMineral]
    counted_among: int | None
    memberships: Capped[MembershipPart]
    officials: Capped[Actor]
    posts: Capped[PostPart]
    events: Capped[ParticipationPart]
    statements: Capped[StatementPart]
    lists: tuple[IssuedList, ...]
    evidence: Evidence


def get_country(session: Session, code: str) -> CountryRecord | None:
    """Fetch a country's record; None when there is none."""
    ties = select(AgreementParty.agreement_id).where(AgreementParty.country_code == code)
    found = session.execute(
        select(Country, capped_count(ties)).where(Country.code == code)
    ).one_or_none()
    if found is None:
        return None
    country, number = found
    partners, minerals = _partners_and_minerals(session, code)
    memberships = memberships_where(session, OrganizationMember.country_code == code)
    posts = posts_where(session, Post.country_code == code)
    events = participations_where(
        session, EventParticipant.country_code == code, of_officials_from(code)
    )
    statements = statements_where(session, made_by(StatementSpeaker.country_code == code))
    lists = lists_where(session, CriticalityList.country_code == code)
    holders = (holder for post in posts for holder in post.holders)
    return CountryRecord(
        code=country.code,
        subject=f"country:{country.code}",
        alpha3=country.alpha3,
        name=Bilingual(country.name_en, country.name_fr),
        other_names=other_names_where(session, OtherName.country_code == code),
        existed=span(
            country.existed, country.existed_lower_precision, country.existed_upper_precision
        ),
        note=Bilingual.of(country.note_en, country.note_fr),
        region=Bilingual.of(country.region_en, country.region_fr),
        agreements=agreements_where(session, of_country(code)),
        total=capped_total(number),
        partners=partners,
        minerals=minerals,
        counted_among=LOOKED_AT if number > LOOKED_AT else None,
        memberships=memberships,
        officials=_officials(session, code),
        posts=posts,
        events=events,
        statements=statements,
        lists=lists,
        evidence=evidence_of(
            session,
            "country_code",
            code,
            also=(*memberships, *posts, *holders, *events, *statements, *lists),
        ),
    )


def _partners_and_minerals(
    session: Session, code: str
) -> tuple[Capped[PartnerItem], Capped[CoveredMineral]]:
    """Count the other parties and the minerals of a country's agreements, highest first.

    Of very many agreements those are looked at that were recorded last, ``LOOKED_AT`` of them.
    """
    own = (
        select(AgreementParty.agreement_id)
        .where(AgreementParty.country_code == code)
        .order_by(AgreementParty.agreement_id.desc())
        .limit(LOOKED_AT)
        .cte("own")
    )
    count = func.count(own.c.agreement_id.distinct())
    partners = (
        select(AgreementParty.country_code, AgreementParty.organization_id, count.label("number"))
        .join(own, own.c.agreement_id == AgreementParty.agreement_id)
        .where(AgreementParty.country_code.is_distinct_from(code))
        .group_by(AgreementParty.country_code, AgreementParty.organization_id)
        .order_by(count.desc(), AgreementParty.country_code, AgreementParty.organization_id)
        .limit(RELATED + 1)
        .subquery("partners")
    )
    minerals = (
        select(AgreementScope.mineral_code, count.label("number"))
        .join(own, own.c.agreement_id == AgreementScope.agreement_id)
        .where(AgreementScope.mineral_code.is_not(None))
        .group_by(AgreementScope.mineral_code)
        .subquery("minerals")
    )
    nothing = literal(None, String)
    rows = session.execute(
        with_actors(
            select(partners.c.number, nothing.label("mineral")).select_from(partners), partners.c
        ).union_all(
            select(
                minerals.c.number,
                Mineral.code,
                nothing,
                literal(None, BigInteger),
                nothing,
                Mineral.name_en,
                Mineral.name_fr,
            ).join(Mineral, Mineral.code == minerals.c.mineral_code)
        )
    ).all()
    most = sorted(rows, key=lambda row: (-row.number, row.actor_name_en))
    return (
        Capped.first(
            RELATED, (PartnerItem(actor(row), row.number) for row in most if row.mineral is None)
        ),
        Capped.first(
            RELATED,
            (
                CoveredMineral(
                    row.mineral, Bilingual(row.actor_name_en, row.actor_name_fr), row.number
                )
                for row in most
                if row.mineral is not None
            ),
        ),
    )


def _officials(session: Session, code: str) -> Capped[Actor]:
    rows = session.execute(
        select(Official.id, Official.name)
        .where(Official.country_code == code)
        .order_by(func.fold(Official.name), Official.id)
        .limit(PARTS_SHOWN + 1)
    )
    return Capped.first(
        PARTS_SHOWN,
        (Actor(name=Bilingual(name, name), official_id=official_id) for official_id, name in rows),
    )
