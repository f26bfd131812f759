"""One country: what it belongs to, whom it agrees with on what, and who acts for it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, or_, select
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
    Post,
    StatementSpeaker,
)
from tracker.queries.actors import Actor
from tracker.queries.agreements import AgreementItem, agreements_where, of_country
from tracker.queries.criticality import IssuedList, lists_where
from tracker.queries.evidence import Evidence, evidence_of
from tracker.queries.memberships import MembershipPart, memberships_where
from tracker.queries.participations import ParticipationPart, participations_where
from tracker.queries.posts import PostPart, posts_where
from tracker.queries.statements import StatementPart, made_by, statements_where
from tracker.queries.text import Bilingual


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
    """A country with all its parts and their evidence."""

    code: str
    subject: str
    alpha3: str
    name: Bilingual
    region: Bilingual | None
    agreements: tuple[AgreementItem, ...]
    partners: tuple[PartnerItem, ...]
    minerals: tuple[CoveredMineral, ...]
    memberships: tuple[MembershipPart, ...]
    officials: tuple[Actor, ...]
    posts: tuple[PostPart, ...]
    events: tuple[ParticipationPart, ...]
    statements: tuple[StatementPart, ...]
    lists: tuple[IssuedList, ...]
    evidence: Evidence


def get_country(session: Session, code: str) -> CountryRecord | None:
    """Fetch a country's record; None when there is none."""
    country = session.get(Country, code)
    if country is None:
        return None
    agreements = tuple(agreements_where(session, of_country(code)))
    memberships = memberships_where(session, OrganizationMember.country_code == code)
    posts = posts_where(session, Post.country_code == code)
    events = participations_where(
        session, or_(EventParticipant.country_code == code, Official.country_code == code)
    )
    statements = statements_where(session, made_by(StatementSpeaker.country_code == code))
    lists = lists_where(session, CriticalityList.country_code == code)
    holders = (holder for post in posts for holder in post.holders)
    return CountryRecord(
        code=country.code,
        subject=f"country:{country.code}",
        alpha3=country.alpha3,
        name=Bilingual(country.name_en, country.name_fr),
        region=Bilingual.of(country.region_en, country.region_fr),
        agreements=agreements,
        partners=_partners(agreements, code),
        minerals=_minerals(session, code),
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


def _partners(agreements: Iterable[AgreementItem], code: str) -> tuple[PartnerItem, ...]:
    """Count the other parties of a country's agreements, those with most first."""
    counts = Counter(
        party
        for agreement in agreements
        for party in agreement.parties
        if party.country_code != code
    )
    most = sorted(counts.items(), key=lambda found: (-found[1], found[0].name.en))
    return tuple(PartnerItem(actor, count) for actor, count in most)


def _minerals(session: Session, code: str) -> tuple[CoveredMineral, ...]:
    count = func.count(AgreementScope.agreement_id.distinct())
    rows = session.execute(
        select(Mineral, count)
        .join(AgreementScope, AgreementScope.mineral_code == Mineral.code)
        .join(AgreementParty, AgreementParty.agreement_id == AgreementScope.agreement_id)
        .where(AgreementParty.country_code == code)
        .group_by(Mineral.code)
        .order_by(count.desc(), Mineral.name_en)
    )
    return tuple(
        CoveredMineral(mineral.code, Bilingual(mineral.name_en, mineral.name_fr), agreements)
        for mineral, agreements in rows
    )


def _officials(session: Session, code: str) -> tuple[Actor, ...]:
    rows = session.execute(
        select(Official.id, Official.name)
        .where(Official.country_code == code)
        .order_by(func.fold(Official.name), Official.id)
    )
    return tuple(
        Actor(name=Bilingual(name, name), official_id=official_id) for official_id, name in rows
    )
