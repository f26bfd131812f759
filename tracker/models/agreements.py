"""Agreements and their parts: parties, actions, officials, relations, scope."""

import datetime as dt

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import (
    LegalNature,
    OfficialRole,
    PartyCapacity,
    RelationKind,
    ReviewState,
)
from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import (
    date_index,
    exactly_one,
    not_blank,
    one_of,
    partial_date_check,
    text_index,
)


class Agreement(Identified, Base):
    """An agreement, or another text or arrangement between parties."""

    __tablename__ = "agreement"
    __table_args__ = (
        one_of("review_state", ReviewState),
        partial_date_check("signed_on"),
        partial_date_check("dated_on"),
        CheckConstraint("base_agreement_id <> id", name="base_is_another"),
        CheckConstraint("reference ~ '^[A-Za-z0-9][A-Za-z0-9._/-]*$'", name="reference_format"),
        not_blank("title_en", "title_fr", "place_en", "place_fr"),
        date_index("agreement", "dated_on"),
        date_index("agreement", "dated_on", "form"),
        date_index("agreement", "dated_on", "review_state"),
        text_index("agreement", "title_en"),
        text_index("agreement", "title_fr"),
        {"comment": "One agreement between countries or organizations, or another text they made"},
    )

    reference: Mapped[str] = mapped_column(
        unique=True, comment="Short name to cite the record by, such as A001"
    )
    title_en: Mapped[str] = mapped_column(comment="Title in English")
    title_fr: Mapped[str] = mapped_column(comment="Title in French")
    form: Mapped[str] = points_to("agreement_form.code", "Form of instrument", index=False)
    summary_en: Mapped[str | None] = mapped_column(comment="What it is about, in English")
    summary_fr: Mapped[str | None] = mapped_column(comment="What it is about, in French")
    place_en: Mapped[str | None] = mapped_column(comment="Where it was made, in English")
    place_fr: Mapped[str | None] = mapped_column(comment="Where it was made, in French")
    place_country_code: Mapped[str | None] = points_to(
        "country.code", "The country where it was made"
    )
    base_agreement_id: Mapped[int | None] = points_to(
        "agreement.id", "The agreement that this one rests on, as a protocol does"
    )
    signed_on: Mapped[dt.date | None] = mapped_column(
        comment="When it was signed: first day of the period known; kept from the actions"
    )
    signed_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of signed_on is known: year, month or day"
    )
    dated_on: Mapped[dt.date | None] = mapped_column(
        comment="When the text was made (signed, issued, launched) or, failing that, first acted"
        " on: first day of the period known; kept from the actions"
    )
    dated_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of dated_on is known: year, month or day"
    )
    review_state: Mapped[str] = mapped_column(
        server_default=ReviewState.DRAFT,
        comment="Where the record stands in review; kept by the database from the reviews",
    )


class AgreementParty(Identified, Base):
    """A country or organization that takes part in an agreement."""

    __tablename__ = "agreement_party"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        UniqueConstraint("agreement_id", "country_code"),
        UniqueConstraint("agreement_id", "organization_id"),
        Index(None, "country_code", "agreement_id"),
        Index(None, "organization_id", "agreement_id"),
        exactly_one(("country_code", "organization_id"), "one_party"),
        one_of("capacity", PartyCapacity),
        one_of("legal_nature", LegalNature),
        not_blank("named_as"),
        {"comment": "One party to an agreement: a country or an organization"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    country_code: Mapped[str | None] = points_to(
        "country.code", "The party, if a country", index=False
    )
    organization_id: Mapped[int | None] = points_to(
        "organization.id", "The party, if an organization", index=False
    )
    capacity: Mapped[str] = mapped_column(
        server_default=PartyCapacity.PARTY, comment="In what capacity it takes part"
    )
    legal_nature: Mapped[str] = mapped_column(
        server_default=LegalNature.UNKNOWN,
        comment="How this party sees the text: treaty, contract, political_commitment or unknown",
    )
    named_as: Mapped[str | None] = mapped_column(
        comment="The name that the text gives it, where that is not the one shown today"
    )
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place among the parties, smallest first"
    )


