"""Runs migrations: on the connection that ``tracker migrate`` hands in, or on TRACKER_DATABASE_URL."""

from alembic import context
from sqlalchemy import Connection

from tracker.config import Settings
from tracker.db.engine import open_database
from tracker.models import Base


def run(connection: Connection) -> None:
    """Run the migrations in the caller's transaction."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        compare_type=True,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with open_database(Settings()) as database, database.owner.begin() as own:
        run(own)
