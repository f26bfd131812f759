"""The kinds of records: what each is called in the database, in addresses and in forms.

Whatever is to be said of every kind follows from this one table.
"""

from dataclasses import dataclass
from typing import TypeAlias

RecordKey: TypeAlias = int | str
"""What a record is known by in addresses and in its table: a number, or a code."""


@dataclass(frozen=True)
class RecordType:
    """A kind of record: the ``table`` of its root, and the ``collection``, its plural in addresses.

    ``key`` is the table's primary key. Of a kind that is ``chosen_from`` the other records choose,
    and few may change it. ``agreements_filter`` narrows the list of agreements to those of one
    record. ``chosen_as`` is what forms and addresses call the kind where that is not its table.
    """

    table: str
    collection: str
    key: str = "id"
    has_page: bool = False
    is_vocabulary: bool = False
    chosen_from: bool = False
    agreements_filter: str | None = None
    chosen_as: str | None = None

    @property
    def is_coded(self) -> bool:
        """Whether its records are known by a code, and not by a number."""
        return self.key == "code"

    @property
    def column(self) -> str:
        """What columns are called that point at its records."""
        return f"{self.table}_{self.key}"

    @property
    def argument(self) -> str:
        """What the key is called in the addresses of its pages."""
        return self.key if self.is_coded else self.column

    @property
    def kind(self) -> str:
        """What fields call it in which its records are chosen."""
        return self.chosen_as or self.table


def _vocabulary(table: str) -> RecordType:
    return RecordType(table, table, key="code", is_vocabulary=True, chosen_from=True)


RECORD_TYPES = (
    RecordType("agreement", "agreements", has_page=True),
    RecordType(
        "country",
        "countries",
        key="code",
        has_page=True,
        chosen_from=True,
        agreements_filter="country",
    ),
    RecordType("official", "officials", has_page=True, agreements_filter="official"),
    RecordType("organization", "organizations", has_page=True, agreements_filter="organization"),
    RecordType("event", "events", has_page=True, agreements_filter="event"),
    RecordType("mineral", "minerals", key="code", has_page=True, agreements_filter="mineral"),
    RecordType(
        "sector",
        "sectors",
        key="code",
        has_page=True,
        chosen_from=True,
        agreements_filter="sector",
    ),
    RecordType("document", "sources", has_page=True, chosen_as="source"),
    RecordType("post", "posts"),
    RecordType("criticality_list", "criticality-lists"),
    _vocabulary("agreement_form"),
    _vocabulary("action_kind"),
    _vocabulary("value_chain_stage"),
    _vocabulary("organization_kind"),
    _vocabulary("post_kind"),
    _vocabulary("event_kind"),
)
"""Every kind of record: those with pages as the site's menu has them, then the others."""

BY_TABLE = {each.table: each for each in RECORD_TYPES}
BY_COLLECTION = {each.collection: each for each in RECORD_TYPES}
BY_KIND = {each.kind: each for each in RECORD_TYPES}

WITH_PAGES = tuple(each for each in RECORD_TYPES if each.has_page)
VOCABULARIES = tuple(each for each in RECORD_TYPES if each.is_vocabulary)
