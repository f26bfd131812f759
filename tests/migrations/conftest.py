from typing import Any

import pytest
from sqlalchemy import Engine

from tracker.db.engine import Database
from tracker.paths import MIGRATIONS


@pytest.fixture
def alembic_config() -> dict[str, Any]:
    """Where pytest-alembic finds the migrations."""
    return {"script_location": str(MIGRATIONS)}


@pytest.fixture
def alembic_engine(empty_database: Database) -> Engine:
    """The owner's connections to a database in which no migration has run."""
    return empty_database.owner
