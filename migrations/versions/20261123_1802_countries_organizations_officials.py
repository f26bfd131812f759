"""Who acts: countries, organizations, officials and their posts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261123_1802"
down_revision = "20261123_1801"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "country",
        sa.Column(
            "code", sa.Text(), nullable=False, comment="ISO 3166-1 alpha-2 code; NA is Namibia"
        ),
        sa.Column("name_en", sa.Text(), nullable=False, comment="Name in English"),
        sa.Column("name_fr", sa.Text(), nullable=False, comment="Name in French"),
        sa.Column("alpha3", sa.Text(), nullable=False, comment="ISO 3166-1 alpha-3 code"),
        sa.Column(
            "region_en", sa.Text(), nullable=True, comment="Region of the world in English (CLDR)"
        ),
        sa.Column(
            "region_fr", sa.Text(), nullable=True, comment="Region of the world in French (CLDR)"
        ),
        sa.CheckConstraint(
            "(name_en IS NULL OR name_en ~ '\\S') AND (name_fr IS NULL OR name_fr ~ '\\S')",
            name=op.f("ck_country_name_en_and_others_not_blank"),
        ),
        sa.CheckConstraint("alpha3 ~ '^[A-Z]{3}$'", name=op.f("ck_country_alpha3_format")),
        sa.CheckConstraint("code ~ '^[A-Z]{2}$'", name=op.f("ck_country_code_alpha2")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_country")),
        sa.UniqueConstraint("alpha3", name=op.f("uq_country_alpha3")),
        comment="One country or territory of ISO 3166-1",
    )
    op.create_table(
        "official",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column(
            "name",
            sa.Text(),
            nullable=False,
            comment="The spelling this project prefers, in Latin script",
        ),
        sa.Column(
            "country_code",
            sa.Text(),
            nullable=True,
            comment="The country the person acts for; null for an international body's",
        ),
        sa.CheckConstraint(
            "(name IS NULL OR name ~ '\\S')", name=op.f("ck_official_name_not_blank")
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_official_country_code"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official")),
        comment="One person who holds or held office",
    )
    op.create_index(op.f("ix_official_country_code"), "official", ["country_code"], unique=False)
    op.create_table(
        "organization",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("name_en", sa.Text(), nullable=False, comment="Name in English"),
        sa.Column("name_fr", sa.Text(), nullable=False, comment="Name in French"),
        sa.Column("kind", sa.Text(), nullable=False, comment="What kind of body it is"),
        sa.Column("acronym", sa.Text(), nullable=True, comment="Short name, such as EU or C5+1"),
        sa.Column(
            "country_code",
            sa.Text(),
            nullable=True,
            comment="The country it belongs to; null for an international body",
        ),
        sa.Column("parent_id", sa.BigInteger(), nullable=True, comment="The body it is a part of"),
        sa.CheckConstraint(
            "(name_en IS NULL OR name_en ~ '\\S') AND (name_fr IS NULL OR name_fr ~ '\\S') AND (acronym IS NULL OR acronym ~ '\\S')",
            name=op.f("ck_organization_name_en_and_others_not_blank"),
        ),
        sa.CheckConstraint("parent_id <> id", name=op.f("ck_organization_parent_is_another")),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_organization_country_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["kind"],
            ["organization_kind.code"],
            name=op.f("fk_organization_kind"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["organization.id"], name=op.f("fk_organization_parent_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization")),
        sa.UniqueConstraint(
            "name_en",
            "country_code",
            name=op.f("uq_organization_name_en_country_code"),
            postgresql_nulls_not_distinct=True,
        ),
        comment="One ministry, agency, company, union, forum or other body",
    )
    op.create_index(op.f("ix_organization_acronym"), "organization", ["acronym"], unique=False)
    op.create_index(
        op.f("ix_organization_country_code"), "organization", ["country_code"], unique=False
    )
    op.create_index(op.f("ix_organization_kind"), "organization", ["kind"], unique=False)
    op.create_index(op.f("ix_organization_parent_id"), "organization", ["parent_id"], unique=False)
    op.create_table(
        "official_name",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("official_id", sa.BigInteger(), nullable=False, comment="Whose name it is"),
        sa.Column("text", sa.Text(), nullable=False, comment="The name as written"),
        sa.Column(
            "language", sa.Text(), nullable=True, comment="Language it is written in (BCP 47)"
        ),
        sa.Column(
            "script", sa.Text(), nullable=True, comment="Script it is written in (ISO 15924)"
        ),
        sa.Column(
            "kind",
            sa.Text(),
            nullable=False,
            comment="official, alias, transliteration, inflection (a grammatical case) or misspelling",
        ),
        sa.CheckConstraint(
            "(text IS NULL OR text ~ '\\S')", name=op.f("ck_official_name_text_not_blank")
        ),
        sa.CheckConstraint(
            "kind IN ('official', 'alias', 'transliteration', 'inflection', 'misspelling')",
            name=op.f("ck_official_name_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["official_id"],
            ["official.id"],
            name=op.f("fk_official_name_official_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_name")),
        sa.UniqueConstraint("official_id", "id", name=op.f("uq_official_name_official_id_id")),
        sa.UniqueConstraint(
            "official_id",
            "text",
            "language",
            name=op.f("uq_official_name_official_id_text_language"),
            postgresql_nulls_not_distinct=True,
        ),
        comment="One spelling of an official's name, as sources write it",
    )
    op.create_table(
        "organization_member",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column(
            "organization_id", sa.BigInteger(), nullable=False, comment="The body it is a member of"
        ),
        sa.Column("country_code", sa.Text(), nullable=True, comment="The member, if a country"),
        sa.Column(
            "member_organization_id",
            sa.BigInteger(),
            nullable=True,
            comment="The member, if an organization",
        ),
        sa.Column(
            "valid",
            postgresql.DATERANGE(),
            nullable=False,
            comment="From the first day of the period in which it joined up to the last day of the period in which it left; an open end is not known or has not come",
        ),
        sa.Column(
            "valid_lower_precision",
            sa.Text(),
            nullable=True,
            comment="How much of the date of joining is known; null when it is unknown",
        ),
        sa.Column(
            "valid_upper_precision",
            sa.Text(),
            nullable=True,
            comment="How much of the date of leaving is known; null when unknown or still a member",
        ),
        postgresql.ExcludeConstraint(
            (sa.column("organization_id"), "="),
            (sa.column("country_code"), "="),
            (sa.column("valid"), "&&"),
            using="gist",
            name="ex_organization_member_country_overlap",
        ),
        postgresql.ExcludeConstraint(
            (sa.column("organization_id"), "="),
            (sa.column("member_organization_id"), "="),
            (sa.column("valid"), "&&"),
            using="gist",
            name="ex_organization_member_organization_overlap",
        ),
        sa.CheckConstraint(
            "NOT isempty(valid) AND (lower_inf(valid) = (valid_lower_precision IS NULL)) AND (valid_lower_precision IS NULL OR valid_lower_precision IN ('year', 'month', 'day')) AND (upper_inf(valid) = (valid_upper_precision IS NULL)) AND (valid_upper_precision IS NULL OR valid_upper_precision IN ('year', 'month', 'day'))",
            name=op.f("ck_organization_member_valid_partial"),
        ),
        sa.CheckConstraint(
            "member_organization_id <> organization_id",
            name=op.f("ck_organization_member_member_is_another"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(country_code, member_organization_id) = 1",
            name=op.f("ck_organization_member_one_member"),
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_organization_member_country_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["member_organization_id"],
            ["organization.id"],
            name=op.f("fk_organization_member_member_organization_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organization.id"],
            name=op.f("fk_organization_member_organization_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization_member")),
        sa.UniqueConstraint(
            "organization_id", "id", name=op.f("uq_organization_member_organization_id_id")
        ),
        comment="One membership of a country or organization in an organization for a time",
    )
    op.create_index(
        op.f("ix_organization_member_country_code"),
        "organization_member",
        ["country_code"],
        unique=False,
    )
    op.create_index(
        op.f("ix_organization_member_member_organization_id"),
        "organization_member",
        ["member_organization_id"],
        unique=False,
    )
    op.create_table(
        "post",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("title_en", sa.Text(), nullable=False, comment="Title in English"),
        sa.Column("title_fr", sa.Text(), nullable=False, comment="Title in French"),
        sa.Column("kind", sa.Text(), nullable=False, comment="What kind of post it is"),
        sa.Column(
            "organization_id", sa.BigInteger(), nullable=True, comment="The body it belongs to"
        ),
        sa.Column("country_code", sa.Text(), nullable=True, comment="The country it belongs to"),
        sa.CheckConstraint(
            "(title_en IS NULL OR title_en ~ '\\S') AND (title_fr IS NULL OR title_fr ~ '\\S')",
            name=op.f("ck_post_title_en_and_others_not_blank"),
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_post_country_code"),
            onupdate="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["kind"], ["post_kind.code"], name=op.f("fk_post_kind"), onupdate="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name=op.f("fk_post_organization_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_post")),
        sa.UniqueConstraint(
            "title_en",
            "organization_id",
            "country_code",
            name=op.f("uq_post_title_en_organization_id_country_code"),
            postgresql_nulls_not_distinct=True,
        ),
        comment="One office, such as a minister's, that people hold one after another",
    )
    op.create_index(op.f("ix_post_country_code"), "post", ["country_code"], unique=False)
    op.create_index(op.f("ix_post_kind"), "post", ["kind"], unique=False)
    op.create_index(op.f("ix_post_organization_id"), "post", ["organization_id"], unique=False)
    op.create_table(
        "tenure",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("official_id", sa.BigInteger(), nullable=False, comment="Who held it"),
        sa.Column("post_id", sa.BigInteger(), nullable=False, comment="What was held"),
        sa.Column(
            "held",
            postgresql.DATERANGE(),
            nullable=False,
            comment="From the first day of the period in which it began up to the last day of the period in which it ended; an open end is not known or has not come",
        ),
        sa.Column(
            "held_lower_precision",
            sa.Text(),
            nullable=True,
            comment="How much of the beginning is known; null when it is unknown",
        ),
        sa.Column(
            "held_upper_precision",
            sa.Text(),
            nullable=True,
            comment="How much of the end is known; null when unknown or still in the post",
        ),
        postgresql.ExcludeConstraint(
            (sa.column("official_id"), "="),
            (sa.column("post_id"), "="),
            (sa.column("held"), "&&"),
            using="gist",
            name="ex_tenure_official_post_overlap",
        ),
        sa.CheckConstraint(
            "NOT isempty(held) AND (lower_inf(held) = (held_lower_precision IS NULL)) AND (held_lower_precision IS NULL OR held_lower_precision IN ('year', 'month', 'day')) AND (upper_inf(held) = (held_upper_precision IS NULL)) AND (held_upper_precision IS NULL OR held_upper_precision IN ('year', 'month', 'day'))",
            name=op.f("ck_tenure_held_partial"),
        ),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_tenure_official_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_tenure_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenure")),
        sa.UniqueConstraint("official_id", "id", name=op.f("uq_tenure_official_id_id")),
        comment="One official's time in one post",
    )
    op.create_index(op.f("ix_tenure_post_id"), "tenure", ["post_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_tenure_post_id"), table_name="tenure")
    op.drop_table("tenure")
    op.drop_index(op.f("ix_post_organization_id"), table_name="post")
    op.drop_index(op.f("ix_post_kind"), table_name="post")
    op.drop_index(op.f("ix_post_country_code"), table_name="post")
    op.drop_table("post")
    op.drop_index(
        op.f("ix_organization_member_member_organization_id"), table_name="organization_member"
    )
    op.drop_index(op.f("ix_organization_member_country_code"), table_name="organization_member")
    op.drop_table("organization_member")
    op.drop_table("official_name")
    op.drop_index(op.f("ix_organization_parent_id"), table_name="organization")
    op.drop_index(op.f("ix_organization_kind"), table_name="organization")
    op.drop_index(op.f("ix_organization_country_code"), table_name="organization")
    op.drop_index(op.f("ix_organization_acronym"), table_name="organization")
    op.drop_table("organization")
    op.drop_index(op.f("ix_official_country_code"), table_name="official")
    op.drop_table("official")
    op.drop_table("country")
