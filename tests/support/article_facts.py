"""What the first article states: for each fact the row that holds it and words that say it."""
# ruff: noqa: RUF001 - the article sets its apostrophes as typographers do

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from tracker import models as m


@dataclass(frozen=True)
class Fact:
    """The query finds exactly one row of the table, which cites the words."""

    name: str
    table: str
    query: Select[int]
    words: Sequence[str]


ARTICLE = "https://fr.businessam.be/?p=196537"

SUMMIT = "Tenth C5+1 summit"
VISIT = "Visit of President Tokayev to the United States, at the time of the tenth C5+1 summit"
BEFORE = "before the signing ceremony"
MEETINGS = f"Meetings of President Tokayev with senior American officials {BEFORE}"
TALKS = f"Talks between President Tokayev and Secretary of State Rubio {BEFORE}"
GOR_MEETING = f"Meeting of President Tokayev with Special Envoy Gor {BEFORE}"
CEREMONY = "Signing of the memorandum on critical minerals between Kazakhstan and the United States"

TOKAYEV, RUBIO, GOR = "Kassym-Jomart Tokayev", "Marco Rubio", "Sergio Gor"
PRESIDENT, SECRETARY_OF_STATE = "President", "Secretary of State"
INDUSTRY_MINISTER = "Minister of Industry and Construction"
ENVOY = "Special Envoy for South and Central Asian Affairs"
NATIONS = ("KZ", "US")
FIELDS = "l’énergie, de la technologie et de l’infrastructure"


def agreement(name: str, condition: ColumnElement[bool], *words: str) -> Fact:
    query = select(m.Agreement.id).where(m.Agreement.reference == "A001", condition)
    return Fact(name, "agreement", query, words)


def part(
    model: type[m.AgreementParty | m.AgreementAction | m.AgreementScope],
    name: str,
    condition: ColumnElement[bool],
    *words: str,
) -> Fact:
    query = (
        select(model.id)
        .join(m.Agreement, m.Agreement.id == model.agreement_id)
        .where(m.Agreement.reference == "A001", condition)
    )
    return Fact(name, model.__tablename__, query, words)


def signer(name: str, role: str, post: str, party: str, *words: str) -> Fact:
    query = (
        select(m.AgreementOfficial.id)
        .join(m.Agreement, m.Agreement.id == m.AgreementOfficial.agreement_id)
        .join(m.AgreementParty, m.AgreementParty.id == m.AgreementOfficial.party_id)
        .where(
            m.Agreement.reference == "A001",
            m.AgreementOfficial.official_id == _official(name),
            m.AgreementOfficial.post_id == _post(post, party),
            m.AgreementOfficial.role == role,
            m.AgreementParty.country_code == party,
        )
    )
    return Fact(f"{name}, {role}", "agreement_official", query, words)


def event(title: str, kind: str, *words: str) -> Fact:
    query = select(m.Event.id).where(m.Event.title_en == title, m.Event.kind == kind)
    return Fact(title, "event", query, words)


def within(title: str, parent: str, *words: str) -> Fact:
    query = select(m.Event.id).where(m.Event.title_en == title, m.Event.parent_id == _event(parent))
    return Fact(f"{title}, part of {parent}", "event", query, words)


def country(title: str, code: str, role: str, *words: str) -> Fact:
    query = select(m.EventParticipant.id).where(
        m.EventParticipant.event_id == _event(title),
        m.EventParticipant.country_code == code,
        m.EventParticipant.role == role,
    )
    return Fact(f"{code}, {role}: {title}", "event_participant", query, words)


def person(title: str, name: str, role: str, post: tuple[str, str], *words: str) -> Fact:
    query = select(m.EventParticipant.id).where(
        m.EventParticipant.event_id == _event(title),
        m.EventParticipant.official_id == _official(name),
        m.EventParticipant.post_id == _post(*post),
        m.EventParticipant.role == role,
    )
    return Fact(f"{name}, {role}: {title}", "event_participant", query, words)


def topic(title: str, sector: str, *words: str) -> Fact:
    query = select(m.EventTopic.id).where(
        m.EventTopic.event_id == _event(title), m.EventTopic.sector_code == sector
    )
    return Fact(f"{sector}: {title}", "event_topic", query, words)


