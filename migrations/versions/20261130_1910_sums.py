"""How a sum of money is meant: exact, up to, at least, about, or a range with its upper end."""

from alembic import op

revision = "20261130_1910"
down_revision = "20261128_0640"
branch_labels = None
depends_on = None

_AMOUNT = "Sum of money, in units of the currency"
_LOWER = f"{_AMOUNT}; of a range the lower end"
_BOUND = "How the amount is meant: exact, up_to, at_least, about or between"
_UPPER = "The upper end of a range, in units of the currency"


def upgrade() -> None:
    op.execute("""
        ALTER TABLE commitment
            ADD COLUMN amount_bound text DEFAULT 'exact' NOT NULL,
            ADD COLUMN amount_to numeric(20, 2),
            ADD CONSTRAINT ck_commitment_amount_bound_known CHECK (
                amount_bound IN ('exact', 'up_to', 'at_least', 'about', 'between')),
            ADD CONSTRAINT ck_commitment_bound_has_its_amount CHECK (
                amount IS NOT NULL OR amount_bound = 'exact'),
            ADD CONSTRAINT ck_commitment_range_has_both_ends CHECK (
                (amount_bound = 'between') = (amount_to IS NOT NULL)),
            ADD CONSTRAINT ck_commitment_range_ends_above_its_beginning CHECK (
                amount_to > amount AND amount_to < 'NaN');
        ALTER TABLE history.commitment
            ADD COLUMN amount_bound text DEFAULT 'exact',
            ADD COLUMN amount_to numeric(20, 2);
        ALTER TABLE history.commitment ALTER COLUMN amount_bound DROP DEFAULT;
    """)
    for table in ("commitment", "history.commitment"):
        op.execute(f"""
            COMMENT ON COLUMN {table}.amount IS '{_LOWER}';
            COMMENT ON COLUMN {table}.amount_bound IS '{_BOUND}';
            COMMENT ON COLUMN {table}.amount_to IS '{_UPPER}';
        """)


def downgrade() -> None:
    for table in ("history.commitment", "commitment"):
        op.execute(f"""
            ALTER TABLE {table} DROP COLUMN amount_to, DROP COLUMN amount_bound;
            COMMENT ON COLUMN {table}.amount IS '{_AMOUNT}';
        """)
