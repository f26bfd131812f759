"""What the seeds wrote, so that seeding again can tell their values from people's edits."""

import datetime as dt
from typing import Any

from sqlalchemy import func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import UNTRACKED, Base, Identified


class SeedRow(Base):
    """A row that the seeds wrote, with the values they gave it."""

    __tablename__ = "seed_row"
    __table_args__ = (
        {"comment": "One row that the seeds wrote, as they last wrote it", "info": UNTRACKED},
    )

    key: Mapped[str] = mapped_column(
        primary_key=True, comment="The row's name in the seeds, such as agreement:A001/party:KZ"
    )
    table_name: Mapped[str] = mapped_column(index=True, comment="The table it stands in")
    row_key: Mapped[str] = mapped_column(comment="Its primary key there, as text")
    content: Mapped[dict[str, Any]] = mapped_column(
        JSONB, comment="The values that the seeds gave it, by column"
    )


class SeedRun(Identified, Base):
    """A run of the seeds that changed or confirmed the database."""

    __tablename__ = "seed_run"
    __table_args__ = ({"comment": "One completed run of the seeds", "info": UNTRACKED},)

    digest: Mapped[str] = mapped_column(comment="SHA-256 over all seed files that were read")
    finished_at: Mapped[dt.datetime] = mapped_column(
        server_default=func.now(), comment="When it was completed"
    )
