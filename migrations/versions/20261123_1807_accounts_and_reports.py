"""Accounts, reviews and kept reports."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261123_1807"
down_revision = "20261123_1806"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column(
            "email", sa.Text(), nullable=False, comment="Address to sign in with, lower case"
        ),
        sa.Column(
            "display_name",
            sa.Text(),
            nullable=False,
            comment="Name shown beside what the person did",
        ),
        sa.Column(
            "active",
            sa.Boolean(),
            server_default="true",
            nullable=False,
            comment="False once the account is disabled",
        ),
        sa.Column(
            "created_at",
            sa.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When the account was made",
        ),
        sa.CheckConstraint(
            "(display_name IS NULL OR display_name ~ '\\S')",
            name=op.f("ck_account_display_name_not_blank"),
        ),
        sa.CheckConstraint(
            "email = lower(email) AND email ~ '^[^@[:space:]]+@[^@[:space:]]+$'",
            name=op.f("ck_account_email_format"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        comment="One person who uses the site",
    )
    op.create_table(
        "role",
        sa.Column("code", sa.Text(), nullable=False, comment="The role as the program knows it"),
        sa.Column("label_en", sa.Text(), nullable=False, comment="The role in English"),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="The role in French"),
        sa.CheckConstraint(
            "(code IS NULL OR code ~ '\\S') AND (label_en IS NULL OR label_en ~ '\\S') AND (label_fr IS NULL OR label_fr ~ '\\S')",
            name=op.f("ck_role_code_and_others_not_blank"),
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_role")),
        comment="One role: reader, editor, reviewer or administrator",
    )
    op.create_table(
        "account_role",
        sa.Column("account_id", sa.BigInteger(), nullable=False, comment="The account"),
        sa.Column("role_code", sa.Text(), nullable=False, comment="The role"),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["account.id"],
            name=op.f("fk_account_role_account_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["role_code"], ["role.code"], name=op.f("fk_account_role_role_code"), onupdate="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", "role_code", name=op.f("pk_account_role")),
        comment="One role that one account has",
    )
    op.create_index(op.f("ix_account_role_role_code"), "account_role", ["role_code"], unique=False)
    op.create_table(
        "saved_report",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("slug", sa.Text(), nullable=False, comment="Its name in addresses"),
        sa.Column("title_en", sa.Text(), nullable=False, comment="Title in English"),
        sa.Column("title_fr", sa.Text(), nullable=False, comment="Title in French"),
        sa.Column("owner_id", sa.BigInteger(), nullable=True, comment="Whose it is"),
        sa.Column(
            "created_at",
            sa.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When it was first kept",
        ),
        sa.CheckConstraint(
            "(title_en IS NULL OR title_en ~ '\\S') AND (title_fr IS NULL OR title_fr ~ '\\S')",
            name=op.f("ck_saved_report_title_en_and_others_not_blank"),
        ),
        sa.CheckConstraint(
            "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name=op.f("ck_saved_report_slug_format")
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["account.id"], name=op.f("fk_saved_report_owner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_report")),
        sa.UniqueConstraint("slug", name=op.f("uq_saved_report_slug")),
        comment="One report that somebody keeps, whatever its versions",
    )
    op.create_index(op.f("ix_saved_report_owner_id"), "saved_report", ["owner_id"], unique=False)
    op.create_table(
        "review",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.Column(
            "state", sa.Text(), nullable=False, comment="draft, submitted, verified or returned"
        ),
        sa.Column(
            "reviewer_id", sa.BigInteger(), nullable=True, comment="Who verified or returned it"
        ),
        sa.Column(
            "decided_at",
            sa.TIMESTAMP(timezone=True),
            nullable=True,
            comment="When it was verified or returned",
        ),
        sa.Column("reason", sa.Text(), nullable=True, comment="Why; never empty for a return"),
        sa.CheckConstraint(
            "(reason IS NULL OR reason ~ '\\S')", name=op.f("ck_review_reason_not_blank")
        ),
        sa.CheckConstraint(
            "(state IN ('verified', 'returned')) = (reviewer_id IS NOT NULL) AND (state IN ('verified', 'returned')) = (decided_at IS NOT NULL)",
            name=op.f("ck_review_decision_has_reviewer_and_time"),
        ),
        sa.CheckConstraint(
            "state <> 'returned' OR reason IS NOT NULL", name=op.f("ck_review_return_has_reason")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'verified', 'returned')",
            name=op.f("ck_review_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_review_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["reviewer_id"], ["account.id"], name=op.f("fk_review_reviewer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint("agreement_id", "id", name=op.f("uq_review_agreement_id_id")),
        comment="One step in the review of an agreement's record; the latest holds",
    )
    op.create_index(op.f("ix_review_reviewer_id"), "review", ["reviewer_id"], unique=False)
    op.create_table(
        "saved_report_version",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column("saved_report_id", sa.BigInteger(), nullable=False, comment="The report"),
        sa.Column(
            "number",
            sa.BigInteger(),
            nullable=False,
            comment="1 for the first version, then upwards",
        ),
        sa.Column("query", sa.Text(), nullable=False, comment="Its SQL"),
        sa.Column(
            "parameters",
            postgresql.JSONB(astext_type=sa.Text()),
            server_default="{}",
            nullable=False,
            comment="Its parameters and their values",
        ),
        sa.Column("author_id", sa.BigInteger(), nullable=True, comment="Who wrote this version"),
        sa.Column(
            "created_at",
            sa.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When this version was kept",
        ),
        sa.CheckConstraint(
            "(query IS NULL OR query ~ '\\S')", name=op.f("ck_saved_report_version_query_not_blank")
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_saved_report_version_number_positive")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_saved_report_version_author_id")
        ),
        sa.ForeignKeyConstraint(
            ["saved_report_id"],
            ["saved_report.id"],
            name=op.f("fk_saved_report_version_saved_report_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_report_version")),
        sa.UniqueConstraint(
            "saved_report_id", "number", name=op.f("uq_saved_report_version_saved_report_id_number")
        ),
        comment="One version of a kept report",
    )
    op.create_index(
        op.f("ix_saved_report_version_author_id"),
        "saved_report_version",
        ["author_id"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_saved_report_version_author_id"), table_name="saved_report_version")
    op.drop_table("saved_report_version")
    op.drop_index(op.f("ix_review_reviewer_id"), table_name="review")
    op.drop_table("review")
    op.drop_index(op.f("ix_saved_report_owner_id"), table_name="saved_report")
    op.drop_table("saved_report")
    op.drop_index(op.f("ix_account_role_role_code"), table_name="account_role")
    op.drop_table("account_role")
    op.drop_table("role")
    op.drop_table("account")
