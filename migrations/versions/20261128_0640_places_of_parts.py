"""Places of what an agreement covers, promises and is tied to, in an order that people choose."""

from alembic import op

revision = "20261128_0640"
down_revision = "20261127_2330"
branch_labels = None
depends_on = None

_PLACES = {
    "agreement_scope": "Place in the scope, smallest first",
    "commitment": "Place among the commitments, smallest first",
    "agreement_relation": "Place among the ties, smallest first",
}


def upgrade() -> None:
    for table, comment in _PLACES.items():
        op.execute(f"""
            ALTER TABLE {table} ADD COLUMN position smallint DEFAULT '0' NOT NULL;
            COMMENT ON COLUMN {table}.position IS '{comment}';
            -- As in the table: rows without a place of their own stood, and stand, as they came.
            ALTER TABLE history.{table} ADD COLUMN position smallint DEFAULT '0';
            ALTER TABLE history.{table} ALTER COLUMN position DROP DEFAULT;
            COMMENT ON COLUMN history.{table}.position IS '{comment}';
        """)


def downgrade() -> None:
    for table in _PLACES:
        op.execute(f"""
            ALTER TABLE history.{table} DROP COLUMN position;
            ALTER TABLE {table} DROP COLUMN position;
        """)
