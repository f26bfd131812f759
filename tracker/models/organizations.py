"""Ministries, agencies, companies, unions, forums: whatever acts and is not a country."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint, column
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Identified, Named, points_to
from tracker.models.columns import (
    exactly_one,
    letters_indexes,
    not_blank,
    range_precision_check,
    text_index,
)


class Organization(Identified, Named, Base):
    """A body that acts; a union can be a party as a country can."""

    __tablename__ = "organization"
    __table_args__ = (
        UniqueConstraint("name_en", "country_code", postgresql_nulls_not_distinct=True),
        CheckConstraint("parent_id <> id", name="parent_is_another"),
        not_blank("name_en", "name_fr", "acronym"),
        text_index("organization", "name_en"),
        text_index("organization", "name_fr"),
        *letters_indexes("organization", "name_en", "name_fr", "acronym"),
        {"comment": "One ministry, agency, company, union, forum or other body"},
    )

    kind: Mapped[str] = points_to("organization_kind.code", "What kind of body it is")
    acronym: Mapped[str | None] = mapped_column(
        index=True, comment="Short name, such as EU or C5+1"
    )
    country_code: Mapped[str | None] = points_to(
        "country.code", "The country it belongs to; null for an international body"
    )
    parent_id: Mapped[int | None] = points_to("organization.id", "The body it is a part of")


class OrganizationMember(Identified, Base):
    """A membership for a span of time."""

    __tablename__ = "organization_member"
    __table_args__ = (
        UniqueConstraint("organization_id", "id"),
        exactly_one(("country_code", "member_organization_id"), "one_member"),
        CheckConstraint("member_organization_id <> organization_id", name="member_is_another"),
        range_precision_check("valid"),
        ExcludeConstraint(
            (column("organization_id"), "="),
            (column("country_code"), "="),
            (column("valid"), "&&"),
            name="ex_organization_member_country_overlap",
            using="gist",
        ),
        ExcludeConstraint(
            (column("organization_id"), "="),
            (column("member_organization_id"), "="),
            (column("valid"), "&&"),
            name="ex_organization_member_organization_overlap",
            using="gist",
        ),
        {"comment": "One membership of a country or organization in an organization for a time"},
    )

    organization_id: Mapped[int] = points_to(
        "organization.id", "The body it is a member of", ondelete="CASCADE", index=False
    )
    country_code: Mapped[str | None] = points_to("country.code", "The member, if a country")
    member_organization_id: Mapped[int | None] = points_to(
        "organization.id", "The member, if an organization"
    )
    valid: Mapped[Range[dt.date]] = mapped_column(
        DATERANGE,
        comment="From the first day of the period in which it joined up to the last day of the"
        " period in which it left; an open end is not known or has not come",
    )
    valid_lower_precision: Mapped[str | None] = mapped_column(
        comment="How much of the date of joining is known; null when it is unknown"
    )
    valid_upper_precision: Mapped[str | None] = mapped_column(
        comment="How much of the date of leaving is known; null when unknown or still a member"
    )