def said(title: str, kind: str, saying: str, speakers: Sequence[str], *words: str) -> Fact:
    who = func.coalesce(m.StatementSpeaker.country_code, m.Official.name, m.Organization.name_en)
    by = (
        select(func.array_agg(aggregate_order_by(who, who)))
        .outerjoin(m.Official, m.Official.id == m.StatementSpeaker.official_id)
        .outerjoin(m.Organization, m.Organization.id == m.StatementSpeaker.organization_id)
        .where(m.StatementSpeaker.statement_id == m.Statement.id)
        .correlate(m.Statement)
        .scalar_subquery()
    )
    query = select(m.Statement.id).where(
        m.Statement.event_id == _event(title),
        m.Statement.kind == kind,
        m.Statement.text_en.contains(saying),
        by == sorted(speakers),
    )
    return Fact(f"{kind}: {saying}", "statement", query, words)


def spelling(name: str, variant: str) -> Fact:
    query = select(m.OfficialName.id).where(
        m.OfficialName.official_id == _official(name),
        m.OfficialName.text == variant,
        m.OfficialName.language == "fr",
    )
    return Fact(f"{variant}, a spelling", "official_name", query, [variant])


def _official(name: str) -> ScalarSelect[int]:
    return select(m.Official.id).where(m.Official.name == name).scalar_subquery()


def _post(title: str, country_code: str) -> ScalarSelect[int]:
    return (
        select(m.Post.id)
        .where(m.Post.title_en == title, m.Post.country_code == country_code)
        .scalar_subquery()
    )


def _event(title: str) -> ScalarSelect[int]:
    return select(m.Event.id).where(m.Event.title_en == title).scalar_subquery()


THE_AGREEMENT = (
    agreement(
        "a memorandum", m.Agreement.form == "memorandum_of_understanding", "un protocole d’accord"
    ),
    agreement(
        "a stronger partnership",
        m.Agreement.summary_en.contains("have strengthened their partnership"),
        "ont renforcé leur partenariat",
    ),
    part(
        m.AgreementParty, "party: Kazakhstan", m.AgreementParty.country_code == "KZ",
        "Le Kazakhstan et les États-Unis ont signé",
    ),
    part(
        m.AgreementParty, "party: United States", m.AgreementParty.country_code == "US",
        "Le Kazakhstan et les États-Unis ont signé",
    ),
    part(m.AgreementAction, "signed", m.AgreementAction.kind == "signed", "ont signé"),
    part(
        m.AgreementScope, "critical minerals", m.AgreementScope.sector_code == "critical_minerals",
        "minéraux essentiels",
    ),
    signer(
        "Yersayin Nagaspayev", "signatory", INDUSTRY_MINISTER, "KZ",
        "ministre kazakh de l’Industrie et de la construction, Yersain Nagaspayev",
    ),
    signer(
        "Howard Lutnick", "signatory", "Secretary of Commerce", "US",
        "secrétaire américain au commerce, Howard Lutnick",
    ),
    signer(
        TOKAYEV, "witness", PRESIDENT, "KZ", "en présence du président kazakh Kassym-Jomart Tokayev"
    ),
    spelling("Yersayin Nagaspayev", "Yersain Nagaspayev"),
)  # fmt: skip

THE_VISIT = (
    event(VISIT, "visit", "visite du président Tokayev aux États-Unis a coïncidé"),
    person(VISIT, TOKAYEV, "visitor", (PRESIDENT, "KZ"), "visite du président Tokayev"),
    country(VISIT, "US", "host", "visite du président Tokayev aux États-Unis"),
    said(VISIT, "said", "strengthened regional ties", ["Business AM"], "les liens régionaux"),
    said(
        VISIT, "said", "wish to deepen their strategic partnership through economic", NATIONS,
        "approfondir leur partenariat stratégique", "la coopération économique", FIELDS,
        "l’accès aux minerais essentiels",
    ),
    topic(VISIT, "energy", "l’énergie"),
    topic(VISIT, "technology", "de la technologie"),
    topic(VISIT, "infrastructure", "de l’infrastructure"),
    topic(VISIT, "critical_minerals", "l’accès aux minerais essentiels"),
)  # fmt: skip

THE_SUMMIT = (
    event(SUMMIT, "summit", "10e sommet du C5+1"),
    person(
        SUMMIT, "Donald Trump", "host", (PRESIDENT, "US"),
        "organisée par le président américain Donald Trump",
    ),
    person(SUMMIT, TOKAYEV, "participant", (PRESIDENT, "KZ"), "participation au 10e sommet"),
    country(SUMMIT, "US", "participant", "réunissant les États-Unis"),
    country(SUMMIT, "KZ", "participant", "le Kazakhstan"),
    country(SUMMIT, "KG", "participant", "le Kirghizistan"),
    country(SUMMIT, "TJ", "participant", "le Tadjikistan"),
    country(SUMMIT, "TM", "participant", "le Turkménistan"),
    country(SUMMIT, "UZ", "participant", "l’Ouzbékistan"),
    said(
        SUMMIT, "said", "a decade of collaboration on regional economic and security questions",
        ["Business AM"], "décennie de collaboration",
    ),
    topic(SUMMIT, "trade_and_investment", "questions économiques"),
    topic(SUMMIT, "security", "de sécurité régionales"),
)  # fmt: skip

