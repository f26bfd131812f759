"""Addresses of sources of any length: unique by an index that holds a hash of each."""

from alembic import op

revision = "20261130_1915"
down_revision = "20261130_1910"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("""
        ALTER TABLE document DROP CONSTRAINT uq_document_url;
        ALTER TABLE document ADD CONSTRAINT uq_document_url EXCLUDE USING hash (url WITH =);
        -- Nobody looks an address up in the past.
        DROP INDEX history.ix_document_url;
    """)


def downgrade() -> None:
    op.execute("""
        CREATE INDEX ix_document_url ON history.document (url);
        ALTER TABLE document DROP CONSTRAINT uq_document_url;
        ALTER TABLE document ADD CONSTRAINT uq_document_url UNIQUE (url);
    """)
