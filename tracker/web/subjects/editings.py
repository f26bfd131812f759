"""The subjects of the database: how the records of each are edited, and in which table they are.

Those in ``KEYS`` have pages of their own; all have a history.
"""

from tracker.web.site.records import KEYS
from tracker.web.subjects import (
    agreements,
    countries,
    criticality_lists,
    documents,
    events,
    minerals,
    officials,
    organizations,
    posts,
    sectors,
    vocabularies,
)

EDITINGS = {
    "agreements": agreements.EDITING,
    "countries": countries.EDITING,
    "criticality-lists": criticality_lists.EDITING,
    "events": events.EDITING,
    "minerals": minerals.EDITING,
    "officials": officials.EDITING,
    "organizations": organizations.EDITING,
    "posts": posts.EDITING,
    "sectors": sectors.EDITING,
    "sources": documents.EDITING,
    **vocabularies.EDITINGS,
}

CODED = {subject for subject, key in KEYS.items() if key == "code"} | vocabularies.EDITINGS.keys()
"""The subjects whose records are known by a code, the others by a number."""

TABLES = {subject: editing.record for subject, editing in EDITINGS.items()}
"""The table of each subject's records."""

COLLECTIONS = {table: subject for subject, table in TABLES.items()}
"""The subject of each of these tables."""
