"""The subjects of the database: their pages, and how the records of each are edited."""

from tracker.domain.record_types import BY_TABLE
from tracker.web.editing.editing import Editing
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

SUBJECTS = (
    agreements,
    countries,
    officials,
    organizations,
    events,
    minerals,
    sectors,
    documents,
    posts,
    criticality_lists,
)
"""The subjects that have a module of their own; the vocabularies share one."""

EDITINGS: dict[str, Editing] = {
    BY_TABLE[editing.record].collection: editing
    for editing in (*(subject.EDITING for subject in SUBJECTS), *vocabularies.EDITINGS.values())
}
"""How the records of each collection are edited."""
