"""What it is about: sectors, minerals, trade codes, criticality lists."""

import sqlalchemy as sa
from alembic import op

revision = "20261123_1803"
down_revision = "20261123_1802"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mineral",
        sa.Column(
            "code", sa.Text(), nullable=False, comment="The mineral as written in data and queries"
        ),
        sa.Column("name_en", sa.Text(), nullable=False, comment="Name in English"),
        sa.Column("name_fr", sa.Text(), nullable=False, comment="Name in French"),
        sa.Column("symbol", sa.Text(), nullable=True, comment="Chemical symbol or formula"),
        sa.Column(
            "atomic_number",
            sa.SmallInteger(),
            nullable=True,
            comment="Atomic number, for a chemical element",
        ),
        sa.Column(
            "group_code",
            sa.Text(),
            nullable=True,
            comment="The group it belongs to, such as rare_earth_elements",
        ),
        sa.CheckConstraint(
            "(name_en IS NULL OR name_en ~ '\\S') AND (name_fr IS NULL OR name_fr ~ '\\S') AND (symbol IS NULL OR symbol ~ '\\S')",
            name=op.f("ck_mineral_name_en_and_others_not_blank"),
        ),
        sa.CheckConstraint("code ~ '^[a-z][a-z0-9_]*$'", name=op.f("ck_mineral_code_format")),
        sa.CheckConstraint(
            "atomic_number BETWEEN 1 AND 118", name=op.f("ck_mineral_atomic_number_known")
        ),
        sa.CheckConstraint("group_code <> code", name=op.f("ck_mineral_group_is_another")),
        sa.ForeignKeyConstraint(
            ["group_code"], ["mineral.code"], name=op.f("fk_mineral_group_code"), onupdate="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_mineral")),
        comment="One mineral, metal or material, or a group such as the rare earths",
    )
    op.create_index(op.f("ix_mineral_group_code"), "mineral", ["group_code"], unique=False)
    op.create_table(
        "sector",
        sa.Column(
            "code", sa.Text(), nullable=False, comment="The sector as written in data and queries"
        ),
        sa.Column("name_en", sa.Text(), nullable=False, comment="Name in English"),
        sa.Column("name_fr", sa.Text(), nullable=False, comment="Name in French"),
        sa.Column("parent_code", sa.Text(), nullable=True, comment="The wider sector"),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place in lists, smallest first",
        ),
        sa.CheckConstraint(
            "(name_en IS NULL OR name_en ~ '\\S') AND (name_fr IS NULL OR name_fr ~ '\\S')",
            name=op.f("ck_sector_name_en_and_others_not_blank"),
        ),
        sa.CheckConstraint("code ~ '^[a-z][a-z0-9_]*$'", name=op.f("ck_sector_code_format")),
        sa.CheckConstraint("parent_code <> code", name=op.f("ck_sector_parent_is_another")),
        sa.ForeignKeyConstraint(
            ["parent_code"], ["sector.code"], name=op.f("fk_sector_parent_code"), onupdate="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_sector")),
        comment="One field of cooperation, such as critical minerals or energy",
    )
    op.create_index(op.f("ix_sector_parent_code"), "sector", ["parent_code"], unique=False)
    op.create_table(
        "mineral_hs",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("mineral_code", sa.Text(), nullable=False, comment="The mineral"),
        sa.Column("hs6", sa.Text(), nullable=False, comment="Six-digit HS subheading"),
        sa.Column(
            "description_en",
            sa.Text(),
            nullable=False,
            comment="What the subheading covers, in English",
        ),
        sa.Column(
            "description_fr",
            sa.Text(),
            nullable=True,
            comment="What the subheading covers, in French",
        ),
        sa.CheckConstraint(
            "(description_en IS NULL OR description_en ~ '\\S') AND (description_fr IS NULL OR description_fr ~ '\\S')",
            name=op.f("ck_mineral_hs_description_en_and_others_not_blank"),
        ),
        sa.CheckConstraint("hs6 ~ '^[0-9]{6}$'", name=op.f("ck_mineral_hs_hs6_format")),
        sa.ForeignKeyConstraint(
            ["mineral_code"],
            ["mineral.code"],
            name=op.f("fk_mineral_hs_mineral_code"),
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mineral_hs")),
        sa.UniqueConstraint("mineral_code", "hs6", name=op.f("uq_mineral_hs_mineral_code_hs6")),
        sa.UniqueConstraint("mineral_code", "id", name=op.f("uq_mineral_hs_mineral_code_id")),
        comment="One Harmonized System subheading under which a mineral is traded",
    )
    op.create_index(op.f("ix_mineral_hs_hs6"), "mineral_hs", ["hs6"], unique=False)
    op.create_table(
        "criticality_list",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("name_en", sa.Text(), nullable=False, comment="Name in English"),
        sa.Column("name_fr", sa.Text(), nullable=False, comment="Name in French"),
        sa.Column("country_code", sa.Text(), nullable=True, comment="The issuer, if a country"),
        sa.Column(
            "organization_id",
            sa.BigInteger(),
            nullable=True,
            comment="The issuer, if an organization such as the EU",
        ),
        sa.Column("edition", sa.Text(), nullable=False, comment="Which edition, usually its year"),
        sa.Column(
            "published_on",
            sa.Date(),
            nullable=True,
            comment="When it was published: first day of the period known",
        ),
        sa.Column(
            "published_on_precision",
            sa.Text(),
            nullable=True,
            comment="How much of published_on is known: year, month or day",
        ),
        sa.Column("note_en", sa.Text(), nullable=True, comment="Remark in English"),
        sa.Column("note_fr", sa.Text(), nullable=True, comment="Remark in French"),
        sa.CheckConstraint(
            "(name_en IS NULL OR name_en ~ '\\S') AND (name_fr IS NULL OR name_fr ~ '\\S') AND (edition IS NULL OR edition ~ '\\S')",
            name=op.f("ck_criticality_list_name_en_and_others_not_blank"),
        ),
        sa.CheckConstraint(
            "(published_on IS NULL AND published_on_precision IS NULL) OR (published_on IS NOT NULL AND published_on_precision IS NOT NULL AND published_on BETWEEN '1800-01-01' AND '2199-12-31' AND CASE published_on_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM published_on) = 1 WHEN 'year' THEN extract(doy FROM published_on) = 1 ELSE false END)",
            name=op.f("ck_criticality_list_published_on_partial"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(country_code, organization_id) = 1",
            name=op.f("ck_criticality_list_one_issuer"),
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_criticality_list_country_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_criticality_list_organization_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criticality_list")),
        sa.UniqueConstraint("name_en", name=op.f("uq_criticality_list_name_en")),
        comment="One edition of a government's or union's list of critical minerals",
    )
    op.create_index(
        op.f("ix_criticality_list_country_code"), "criticality_list", ["country_code"], unique=False
    )
    op.create_index(
        op.f("ix_criticality_list_organization_id"),
        "criticality_list",
        ["organization_id"],
        unique=False,
    )
    op.create_table(
        "criticality_listing",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("criticality_list_id", sa.BigInteger(), nullable=False, comment="The list"),
        sa.Column("mineral_code", sa.Text(), nullable=False, comment="The mineral listed"),
        sa.Column(
            "listed_as", sa.Text(), nullable=False, comment="The entry's wording on the list"
        ),
        sa.Column("class", sa.Text(), nullable=False, comment="How high the list ranks it"),
        sa.Column(
            "note", sa.Text(), nullable=True, comment="Remark on the entry, as its source has it"
        ),
        sa.CheckConstraint(
            "(listed_as IS NULL OR listed_as ~ '\\S')",
            name=op.f("ck_criticality_listing_listed_as_not_blank"),
        ),
        sa.CheckConstraint(
            "class IN ('critical', 'strategic', 'high', 'moderate_to_high', 'moderate', 'watchlist')",
            name=op.f("ck_criticality_listing_class_known"),
        ),
        sa.ForeignKeyConstraint(
            ["criticality_list_id"],
            ["criticality_list.id"],
            name=op.f("fk_criticality_listing_criticality_list_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mineral_code"],
            ["mineral.code"],
            name=op.f("fk_criticality_listing_mineral_code"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_criticality_listing")),
        sa.UniqueConstraint(
            "criticality_list_id", "id", name=op.f("uq_criticality_listing_criticality_list_id_id")
        ),
        sa.UniqueConstraint(
            "criticality_list_id",
            "mineral_code",
            "listed_as",
            name=op.f("uq_criticality_listing_criticality_list_id_mineral_code_listed_as"),
        ),
        comment="One entry of a criticality list",
    )
    op.create_index(
        op.f("ix_criticality_listing_mineral_code"),
        "criticality_listing",
        ["mineral_code"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_criticality_listing_mineral_code"), table_name="criticality_listing")
    op.drop_table("criticality_listing")
    op.drop_index(op.f("ix_criticality_list_organization_id"), table_name="criticality_list")
    op.drop_index(op.f("ix_criticality_list_country_code"), table_name="criticality_list")
    op.drop_table("criticality_list")
    op.drop_index(op.f("ix_mineral_hs_hs6"), table_name="mineral_hs")
    op.drop_table("mineral_hs")
    op.drop_index(op.f("ix_sector_parent_code"), table_name="sector")
    op.drop_table("sector")
    op.drop_index(op.f("ix_mineral_group_code"), table_name="mineral")
    op.drop_table("mineral")
