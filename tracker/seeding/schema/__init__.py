"""The format of the seeds: which collections there are, and what a record of each may hold."""

from tracker import models
from tracker.seeding.schema.agreements import Agreement
from tracker.seeding.schema.documents import Document
from tracker.seeding.schema.events import Event
from tracker.seeding.schema.names import CountryName, MineralName
from tracker.seeding.schema.officials import Official, Post
from tracker.seeding.schema.organizations import Organization
from tracker.seeding.schema.records import Keyed
from tracker.seeding.schema.reference import (
    AccountRole,
    ActionKind,
    AgreementForm,
    Country,
    CriticalityList,
    CriticalityListing,
    Mineral,
    MineralHs,
    Sector,
    vocabulary,
)

COLLECTIONS: dict[str, type[Keyed]] = {
    "countries": Country,
    "country_names": CountryName,
    "state_names": CountryName,
    "agreement_forms": AgreementForm,
    "action_kinds": ActionKind,
    "value_chain_stages": vocabulary(models.ValueChainStage),
    "organization_kinds": vocabulary(models.OrganizationKind),
    "post_kinds": vocabulary(models.PostKind),
    "event_kinds": vocabulary(models.EventKind),
    "roles": AccountRole,
    "sectors": Sector,
    "minerals": Mineral,
    "mineral_names": MineralName,
    "mineral_hs": MineralHs,
    "documents": Document,
    "organizations": Organization,
    "criticality_lists": CriticalityList,
    "criticality_listings": CriticalityListing,
    "posts": Post,
    "officials": Official,
    "events": Event,
    "agreements": Agreement,
}
"""The kind of record in each collection, in the order in which summaries show them."""
