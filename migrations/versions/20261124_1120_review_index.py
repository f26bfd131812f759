"""An index by where agreements stand in review, in the order of their list."""

from alembic import op

revision = "20261124_1120"
down_revision = "20261123_2200"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for schema in ("public", "history"):  # the past is read in the same orders
        op.execute(
            f"CREATE INDEX ix_agreement_review_state_dated_on_id ON {schema}.agreement"
            " (review_state, coalesce(dated_on, DATE '0001-01-01'), id)"
        )


def downgrade() -> None:
    for schema in ("public", "history"):
        op.execute(f"DROP INDEX {schema}.ix_agreement_review_state_dated_on_id")
