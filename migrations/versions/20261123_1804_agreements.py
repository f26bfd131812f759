"""Agreements, their parts and commitments."""

import sqlalchemy as sa
from alembic import op

revision = "20261123_1804"
down_revision = "20261123_1803"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agreement",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column(
            "reference",
            sa.Text(),
            nullable=False,
            comment="Short name to cite the record by, such as A001",
        ),
        sa.Column("title_en", sa.Text(), nullable=False, comment="Title in English"),
        sa.Column("title_fr", sa.Text(), nullable=False, comment="Title in French"),
        sa.Column("form", sa.Text(), nullable=False, comment="Form of instrument"),
        sa.Column("summary_en", sa.Text(), nullable=True, comment="What it is about, in English"),
        sa.Column("summary_fr", sa.Text(), nullable=True, comment="What it is about, in French"),
        sa.Column("place_en", sa.Text(), nullable=True, comment="Where it was made, in English"),
        sa.Column("place_fr", sa.Text(), nullable=True, comment="Where it was made, in French"),
        sa.Column(
            "place_country_code", sa.Text(), nullable=True, comment="The country where it was made"
        ),
        sa.Column(
            "base_agreement_id",
            sa.BigInteger(),
            nullable=True,
            comment="The agreement that this one rests on, as a protocol does",
        ),
        sa.Column(
            "status",
            sa.Text(),
            server_default="unknown",
            nullable=False,
            comment="Where it stands; kept by the database from the actions",
        ),
        sa.Column(
            "signed_on",
            sa.Date(),
            nullable=True,
            comment="When it was signed: first day of the period known; kept from the actions",
        ),
        sa.Column(
            "signed_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of signed_on is known: year, month or day",
        ),
        sa.Column(
            "dated_on",
            sa.Date(),
            nullable=True,
            comment="When the text was made (signed, issued, launched) or, failing that, first acted on: first day of the period known; kept from the actions",
        ),
        sa.Column(
            "dated_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of dated_on is known: year, month or day",
        ),
        sa.Column(
            "review_state",
            sa.Text(),
            server_default="draft",
            nullable=False,
            comment="Where the record stands in review; kept by the database from the reviews",
        ),
        sa.CheckConstraint(
            "(dated_on IS NULL AND dated_on_precision IS NULL) OR (dated_on IS NOT NULL AND dated_on_precision IS NOT NULL AND dated_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE dated_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM dated_on) = 1 WHEN 'year' THEN extract(doy FROM dated_on) = 1 ELSE false END)",
            name=op.f("ck_agreement_dated_on_partial"),
        ),
        sa.CheckConstraint(
            "(signed_on IS NULL AND signed_on_precision IS NULL) OR (signed_on IS NOT NULL AND signed_on_precision IS NOT NULL AND signed_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE signed_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM signed_on) = 1 WHEN 'year' THEN extract(doy FROM signed_on) = 1 ELSE false END)",
            name=op.f("ck_agreement_signed_on_partial"),
        ),
        sa.CheckConstraint(
            "(title_en IS NULL OR title_en ~ '\\S') AND (title_fr IS NULL OR title_fr ~ '\\S') AND (place_en IS NULL OR place_en ~ '\\S') AND (place_fr IS NULL OR place_fr ~ '\\S')",
            name=op.f("ck_agreement_title_en_and_others_not_blank"),
        ),
        sa.CheckConstraint(
            "reference ~ '^[A-Za-z0-9][A-Za-z0-9._/-]*$'",
            name=op.f("ck_agreement_reference_format"),
        ),
        sa.CheckConstraint(
            "review_state IN ('draft', 'submitted', 'verified', 'returned')",
            name=op.f("ck_agreement_review_state_known"),
        ),
        sa.CheckConstraint(
            "status IN ('unknown', 'negotiating', 'announced', 'initialled', 'issued', 'signed', 'operative', 'in_force', 'suspended', 'terminated', 'expired', 'lapsed', 'superseded')",
            name=op.f("ck_agreement_status_known"),
        ),
        sa.CheckConstraint("base_agreement_id <> id", name=op.f("ck_agreement_base_is_another")),
        sa.ForeignKeyConstraint(
            ["base_agreement_id"], ["agreement.id"], name=op.f("fk_agreement_base_agreement_id")
        ),
        sa.ForeignKeyConstraint(
            ["form"], ["agreement_form.code"], name=op.f("fk_agreement_form"), onupdate="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["place_country_code"],
            ["country.code"],
            name=op.f("fk_agreement_place_country_code"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
        sa.UniqueConstraint("reference", name=op.f("uq_agreement_reference")),
        comment="One agreement between countries or organizations, or another text they made",
    )
    op.create_index(
        op.f("ix_agreement_base_agreement_id"), "agreement", ["base_agreement_id"], unique=False
    )
    op.create_index("ix_agreement_dated_on_id", "agreement", ["dated_on", "id"], unique=False)
    op.create_index(op.f("ix_agreement_form"), "agreement", ["form"], unique=False)
    op.create_index(
        op.f("ix_agreement_place_country_code"), "agreement", ["place_country_code"], unique=False
    )
    op.create_index(op.f("ix_agreement_status"), "agreement", ["status"], unique=False)
    op.create_table(
        "agreement_party",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column("country_code", sa.Text(), nullable=True, comment="The party, if a country"),
        sa.Column(
            "organization_id",
            sa.BigInteger(),
            nullable=True,
            comment="The party, if an organization",
        ),
        sa.Column(
            "capacity",
            sa.Text(),
            server_default="party",
            nullable=False,
            comment="In what capacity it takes part",
        ),
        sa.Column(
            "legal_nature",
            sa.Text(),
            server_default="unknown",
            nullable=False,
            comment="How this party sees the text: treaty, contract, political_commitment or unknown",
        ),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place among the parties, smallest first",
        ),
        sa.CheckConstraint(
            "capacity IN ('party', 'acceding_party', 'founding_participant', 'participant', 'observer')",
            name=op.f("ck_agreement_party_capacity_known"),
        ),
        sa.CheckConstraint(
            "legal_nature IN ('treaty', 'contract', 'political_commitment', 'unknown')",
            name=op.f("ck_agreement_party_legal_nature_known"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(country_code, organization_id) = 1",
            name=op.f("ck_agreement_party_one_party"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_party_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_agreement_party_country_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_agreement_party_organization_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_party")),
        sa.UniqueConstraint(
            "agreement_id",
            "country_code",
            name=op.f("uq_agreement_party_agreement_id_country_code"),
        ),
        sa.UniqueConstraint("agreement_id", "id", name=op.f("uq_agreement_party_agreement_id_id")),
        sa.UniqueConstraint(
            "agreement_id",
            "organization_id",
            name=op.f("uq_agreement_party_agreement_id_organization_id"),
        ),
        comment="One party to an agreement: a country or an organization",
    )
    op.create_index(
        op.f("ix_agreement_party_country_code"), "agreement_party", ["country_code"], unique=False
    )
    op.create_index(
        op.f("ix_agreement_party_organization_id"),
        "agreement_party",
        ["organization_id"],
        unique=False,
    )
    op.create_table(
        "agreement_relation",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column(
            "agreement_id",
            sa.BigInteger(),
            nullable=False,
            comment="The agreement that amends, implements, ...",
        ),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="amends, implements, supersedes, builds_on, accedes_to, part_of or signed_with",
        ),
        sa.Column(
            "related_agreement_id",
            sa.BigInteger(),
            nullable=False,
            comment="The agreement that is amended, implemented, ...",
        ),
        sa.CheckConstraint(
            "kind IN ('amends', 'implements', 'supersedes', 'builds_on', 'accedes_to', 'part_of', 'signed_with')",
            name=op.f("ck_agreement_relation_kind_known"),
        ),
        sa.CheckConstraint(
            "related_agreement_id <> agreement_id",
            name=op.f("ck_agreement_relation_related_is_another"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_relation_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["related_agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_relation_related_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_relation")),
        sa.UniqueConstraint(
            "agreement_id", "id", name=op.f("uq_agreement_relation_agreement_id_id")
        ),
        sa.UniqueConstraint(
            "agreement_id",
            "related_agreement_id",
            "kind",
            name=op.f("uq_agreement_relation_agreement_id_related_agreement_id_kind"),
        ),
        comment="One tie from an agreement to another; there are no cycles of one kind",
    )
    op.create_index(
        op.f("ix_agreement_relation_related_agreement_id"),
        "agreement_relation",
        ["related_agreement_id"],
        unique=False,
    )
    op.create_table(
        "agreement_scope",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column("mineral_code", sa.Text(), nullable=True, comment="The mineral covered"),
        sa.Column("sector_code", sa.Text(), nullable=True, comment="The sector covered"),
        sa.Column(
            "stage",
            sa.Text(),
            nullable=True,
            comment="Stage of the value chain; null when none is named",
        ),
        sa.CheckConstraint(
            "num_nonnulls(mineral_code, sector_code) = 1",
            name=op.f("ck_agreement_scope_mineral_or_sector"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_scope_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mineral_code"],
            ["mineral.code"],
            name=op.f("fk_agreement_scope_mineral_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sector_code"],
            ["sector.code"],
            name=op.f("fk_agreement_scope_sector_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["stage"],
            ["value_chain_stage.code"],
            name=op.f("fk_agreement_scope_stage"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_scope")),
        sa.UniqueConstraint("agreement_id", "id", name=op.f("uq_agreement_scope_agreement_id_id")),
        sa.UniqueConstraint(
            "agreement_id",
            "mineral_code",
            "sector_code",
            "stage",
            name="uq_agreement_scope_item",
            postgresql_nulls_not_distinct=True,
        ),
        comment="One mineral or sector that an agreement covers, at one stage or at any",
    )
    op.create_index(
        op.f("ix_agreement_scope_mineral_code"), "agreement_scope", ["mineral_code"], unique=False
    )
    op.create_index(
        op.f("ix_agreement_scope_sector_code"), "agreement_scope", ["sector_code"], unique=False
    )
    op.create_index(op.f("ix_agreement_scope_stage"), "agreement_scope", ["stage"], unique=False)
    op.create_table(
        "agreement_action",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column("kind", sa.Text(), nullable=False, comment="What was done"),
        sa.Column(
            "party_id",
            sa.BigInteger(),
            nullable=True,
            comment="The party whose step it is, if one's",
        ),
        sa.Column(
            "happened_on",
            sa.Date(),
            nullable=True,
            comment="When it was done, at the place of the act: first day of the period known",
        ),
        sa.Column(
            "happened_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of happened_on is known: year, month or day",
        ),
        sa.Column(
            "effective_on",
            sa.Date(),
            nullable=True,
            comment="When it takes effect: first day of the period known",
        ),
        sa.Column(
            "effective_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of effective_on is known: year, month or day",
        ),
        sa.Column("note_en", sa.Text(), nullable=True, comment="Remark in English"),
        sa.Column("note_fr", sa.Text(), nullable=True, comment="Remark in French"),
        sa.CheckConstraint(
            "(effective_on IS NULL AND effective_on_precision IS NULL) OR (effective_on IS NOT NULL AND effective_on_precision IS NOT NULL AND effective_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE effective_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM effective_on) = 1 WHEN 'year' THEN extract(doy FROM effective_on) = 1 ELSE false END)",
            name=op.f("ck_agreement_action_effective_on_partial"),
        ),
        sa.CheckConstraint(
            "(happened_on IS NULL AND happened_on_precision IS NULL) OR (happened_on IS NOT NULL AND happened_on_precision IS NOT NULL AND happened_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE happened_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM happened_on) = 1 WHEN 'year' THEN extract(doy FROM happened_on) = 1 ELSE false END)",
            name=op.f("ck_agreement_action_happened_on_partial"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "party_id"],
            ["agreement_party.agreement_id", "agreement_party.id"],
            name=op.f("fk_agreement_action_agreement_id_party_id"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_action_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["kind"],
            ["action_kind.code"],
            name=op.f("fk_agreement_action_kind"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_action")),
        sa.UniqueConstraint("agreement_id", "id", name=op.f("uq_agreement_action_agreement_id_id")),
        comment="One step in an agreement's life, such as its signature",
    )
    op.create_index(
        op.f("ix_agreement_action_agreement_id_party_id"),
        "agreement_action",
        ["agreement_id", "party_id"],
        unique=False,
    )
    op.create_index(op.f("ix_agreement_action_kind"), "agreement_action", ["kind"], unique=False)
    op.create_table(
        "agreement_official",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column("official_id", sa.BigInteger(), nullable=False, comment="The official"),
        sa.Column("post_id", sa.BigInteger(), nullable=True, comment="The post held then"),
        sa.Column("party_id", sa.BigInteger(), nullable=True, comment="The party represented"),
        sa.Column(
            "role",
            sa.Text(),
            nullable=False,
            comment="signatory, witness (looked on), host, negotiator or announcer",
        ),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place among the officials, smallest first",
        ),
        sa.CheckConstraint(
            "role IN ('signatory', 'witness', 'host', 'negotiator', 'announcer')",
            name=op.f("ck_agreement_official_role_known"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "party_id"],
            ["agreement_party.agreement_id", "agreement_party.id"],
            name=op.f("fk_agreement_official_agreement_id_party_id"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_official_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_agreement_official_official_id")
        ),
        sa.ForeignKeyConstraint(
            ["post_id"], ["post.id"], name=op.f("fk_agreement_official_post_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement_official")),
        sa.UniqueConstraint(
            "agreement_id", "id", name=op.f("uq_agreement_official_agreement_id_id")
        ),
        sa.UniqueConstraint(
            "agreement_id",
            "official_id",
            "role",
            name=op.f("uq_agreement_official_agreement_id_official_id_role"),
        ),
        comment="One official's part in the making of an agreement",
    )
    op.create_index(
        op.f("ix_agreement_official_agreement_id_party_id"),
        "agreement_official",
        ["agreement_id", "party_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_agreement_official_official_id"),
        "agreement_official",
        ["official_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_agreement_official_post_id"), "agreement_official", ["post_id"], unique=False
    )
    op.create_table(
        "commitment",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column(
            "party_id",
            sa.BigInteger(),
            nullable=True,
            comment="Who undertook it; null when all did",
        ),
        sa.Column("what_en", sa.Text(), nullable=False, comment="What was undertaken, in English"),
        sa.Column("what_fr", sa.Text(), nullable=False, comment="What was undertaken, in French"),
        sa.Column(
            "amount",
            sa.Numeric(precision=20, scale=2),
            nullable=True,
            comment="Sum of money, in units of the currency",
        ),
        sa.Column("currency", sa.Text(), nullable=True, comment="ISO 4217 code of the currency"),
        sa.Column(
            "due_on",
            sa.Date(),
            nullable=True,
            comment="When it is due: first day of the period known",
        ),
        sa.Column(
            "due_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of due_on is known: year, month or day",
        ),
        sa.Column(
            "status",
            sa.Text(),
            server_default="unknown",
            nullable=False,
            comment="How far it has come",
        ),
        sa.CheckConstraint(
            "(due_on IS NULL AND due_on_precision IS NULL) OR (due_on IS NOT NULL AND due_on_precision IS NOT NULL AND due_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE due_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM due_on) = 1 WHEN 'year' THEN extract(doy FROM due_on) = 1 ELSE false END)",
            name=op.f("ck_commitment_due_on_partial"),
        ),
        sa.CheckConstraint(
            "(what_en IS NULL OR what_en ~ '\\S') AND (what_fr IS NULL OR what_fr ~ '\\S')",
            name=op.f("ck_commitment_what_en_and_others_not_blank"),
        ),
        sa.CheckConstraint("currency ~ '^[A-Z]{3}$'", name=op.f("ck_commitment_currency_format")),
        sa.CheckConstraint(
            "status IN ('pledged', 'in_progress', 'fulfilled', 'overdue', 'abandoned', 'unknown')",
            name=op.f("ck_commitment_status_known"),
        ),
        sa.CheckConstraint(
            "(amount IS NULL) = (currency IS NULL)", name=op.f("ck_commitment_amount_has_currency")
        ),
        sa.CheckConstraint("amount >= 0", name=op.f("ck_commitment_amount_not_negative")),
        sa.ForeignKeyConstraint(
            ["agreement_id", "party_id"],
            ["agreement_party.agreement_id", "agreement_party.id"],
            name=op.f("fk_commitment_agreement_id_party_id"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_commitment_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment")),
        sa.UniqueConstraint("agreement_id", "id", name=op.f("uq_commitment_agreement_id_id")),
        comment="One undertaking of a party, or of all, under an agreement",
    )
    op.create_index(
        op.f("ix_commitment_agreement_id_party_id"),
        "commitment",
        ["agreement_id", "party_id"],
        unique=False,
    )
    op.create_table(
        "commitment_update",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column("commitment_id", sa.BigInteger(), nullable=False, comment="The commitment"),
        sa.Column(
            "happened_on",
            sa.Date(),
            nullable=True,
            comment="When it stood so: first day of the period known",
        ),
        sa.Column(
            "happened_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of happened_on is known: year, month or day",
        ),
        sa.Column("status", sa.Text(), nullable=False, comment="How far it had come"),
        sa.Column("note_en", sa.Text(), nullable=True, comment="Remark in English"),
        sa.Column("note_fr", sa.Text(), nullable=True, comment="Remark in French"),
        sa.CheckConstraint(
            "(happened_on IS NULL AND happened_on_precision IS NULL) OR (happened_on IS NOT NULL AND happened_on_precision IS NOT NULL AND happened_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE happened_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM happened_on) = 1 WHEN 'year' THEN extract(doy FROM happened_on) = 1 ELSE false END)",
            name=op.f("ck_commitment_update_happened_on_partial"),
        ),
        sa.CheckConstraint(
            "status IN ('pledged', 'in_progress', 'fulfilled', 'overdue', 'abandoned', 'unknown')",
            name=op.f("ck_commitment_update_status_known"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id", "commitment_id"],
            ["commitment.agreement_id", "commitment.id"],
            name=op.f("fk_commitment_update_agreement_id_commitment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_commitment_update_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commitment_update")),
        sa.UniqueConstraint(
            "agreement_id", "id", name=op.f("uq_commitment_update_agreement_id_id")
        ),
        comment="One dated report on how far a commitment has come",
    )
    op.create_index(
        op.f("ix_commitment_update_agreement_id_commitment_id"),
        "commitment_update",
        ["agreement_id", "commitment_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(
        op.f("ix_commitment_update_agreement_id_commitment_id"), table_name="commitment_update"
    )
    op.drop_table("commitment_update")
    op.drop_index(op.f("ix_commitment_agreement_id_party_id"), table_name="commitment")
    op.drop_table("commitment")
    op.drop_index(op.f("ix_agreement_official_post_id"), table_name="agreement_official")
    op.drop_index(op.f("ix_agreement_official_official_id"), table_name="agreement_official")
    op.drop_index(
        op.f("ix_agreement_official_agreement_id_party_id"), table_name="agreement_official"
    )
    op.drop_table("agreement_official")
    op.drop_index(op.f("ix_agreement_action_kind"), table_name="agreement_action")
    op.drop_index(op.f("ix_agreement_action_agreement_id_party_id"), table_name="agreement_action")
    op.drop_table("agreement_action")
    op.drop_index(op.f("ix_agreement_scope_stage"), table_name="agreement_scope")
    op.drop_index(op.f("ix_agreement_scope_sector_code"), table_name="agreement_scope")
    op.drop_index(op.f("ix_agreement_scope_mineral_code"), table_name="agreement_scope")
    op.drop_table("agreement_scope")
    op.drop_index(
        op.f("ix_agreement_relation_related_agreement_id"), table_name="agreement_relation"
    )
    op.drop_table("agreement_relation")
    op.drop_index(op.f("ix_agreement_party_organization_id"), table_name="agreement_party")
    op.drop_index(op.f("ix_agreement_party_country_code"), table_name="agreement_party")
    op.drop_table("agreement_party")
    op.drop_index(op.f("ix_agreement_status"), table_name="agreement")
    op.drop_index(op.f("ix_agreement_place_country_code"), table_name="agreement")
    op.drop_index(op.f("ix_agreement_form"), table_name="agreement")
    op.drop_index("ix_agreement_dated_on_id", table_name="agreement")
    op.drop_index(op.f("ix_agreement_base_agreement_id"), table_name="agreement")
    op.drop_table("agreement")
