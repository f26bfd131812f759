"""Agreements in the lists of their countries, in the order of the lists."""

import sqlalchemy as sa
from alembic import op

revision = "20261127_2240"
down_revision = "20261124_1120"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agreement_country",
        sa.Column("country_code", sa.Text(), nullable=False, comment="A party"),
        sa.Column(
            "dated_on",
            sa.Date(),
            nullable=False,
            comment="The agreement's dated_on; 0001-01-01 where it has none",
        ),
        sa.Column("agreement_id", sa.BigInteger(), nullable=False, comment="The agreement"),
        sa.ForeignKeyConstraint(
            ["agreement_id"],
            ["agreement.id"],
            name=op.f("fk_agreement_country_agreement_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["country_code"],
            ["country.code"],
            name=op.f("fk_agreement_country_country_code"),
            onupdate="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "country_code", "dated_on", "agreement_id", name=op.f("pk_agreement_country")
        ),
        comment="One agreement in the list of one of its countries, in the list's order; kept by the database",
    )
    op.create_index(
        op.f("ix_agreement_country_agreement_id"), "agreement_country", ["agreement_id"]
    )
    # The list of countries tells from statistics how many agreements each has: of all of them.
    op.execute("ALTER TABLE agreement_party ALTER country_code SET STATISTICS 400")


def downgrade() -> None:
    op.execute("ALTER TABLE agreement_party ALTER country_code SET STATISTICS DEFAULT")
    op.drop_table("agreement_country")
