"""Reports that people keep, version by version."""

import datetime as dt
from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import not_blank


class SavedReport(Identified, Base):
    """A report that somebody keeps."""

    __tablename__ = "saved_report"
    __table_args__ = (
        CheckConstraint("slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'", name="slug_format"),
        not_blank("title_en", "title_fr"),
        {"comment": "One report that somebody keeps, whatever its versions"},
    )

    slug: Mapped[str] = mapped_column(unique=True, comment="Its name in addresses")
    title_en: Mapped[str] = mapped_column(comment="Title in English")
    title_fr: Mapped[str] = mapped_column(comment="Title in French")
    owner_id: Mapped[int | None] = points_to("account.id", "Whose it is")
    created_at: Mapped[dt.datetime] = mapped_column(
        server_default=func.now(), comment="When it was first kept"
    )


class SavedReportVersion(Identified, Base):
    """A version of a kept report; never changed once written."""

    __tablename__ = "saved_report_version"
    __table_args__ = (
        UniqueConstraint("saved_report_id", "number"),
        CheckConstraint("number > 0", name="number_positive"),
        not_blank("query"),
        {"comment": "One version of a kept report"},
    )

    saved_report_id: Mapped[int] = points_to(
        "saved_report.id", "The report", ondelete="CASCADE", index=False
    )
    number: Mapped[int] = mapped_column(comment="1 for the first version, then upwards")
    query: Mapped[str] = mapped_column(comment="Its SQL")
    parameters: Mapped[dict[str, Any]] = mapped_column(
        JSONB, server_default="{}", comment="Its parameters and their values"
    )
    author_id: Mapped[int | None] = points_to("account.id", "Who wrote this version")
    created_at: Mapped[dt.datetime] = mapped_column(
        server_default=func.now(), comment="When this version was kept"
    )