class AgreementAction(Identified, Base):
    """A step in an agreement's life."""

    __tablename__ = "agreement_action"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        ForeignKeyConstraint(
            ["agreement_id", "party_id"], ["agreement_party.agreement_id", "agreement_party.id"]
        ),
        Index(None, "agreement_id", "party_id"),
        partial_date_check("happened_on"),
        partial_date_check("effective_on"),
        {"comment": "One step in an agreement's life, such as its signature"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    kind: Mapped[str] = points_to("action_kind.code", "What was done")
    party_id: Mapped[int | None] = mapped_column(comment="The party whose step it is, if one's")
    happened_on: Mapped[dt.date | None] = mapped_column(
        comment="When it was done, at the place of the act: first day of the period known"
    )
    happened_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of happened_on is known: year, month or day"
    )
    effective_on: Mapped[dt.date | None] = mapped_column(
        comment="When it takes effect: first day of the period known"
    )
    effective_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of effective_on is known: year, month or day"
    )
    note_en: Mapped[str | None] = mapped_column(comment="Remark in English")
    note_fr: Mapped[str | None] = mapped_column(comment="Remark in French")


class AgreementOfficial(Identified, Base):
    """An official's part in the making of an agreement."""

    __tablename__ = "agreement_official"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        UniqueConstraint("agreement_id", "official_id", "role"),
        Index(None, "official_id", "agreement_id"),
        Index(None, "post_id", "agreement_id"),
        ForeignKeyConstraint(
            ["agreement_id", "party_id"], ["agreement_party.agreement_id", "agreement_party.id"]
        ),
        Index(None, "agreement_id", "party_id"),
        one_of("role", OfficialRole),
        {"comment": "One official's part in the making of an agreement"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    official_id: Mapped[int] = points_to("official.id", "The official", index=False)
    post_id: Mapped[int | None] = points_to("post.id", "The post held then", index=False)
    party_id: Mapped[int | None] = mapped_column(comment="The party represented")
    role: Mapped[str] = mapped_column(
        comment="signatory, witness (looked on), host, negotiator or announcer"
    )
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place among the officials, smallest first"
    )


class AgreementRelation(Identified, Base):
    """How an agreement stands to another."""

    __tablename__ = "agreement_relation"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        UniqueConstraint("agreement_id", "related_agreement_id", "kind"),
        CheckConstraint("related_agreement_id <> agreement_id", name="related_is_another"),
        one_of("kind", RelationKind),
        {"comment": "One tie from an agreement to another; there are no cycles of one kind"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id",
        "The agreement that amends, implements, ...",
        ondelete="CASCADE",
        index=False,
    )
    kind: Mapped[str] = mapped_column(
        comment="amends, implements, supersedes, builds_on, accedes_to, part_of or signed_with"
    )
    related_agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement that is amended, implemented, ...", ondelete="CASCADE"
    )
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place among the ties, smallest first"
    )


class AgreementScope(Identified, Base):
    """What an agreement covers."""

    __tablename__ = "agreement_scope"
    __table_args__ = (
        UniqueConstraint("agreement_id", "id"),
        UniqueConstraint(
            "agreement_id",
            "mineral_code",
            "sector_code",
            "stage",
            name="uq_agreement_scope_item",
            postgresql_nulls_not_distinct=True,
        ),
        Index(None, "mineral_code", "agreement_id"),
        Index(None, "sector_code", "agreement_id"),
        exactly_one(("mineral_code", "sector_code"), "mineral_or_sector"),
        {"comment": "One mineral or sector that an agreement covers, at one stage or at any"},
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False
    )
    mineral_code: Mapped[str | None] = points_to("mineral.code", "The mineral covered", index=False)
    sector_code: Mapped[str | None] = points_to("sector.code", "The sector covered", index=False)
    stage: Mapped[str | None] = points_to(
        "value_chain_stage.code", "Stage of the value chain; null when none is named"
    )
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place in the scope, smallest first"
    )
