"""Evidence: which source says what about which row, and why a value is missing.

A citation or a missing value speaks of one *root* row (an agreement, an event, a person, ...) or of
one *part* of it. Each kind of row has a column of its own here, with a real foreign key, so that
evidence of nothing cannot exist and none outlives its row. A part's key is composite with its
root's, so the root is always filled and true, and all the evidence of an agreement with its parts
is one index range. ``docs/decisions/0003-evidence-columns.md`` tells what else was weighed.
"""

import datetime as dt

from sqlalchemy import (
    CheckConstraint,
    Computed,
    ForeignKeyConstraint,
    Index,
    Text,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from tracker.domain.vocabularies import MissingReason, Stance
from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import exactly_one, not_blank, one_of
from tracker.models.drafts import Shape
from tracker.models.record_tables import roots_of
from tracker.models.shapes import RECORDS


class SubjectColumns:
    """The columns that say which row the evidence speaks of: one root and at most one part."""

    agreement_id: Mapped[int | None] = points_to(
        "agreement.id", "The agreement it speaks of, itself or a part", ondelete="CASCADE"
    )
    event_id: Mapped[int | None] = points_to(
        "event.id", "The event it speaks of, itself or a part", ondelete="CASCADE"
    )
    organization_id: Mapped[int | None] = points_to(
        "organization.id", "The organization it speaks of, itself or a part", ondelete="CASCADE"
    )
    official_id: Mapped[int | None] = points_to(
        "official.id", "The official it speaks of, himself, herself or a part", ondelete="CASCADE"
    )
    post_id: Mapped[int | None] = points_to("post.id", "The post it speaks of", ondelete="CASCADE")
    country_code: Mapped[str | None] = points_to(
        "country.code", "The country it speaks of", ondelete="CASCADE"
    )
    sector_code: Mapped[str | None] = points_to(
        "sector.code", "The sector it speaks of", ondelete="CASCADE"
    )
    mineral_code: Mapped[str | None] = points_to(
        "mineral.code", "The mineral it speaks of, itself or a part", ondelete="CASCADE"
    )
    criticality_list_id: Mapped[int | None] = points_to(
        "criticality_list.id", "The list it speaks of, itself or an entry", ondelete="CASCADE"
    )
    agreement_party_id: Mapped[int | None] = mapped_column(comment="The party it speaks of")
    agreement_action_id: Mapped[int | None] = mapped_column(comment="The action it speaks of")
    agreement_official_id: Mapped[int | None] = mapped_column(
        comment="The official's part in the agreement that it speaks of"
    )
    agreement_relation_id: Mapped[int | None] = mapped_column(comment="The tie it speaks of")
    agreement_scope_id: Mapped[int | None] = mapped_column(comment="The scope item it speaks of")
    agreement_event_id: Mapped[int | None] = mapped_column(
        comment="The agreement's tie to an event that it speaks of"
    )
    commitment_id: Mapped[int | None] = mapped_column(comment="The commitment it speaks of")
    commitment_update_id: Mapped[int | None] = mapped_column(
        comment="The report on a commitment that it speaks of"
    )
    event_participant_id: Mapped[int | None] = mapped_column(
        comment="The participant in the event that it speaks of"
    )
    event_topic_id: Mapped[int | None] = mapped_column(comment="The topic it speaks of")
    statement_id: Mapped[int | None] = mapped_column(comment="The statement it speaks of")
    organization_member_id: Mapped[int | None] = mapped_column(
        comment="The membership it speaks of"
    )
    other_name_id: Mapped[int | None] = mapped_column(comment="The other name it speaks of")
    official_name_id: Mapped[int | None] = mapped_column(comment="The spelling it speaks of")
    tenure_id: Mapped[int | None] = mapped_column(comment="The tenure it speaks of")
    mineral_hs_id: Mapped[int | None] = mapped_column(comment="The trade code it speaks of")
    criticality_listing_id: Mapped[int | None] = mapped_column(
        comment="The list's entry it speaks of"
    )

    @declared_attr
    @classmethod
    def subject(cls) -> Mapped[str]:
        """Name the row spoken of, as ``table:key``."""
        return mapped_column(
            Text,
            Computed(_subject_expression(), persisted=True),
            comment="The row it speaks of, as table:key; made by the database",
        )


_COLUMNS = tuple(SubjectColumns.__annotations__)
_BY_LINK = {root.link: root for root in RECORDS.values()}

ROOTS = tuple(_BY_LINK[column] for column in _COLUMNS if column in _BY_LINK)
"""The records that evidence can speak of, in the order of its columns."""

PART_ROOTS = {
    part: tuple(root for root in roots_of(part) if root in ROOTS)
    for part in (column.removesuffix("_id") for column in _COLUMNS if column not in _BY_LINK)
}
"""The root of each table whose rows are parts that evidence can speak of; of names, all of them."""


def _subject_expression() -> str:
    """Write the SQL of ``table:key``: of the part where there is one, else of the root."""
    parts = [f"'{part}:' || {part}_id::text" for part in PART_ROOTS]
    roots = [f"'{root.table.name}:' || {root.link}::text" for root in ROOTS]
    return f"coalesce({', '.join(parts + roots)})"


def _subject_constraints() -> list[SchemaItem]:
    parts = [f"{part}_id" for part in PART_ROOTS]
    items: list[SchemaItem] = [
        exactly_one((root.link for root in ROOTS), "one_root"),
        CheckConstraint(f"num_nonnulls({', '.join(parts)}) <= 1", name="at_most_one_part"),
        CheckConstraint(
            " AND ".join(
                f"({part}_id IS NULL OR "
                + " OR ".join(f"{root.link} IS NOT NULL" for root in roots)
                + ")"
                for part, roots in PART_ROOTS.items()
            ),
            name="part_has_its_root",
        ),
    ]
    for part, roots in PART_ROOTS.items():
        items += [_part_key(part, root) for root in roots]
        items.append(Index(None, f"{part}_id", postgresql_where=f"{part}_id IS NOT NULL"))
    return items


def _part_key(part: str, root: Shape) -> ForeignKeyConstraint:
    """Tie evidence of a part to it, and to the root that it truly has."""
    return ForeignKeyConstraint(
        [root.link, f"{part}_id"],
        [f"{part}.{root.link}", f"{part}.id"],
        ondelete="CASCADE",
        onupdate="CASCADE" if root.key.name == "code" else None,
    )


class Citation(SubjectColumns, Identified, Base):
    """What one document says about one row."""

    __tablename__ = "citation"
    __table_args__ = (
        *_subject_constraints(),
        ForeignKeyConstraint(["document_id", "passage_id"], ["passage.document_id", "passage.id"]),
        Index(None, "document_id", "passage_id"),
        UniqueConstraint(
            "subject",
            "field",
            "document_id",
            "passage_id",
            "stance",
            "stated_value",
            name="uq_citation_once",
            postgresql_nulls_not_distinct=True,
        ),
        Index(
            "uq_citation_chosen",
            "subject",
            "field",
            unique=True,
            postgresql_where="chosen_at IS NOT NULL",
            postgresql_nulls_not_distinct=True,
        ),
        one_of("stance", Stance),
        CheckConstraint(
            "stance <> 'contradicts' OR stated_value IS NOT NULL", name="contradiction_states_value"
        ),
        CheckConstraint(
            "num_nonnulls(chosen_at, chosen_by, chosen_reason) IN (0, 3)",
            name="choice_has_chooser_and_reason",
        ),
        not_blank("stated_value", "chosen_by", "chosen_reason", "note_en", "note_fr"),
        {"comment": "What one document says about one row or one of its fields"},
    )

    document_id: Mapped[int] = points_to("document.id", "The document", index=False)
    passage_id: Mapped[int | None] = mapped_column(
        comment="The words; null when the document is cited as a whole, which is weaker"
    )
    field: Mapped[str | None] = mapped_column(
        comment="The column spoken of, or a kind of part such as parties; null for the whole row"
    )
    stance: Mapped[str] = mapped_column(
        server_default=Stance.SUPPORTS, comment="Whether it supports or contradicts the value"
    )
    stated_value: Mapped[str | None] = mapped_column(comment="The value as the source states it")
    note_en: Mapped[str | None] = mapped_column(
        comment="What the source says, in our words, in English"
    )
    note_fr: Mapped[str | None] = mapped_column(
        comment="What the source says, in our words, in French"
    )
    chosen_at: Mapped[dt.datetime | None] = mapped_column(
        comment="When its value was chosen among those that differ"
    )
    chosen_by: Mapped[str | None] = mapped_column(comment="Who chose it")
    chosen_reason: Mapped[str | None] = mapped_column(comment="Why it was chosen")


class MissingValue(SubjectColumns, Identified, Base):
    """Why a value is not there."""

    __tablename__ = "missing_value"
    __table_args__ = (
        *_subject_constraints(),
        UniqueConstraint("subject", "field"),
        one_of("reason", MissingReason),
        not_blank("note_en", "note_fr"),
        {"comment": "Why one field of one row, or one kind of part, is not filled"},
    )

    field: Mapped[str] = mapped_column(
        comment="The column that is empty, or a kind of part such as officials"
    )
    reason: Mapped[str] = mapped_column(
        comment="not_stated, not_published, not_applicable or not_checked"
    )
    note_en: Mapped[str | None] = mapped_column(comment="Remark in English")
    note_fr: Mapped[str | None] = mapped_column(comment="Remark in French")
