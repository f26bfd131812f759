"""Which tables make up a record that people edit as a whole."""

from tracker.domain import quotes
from tracker.models import (
    agreements,
    commitments,
    countries,
    documents,
    events,
    minerals,
    names,
    officials,
    organizations,
    vocabularies,
)
from tracker.models.drafts import Columns, Shape

_ACTOR = {"country": "country_code", "organization": "organization_id"}
_PERSON = {**_ACTOR, "official": "official_id"}
_SUBJECT = {"mineral": "mineral_code", "sector": "sector_code"}
_BY_PARTY = {"party_id": "parties"}
_PLACE = ("start_offset", "end_offset", "prefix", "suffix")
"""Where a passage stands in its text."""


def _other_names(own: str) -> dict[str, Shape]:
    """Make the part of other names in a record whose column among theirs is ``own``."""
    others = tuple(column for column in names.NAMED if column != own)
    return {"other_names": Shape(names.OtherName, left_out=others)}


AGREEMENT = Shape(
    agreements.Agreement,
    left_out=("signed_on", "dated_on", "review_state"),
    parts={
        "parties": Shape(agreements.AgreementParty, joined={"who": _ACTOR}),
        "officials": Shape(agreements.AgreementOfficial, within=_BY_PARTY),
        "actions": Shape(agreements.AgreementAction, within=_BY_PARTY),
        "scope": Shape(agreements.AgreementScope, joined={"what": _SUBJECT}),
        "commitments": Shape(
            commitments.Commitment,
            within=_BY_PARTY,
            parts={"updates": Shape(commitments.CommitmentUpdate)},
        ),
        "events": Shape(events.AgreementEvent),
        "relations": Shape(agreements.AgreementRelation),
    },
)
EVENT = Shape(
    events.Event,
    parts={
        "participants": Shape(events.EventParticipant, joined={"who": _PERSON}),
        "topics": Shape(events.EventTopic),
        "statements": Shape(
            events.Statement,
            parts={"speakers": Shape(events.StatementSpeaker, joined={"who": _PERSON})},
        ),
    },
)
ORGANIZATION = Shape(
    organizations.Organization,
    parts={
        **_other_names("organization_id"),
        "members": Shape(
            organizations.OrganizationMember,
            joined={"who": {"country": "country_code", "organization": "member_organization_id"}},
        ),
    },
)
OFFICIAL = Shape(
    officials.Official,
    parts={"names": Shape(officials.OfficialName), "tenures": Shape(officials.Tenure)},
)
POST = Shape(officials.Post)
COUNTRY = Shape(countries.Country, parts=_other_names("country_code"))
SECTOR = Shape(minerals.Sector, parts=_other_names("sector_code"))
MINERAL = Shape(
    minerals.Mineral,
    parts={**_other_names("mineral_code"), "hs_codes": Shape(minerals.MineralHs)},
)
CRITICALITY_LIST = Shape(
    minerals.CriticalityList,
    joined={"issuer": _ACTOR},
    parts={"listings": Shape(minerals.CriticalityListing)},
)


def _digest(columns: Columns) -> Columns:
    """Follow a document's text with its digest."""
    text = columns.get("text")
    return {} if text is None else {"sha256": quotes.sha256(text)}


def _anew(columns: Columns) -> Columns:
    """Give other words their digest; their place in the text is then not known."""
    if "exact" not in columns:
        return {}
    digest = quotes.sha256(columns["exact"])
    return {"sha256": digest, **dict.fromkeys(_PLACE)}


DOCUMENT = Shape(
    documents.Document,
    kept=("sha256", "retrieved_at"),
    derived=_digest,
    parts={
        "passages": Shape(
            documents.Passage,
            left_out=("sha256",),
            kept=_PLACE,
            derived=_anew,
        )
    },
)
RECORDS = {
    shape.table.name: shape
    for shape in (
        AGREEMENT,
        EVENT,
        ORGANIZATION,
        OFFICIAL,
        POST,
        COUNTRY,
        SECTOR,
        MINERAL,
        CRITICALITY_LIST,
        DOCUMENT,
        Shape(vocabularies.AgreementForm, parts=_other_names("agreement_form_code")),
        Shape(vocabularies.ActionKind),
        Shape(vocabularies.ValueChainStage),
        Shape(vocabularies.OrganizationKind),
        Shape(vocabularies.PostKind),
        Shape(vocabularies.EventKind),
    )
}
"""Every record, by the table of its root."""
