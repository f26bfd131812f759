"""Runs migrations: on the connection or engine handed in, else on the settings' database."""

from alembic import context
from sqlalchemy import Connection, Engine

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
if isinstance(given, Connection):
    run(given)
elif isinstance(given, Engine):
    with given.begin() as connection:
        run(connection)
else:
    with open_database(Settings()) as database, database.owner.begin() as connection:
        run(connection)