THE_MEETINGS = (
    event(CEREMONY, "signing_ceremony", "cérémonie de signature"),
    event(MEETINGS, "meeting", "Avant la cérémonie de signature", "ces réunions"),
    within(TALKS, MEETINGS, "Avant la cérémonie de signature", "discussions entre"),
    within(GOR_MEETING, MEETINGS, "Avant la cérémonie de signature"),
    person(MEETINGS, TOKAYEV, "participant", (PRESIDENT, "KZ"), "ces réunions, Tokayev"),
    person(
        MEETINGS, RUBIO, "participant", (SECRETARY_OF_STATE, "US"), "secrétaire d’État Marco Rubio"
    ),
    person(
        MEETINGS, GOR, "participant", (ENVOY, "US"),
        "envoyé spécial pour les affaires de l’Asie du Sud et de l’Asie centrale, Sergio Gor",
    ),
    person(GOR_MEETING, TOKAYEV, "participant", (PRESIDENT, "KZ"), "ces réunions, Tokayev"),
    person(GOR_MEETING, GOR, "participant", (ENVOY, "US"), "envoyé spécial", "Sergio Gor"),
    said(
        MEETINGS, "stressed", "strengthen their strategic partnership through economic cooperation",
        [TOKAYEV], "Tokayev a souligné la possibilité", "la coopération économique",
    ),
    said(
        MEETINGS, "stressed", "active political ties", [TOKAYEV],
        "maintenir des liens politiques actifs",
    ),
    said(
        MEETINGS, "stressed", "a constructive dialogue", [TOKAYEV],
        "dialogue constructif", "collaboration à multiples facettes",
    ),
    topic(MEETINGS, "political_dialogue", "liens politiques actifs"),
)  # fmt: skip

THE_TALKS = (
    person(TALKS, TOKAYEV, "participant", (PRESIDENT, "KZ"), "entre Tokayev et Rubio"),
    person(TALKS, RUBIO, "participant", (SECRETARY_OF_STATE, "US"), "entre Tokayev et Rubio"),
    said(
        TALKS, "discussed", "trade and investment", [TOKAYEV, RUBIO],
        "discussions", "échanges commerciaux et d’investissements",
    ),
    said(
        TALKS, "discussed", "energy, technology and infrastructure", [TOKAYEV, RUBIO],
        "discussions", FIELDS,
    ),
    topic(TALKS, "trade_and_investment", "échanges commerciaux et d’investissements"),
    topic(TALKS, "energy", "l’énergie"),
    topic(TALKS, "technology", "de la technologie"),
    topic(TALKS, "infrastructure", "de l’infrastructure"),
    said(
        TALKS, "reaffirmed", "deepen their partnership", NATIONS,
        "deux nations ont réaffirmé leur volonté", "approfondir leur partenariat",
    ),
    said(
        TALKS, "reaffirmed", "secure access to critical minerals", NATIONS,
        "ont réaffirmé", "l’accès aux minerais essentiels",
    ),
    said(
        TALKS, "reaffirmed", "strengthen energy security", NATIONS,
        "ont réaffirmé", "sécurité énergétique",
    ),
    said(
        TALKS, "reaffirmed", "American supply chains", NATIONS,
        "ont réaffirmé", "chaînes d’approvisionnement américaines",
    ),
    said(
        TALKS, "reaffirmed", "better trade opportunities for both", NATIONS,
        "ont réaffirmé", "meilleures opportunités commerciales",
    ),
)  # fmt: skip

FACTS = THE_AGREEMENT + THE_VISIT + THE_SUMMIT + THE_MEETINGS + THE_TALKS


def unsaid(session: Session, fact: Fact) -> list[str]:
    """Return the fact's words that no quotation of the article has beside the fact's row."""
    quotes = session.scalars(
        select(m.Passage.exact)
        .join(m.Citation, m.Citation.passage_id == m.Passage.id)
        .join(m.Document, m.Document.id == m.Passage.document_id)
        .where(
            m.Document.url == ARTICLE,
            m.Citation.subject == subject_of(session, fact),
            m.Citation.stance == "supports",
        )
    ).all()
    return [words for words in fact.words if not any(words in quote for quote in quotes)]


def subject_of(session: Session, fact: Fact) -> str:
    """Return how citations name the fact's row; there must be one and no other."""
    return f"{fact.table}:{session.scalars(fact.query).one()}"
