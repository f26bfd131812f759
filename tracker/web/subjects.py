"""The subjects whose records have pages: the table of each, and how its records are edited."""

from tracker.web import (
    agreements,
    countries,
    events,
    minerals,
    officials,
    organizations,
    sectors,
    sources,
)

EDITINGS = {
    "agreements": agreements.EDITING,
    "countries": countries.EDITING,
    "events": events.EDITING,
    "minerals": minerals.EDITING,
    "officials": officials.EDITING,
    "organizations": organizations.EDITING,
    "sectors": sectors.EDITING,
    "sources": sources.EDITING,
}

TABLES = {subject: editing.record for subject, editing in EDITINGS.items()}
"""The table of each subject's records."""

SUBJECTS = {table: subject for subject, table in TABLES.items()}
"""The subject of each of these tables."""
