"""Closer checks: spans at their precision, events that end within a period, sums, phases."""

from alembic import op

revision = "20261123_1809"
down_revision = "20261123_1808"
branch_labels = None
depends_on = None


def span_with_precisions(span: str) -> str:
    return (
        f"NOT isempty({span})"
        f" AND (lower_inf({span}) = ({span}_lower_precision IS NULL)) AND ({span}_lower_precision IS NULL OR {span}_lower_precision IN ('year', 'month', 'day'))"
        f" AND (upper_inf({span}) = ({span}_upper_precision IS NULL)) AND ({span}_upper_precision IS NULL OR {span}_upper_precision IN ('year', 'month', 'day'))"
    )


def span_of_periods(span: str) -> str:
    return (
        f"NOT isempty({span})"
        f" AND CASE WHEN lower_inf({span}) THEN {span}_lower_precision IS NULL ELSE lower({span}) BETWEEN '1800-01-01' AND '2199-12-31' AND CASE {span}_lower_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM lower({span})) = 1 WHEN 'year' THEN extract(doy FROM lower({span})) = 1 ELSE false END END"
        f" AND CASE WHEN upper_inf({span}) THEN {span}_upper_precision IS NULL ELSE upper({span}) - 1 BETWEEN '1800-01-01' AND '2199-12-31' AND CASE {span}_upper_precision WHEN 'day' THEN true WHEN 'month' THEN extract(day FROM upper({span})) = 1 WHEN 'year' THEN extract(doy FROM upper({span})) = 1 ELSE false END END"
    )


CHANGED = {
    ("commitment", "amount_not_negative"): ("amount >= 0", "amount >= 0 AND amount < 'NaN'"),
    ("event", "ends_after_start"): (
        "ends_on >= starts_on",
        "ends_on + CASE ends_on_precision WHEN 'year' THEN interval '1 year' WHEN 'month' THEN interval '1 month' ELSE interval '1 day' END > starts_on",
    ),
    ("organization_member", "valid_partial"): (
        span_with_precisions("valid"),
        span_of_periods("valid"),
    ),
    ("tenure", "held_partial"): (span_with_precisions("held"), span_of_periods("held")),
}
"""By table and name: the condition before, and from now on."""


def upgrade() -> None:
    op.create_check_constraint(
        op.f("ck_action_kind_phase_known"), "action_kind", "phase BETWEEN 1 AND 4"
    )
    for (table, name), (_, condition) in CHANGED.items():
        replace(table, f"ck_{table}_{name}", condition)


def downgrade() -> None:
    for (table, name), (condition, _) in CHANGED.items():
        replace(table, f"ck_{table}_{name}", condition)
    op.drop_constraint(op.f("ck_action_kind_phase_known"), "action_kind", type_="check")


def replace(table: str, name: str, condition: str) -> None:
    op.drop_constraint(op.f(name), table, type_="check")
    op.create_check_constraint(op.f(name), table, condition)
