"""What the seeds wrote."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261123_1808"
down_revision = "20261123_1807"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "seed_row",
        sa.Column(
            "key",
            sa.Text(),
            nullable=False,
            comment="The row's name in the seeds, such as agreement:A001/party:KZ",
        ),
        sa.Column("table_name", sa.Text(), nullable=False, comment="The table it stands in"),
        sa.Column("row_key", sa.Text(), nullable=False, comment="Its primary key there, as text"),
        sa.Column(
            "content",
            postgresql.JSONB(astext_type=sa.Text()),
            nullable=False,
            comment="The values that the seeds gave it, by column",
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_seed_row")),
        comment="One row that the seeds wrote, as they last wrote it",
    )
    op.create_index(op.f("ix_seed_row_table_name"), "seed_row", ["table_name"], unique=False)
    op.create_table(
        "seed_run",
        sa.Column(
            "id",
            sa.BigInteger(),
            sa.Identity(always=True),
            nullable=False,
            comment="Number given by the database; stable, never used again",
        ),
        sa.Column(
            "digest",
            sa.Text(),
            nullable=False,
            comment="SHA-256 over all seed files that were read",
        ),
        sa.Column(
            "finished_at",
            sa.TIMESTAMP(timezone=True),
            server_default=sa.text("now()"),
            nullable=False,
            comment="When it was completed",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seed_run")),
        comment="One completed run of the seeds",
    )


def downgrade() -> None:
    op.drop_table("seed_run")
    op.drop_index(op.f("ix_seed_row_table_name"), table_name="seed_row")
    op.drop_table("seed_row")
