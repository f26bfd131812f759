"""Countries and territories: those of ISO 3166, those it left out, and those that are no more."""

import datetime as dt

from sqlalchemy import CheckConstraint
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Named
from tracker.models.columns import not_blank, range_precision_check


class Country(Named, Base):
    """A country or territory."""

    __tablename__ = "country"
    __table_args__ = (
        CheckConstraint("code ~ '^[A-Z]{2}$'", name="code_alpha2"),
        CheckConstraint("alpha3 ~ '^[A-Z]{3}$'", name="alpha3_format"),
        not_blank("name_en", "name_fr", "note_en", "note_fr"),
        range_precision_check("existed"),
        {"comment": "One country or territory, of ISO 3166 but for Kosovo"},
    )

    code: Mapped[str] = mapped_column(
        primary_key=True, sort_order=-10, comment="ISO 3166 alpha-2 code; NA is Namibia, XK Kosovo"
    )
    alpha3: Mapped[str] = mapped_column(unique=True, comment="ISO 3166-1 alpha-3 code")
    region_en: Mapped[str | None] = mapped_column(comment="Region of the world in English (CLDR)")
    region_fr: Mapped[str | None] = mapped_column(comment="Region of the world in French (CLDR)")
    existed: Mapped[Range[dt.date]] = mapped_column(
        DATERANGE,
        server_default="(,)",
        comment="From the first day of the period in which it began up to the last day of the"
        " period in which it ended; an open end is not recorded or has not come",
    )
    existed_lower_precision: Mapped[str | None] = mapped_column(
        comment="How much of its beginning is known; null where it is not recorded"
    )
    existed_upper_precision: Mapped[str | None] = mapped_column(
        comment="How much of its end is known; null where it is there still"
    )
    note_en: Mapped[str | None] = mapped_column(
        comment="What it is, where that is asked, in English"
    )
    note_fr: Mapped[str | None] = mapped_column(
        comment="What it is, where that is asked, in French"
    )
