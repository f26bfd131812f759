"""What people call countries, minerals, organizations and the field's terms beside their names.

One table for all of them, so that one index answers who is called so.
``docs/decisions/0017-other-names.md`` tells what else was weighed.
"""

import datetime as dt

from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.postgresql import DATERANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import OtherNameKind
from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import (
    exactly_one,
    letters_indexes,
    not_blank,
    one_of,
    range_precision_check,
)

NAMED = ("country_code", "mineral_code", "organization_id", "sector_code", "agreement_form_code")
"""The columns of which one says what is called so."""


class OtherName(Identified, Base):
    """A name beside those that a record is shown by."""

    __tablename__ = "other_name"
    __table_args__ = (
        exactly_one(NAMED, "one_named"),
        UniqueConstraint("country_code", "id"),
        UniqueConstraint("mineral_code", "id"),
        UniqueConstraint("organization_id", "id"),
        UniqueConstraint("sector_code", "id"),
        UniqueConstraint(
            *NAMED,
            "text",
            "language",
            name="uq_other_name_once",
            postgresql_nulls_not_distinct=True,
        ),
        *letters_indexes("other_name", "text"),
        one_of("kind", OtherNameKind),
        range_precision_check("used"),
        not_blank("text", "language", "script"),
        {
            "comment": "Another name of a country, mineral, organization, sector or form of"
            " instrument"
        },
    )

    country_code: Mapped[str | None] = points_to(
        "country.code", "The country called so", ondelete="CASCADE", index=False
    )
    mineral_code: Mapped[str | None] = points_to(
        "mineral.code", "The mineral called so", ondelete="CASCADE", index=False
    )
    organization_id: Mapped[int | None] = points_to(
        "organization.id", "The organization called so", ondelete="CASCADE", index=False
    )
    sector_code: Mapped[str | None] = points_to(
        "sector.code", "The sector called so", ondelete="CASCADE", index=False
    )
    agreement_form_code: Mapped[str | None] = points_to(
        "agreement_form.code", "The form of instrument called so", ondelete="CASCADE"
    )
    text: Mapped[str] = mapped_column(comment="The name as written")
    language: Mapped[str | None] = mapped_column(comment="Language it is in (BCP 47)")
    script: Mapped[str | None] = mapped_column(comment="Script it is written in (ISO 15924)")
    kind: Mapped[str] = mapped_column(
        comment="official (in full), short, abbreviation, former, or variant (another name in use)"
    )
    used: Mapped[Range[dt.date]] = mapped_column(
        DATERANGE,
        server_default="(,)",
        comment="From the first day of the period in which it came into use up to the last day of"
        " the period in which it went out of it; an open end is not known or has not come",
    )
    used_lower_precision: Mapped[str | None] = mapped_column(
        comment="How much of the beginning is known; null when it is unknown"
    )
    used_upper_precision: Mapped[str | None] = mapped_column(
        comment="How much of the end is known; null when unknown or still in use"
    )
