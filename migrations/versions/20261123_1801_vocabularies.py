"""The vocabularies that people may extend."""

import sqlalchemy as sa
from alembic import op

revision = "20261123_1801"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for extension in ("btree_gist", "pg_trgm", "unaccent"):
        op.execute(f"CREATE EXTENSION IF NOT EXISTS {extension} WITH SCHEMA public")
    op.execute(
        "CREATE FUNCTION public.fold(text) RETURNS text"
        " LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE"
        " RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1))"
    )
    op.execute("COMMENT ON FUNCTION public.fold IS 'Text as it is compared: no accents, no case'")
    op.create_table(
        "action_kind",
        sa.Column(
            "code",
            sa.Text(),
            nullable=False,
            comment="The word as it is written in data and queries",
        ),
        sa.Column("label_en", sa.Text(), nullable=False, comment="The word in English"),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="The word in French"),
        sa.Column(
            "status",
            sa.Text(),
            nullable=True,
            comment="The agreement's status after such a step; null where it changes nothing",
        ),
        sa.Column(
            "phase",
            sa.SmallInteger(),
            nullable=False,
            comment="1 before the text is made, 2 its making, 3 its effect, 4 its end: a later phase outweighs an earlier one whatever the dates say",
        ),
        sa.Column(
            "dates_text",
            sa.Boolean(),
            server_default="false",
            nullable=False,
            comment="True where such a step is the making of the text, so that its date dates the text",
        ),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place in lists, smallest first",
        ),
        sa.CheckConstraint(
            "(code IS NULL OR code ~ '\\S') AND (label_en IS NULL OR label_en ~ '\\S') AND (label_fr IS NULL OR label_fr ~ '\\S')",
            name=op.f("ck_action_kind_code_and_others_not_blank"),
        ),
        sa.CheckConstraint(
            "status IN ('unknown', 'negotiating', 'announced', 'initialled', 'issued', 'signed', 'operative', 'in_force', 'suspended', 'terminated', 'expired', 'lapsed', 'superseded')",
            name=op.f("ck_action_kind_status_known"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_action_kind")),
        comment="One kind of step in an agreement's life",
    )
    op.create_table(
        "agreement_form",
        sa.Column(
            "code",
            sa.Text(),
            nullable=False,
            comment="The word as it is written in data and queries",
        ),
        sa.Column("label_en", sa.Text(), nullable=False, comment="The word in English"),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="The word in French"),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place in lists, smallest first",
        ),
        sa.CheckConstraint(
            "(code IS NULL OR code ~ '\\S') AND (label_en IS NULL OR label_en ~ '\\S') AND (label_fr IS NULL OR label_fr ~ '\\S')",
            name=op.f("ck_agreement_form_code_and_others_not_blank"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_agreement_form")),
        comment="One form of instrument, after the UN Treaty Collection's terms",
    )
    op.create_table(
        "event_kind",
        sa.Column(
            "code",
            sa.Text(),
            nullable=False,
            comment="The word as it is written in data and queries",
        ),
        sa.Column("label_en", sa.Text(), nullable=False, comment="The word in English"),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="The word in French"),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place in lists, smallest first",
        ),
        sa.CheckConstraint(
            "(code IS NULL OR code ~ '\\S') AND (label_en IS NULL OR label_en ~ '\\S') AND (label_fr IS NULL OR label_fr ~ '\\S')",
            name=op.f("ck_event_kind_code_and_others_not_blank"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_event_kind")),
        comment="One kind of event",
    )
    op.create_table(
        "organization_kind",
        sa.Column(
            "code",
            sa.Text(),
            nullable=False,
            comment="The word as it is written in data and queries",
        ),
        sa.Column("label_en", sa.Text(), nullable=False, comment="The word in English"),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="The word in French"),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place in lists, smallest first",
        ),
        sa.CheckConstraint(
            "(code IS NULL OR code ~ '\\S') AND (label_en IS NULL OR label_en ~ '\\S') AND (label_fr IS NULL OR label_fr ~ '\\S')",
            name=op.f("ck_organization_kind_code_and_others_not_blank"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_organization_kind")),
        comment="One kind of organization",
    )
    op.create_table(
        "post_kind",
        sa.Column(
            "code",
            sa.Text(),
            nullable=False,
            comment="The word as it is written in data and queries",
        ),
        sa.Column("label_en", sa.Text(), nullable=False, comment="The word in English"),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="The word in French"),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place in lists, smallest first",
        ),
        sa.CheckConstraint(
            "(code IS NULL OR code ~ '\\S') AND (label_en IS NULL OR label_en ~ '\\S') AND (label_fr IS NULL OR label_fr ~ '\\S')",
            name=op.f("ck_post_kind_code_and_others_not_blank"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_post_kind")),
        comment="One kind of post that an official can hold",
    )
    op.create_table(
        "value_chain_stage",
        sa.Column(
            "code",
            sa.Text(),
            nullable=False,
            comment="The word as it is written in data and queries",
        ),
        sa.Column("label_en", sa.Text(), nullable=False, comment="The word in English"),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="The word in French"),
        sa.Column(
            "position",
            sa.SmallInteger(),
            server_default="0",
            nullable=False,
            comment="Place in lists, smallest first",
        ),
        sa.CheckConstraint(
            "(code IS NULL OR code ~ '\\S') AND (label_en IS NULL OR label_en ~ '\\S') AND (label_fr IS NULL OR label_fr ~ '\\S')",
            name=op.f("ck_value_chain_stage_code_and_others_not_blank"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_value_chain_stage")),
        comment="One stage of a mineral's value chain, or one activity around it",
    )


def downgrade() -> None:
    op.drop_table("value_chain_stage")
    op.drop_table("post_kind")
    op.drop_table("organization_kind")
    op.drop_table("event_kind")
    op.drop_table("agreement_form")
    op.drop_table("action_kind")
    op.execute("DROP FUNCTION public.fold")
    for extension in ("unaccent", "pg_trgm", "btree_gist"):
        op.execute(f"DROP EXTENSION {extension}")
