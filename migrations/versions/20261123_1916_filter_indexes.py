"""Indexes by what filters events and sources, in the order of their lists."""

from alembic import op

revision = "20261123_1916"
down_revision = "20261123_1915"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DROP INDEX public.ix_event_kind")
    for table, column, date in (
        ("event", "kind", "starts_on"),
        ("document", "class", "published_on"),
        ("document", "language", "published_on"),
    ):
        op.execute(
            f"CREATE INDEX ix_{table}_{column}_{date}_id ON public.{table}"
            f" ({column}, coalesce({date}, DATE '0001-01-01'), id)"
        )


def downgrade() -> None:
    op.execute("CREATE INDEX ix_event_kind ON public.event (kind)")
    for name in (
        "ix_event_kind_starts_on_id",
        "ix_document_class_published_on_id",
        "ix_document_language_published_on_id",
    ):
        op.execute(f"DROP INDEX public.{name}")
