"""Sectors, minerals, their trade codes, and the lists in which governments call them critical."""

import datetime as dt

from sqlalchemy import CheckConstraint, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import ListingClass
from tracker.models.base import Base, Identified, Named, points_to
from tracker.models.columns import (
    exactly_one,
    not_blank,
    one_of,
    partial_date_check,
)
from tracker.models.vocabularies import CODE_PATTERN


class Sector(Named, Base):
    """A field of cooperation, in a small tree."""

    __tablename__ = "sector"
    __table_args__ = (
        CheckConstraint(f"code ~ '{CODE_PATTERN}'", name="code_format"),
        CheckConstraint("parent_code <> code", name="parent_is_another"),
        not_blank("name_en", "name_fr"),
        {"comment": "One field of cooperation, such as critical minerals or energy"},
    )

    code: Mapped[str] = mapped_column(
        primary_key=True, sort_order=-10, comment="The sector as written in data and queries"
    )
    parent_code: Mapped[str | None] = points_to("sector.code", "The wider sector")
    position: Mapped[int] = mapped_column(
        SmallInteger, server_default="0", comment="Place in lists, smallest first"
    )


class Mineral(Named, Base):
    """A mineral, metal or material, or a group of them."""

    __tablename__ = "mineral"
    __table_args__ = (
        CheckConstraint(f"code ~ '{CODE_PATTERN}'", name="code_format"),
        CheckConstraint("group_code <> code", name="group_is_another"),
        CheckConstraint("atomic_number BETWEEN 1 AND 118", name="atomic_number_known"),
        not_blank("name_en", "name_fr", "symbol"),
        {"comment": "One mineral, metal or material, or a group such as the rare earths"},
    )

    code: Mapped[str] = mapped_column(
        primary_key=True, sort_order=-10, comment="The mineral as written in data and queries"
    )
    symbol: Mapped[str | None] = mapped_column(comment="Chemical symbol or formula")
    atomic_number: Mapped[int | None] = mapped_column(
        SmallInteger, comment="Atomic number, for a chemical element"
    )
    group_code: Mapped[str | None] = points_to(
        "mineral.code", "The group it belongs to, such as rare_earth_elements"
    )


class MineralHs(Identified, Base):
    """A trade code under which a mineral crosses borders."""

    __tablename__ = "mineral_hs"
    __table_args__ = (
        UniqueConstraint("mineral_code", "id"),
        UniqueConstraint("mineral_code", "hs6"),
        CheckConstraint("hs6 ~ '^[0-9]{6}$'", name="hs6_format"),
        not_blank("description_en", "description_fr"),
        {"comment": "One Harmonized System subheading under which a mineral is traded"},
    )

    mineral_code: Mapped[str] = points_to(
        "mineral.code", "The mineral", ondelete="CASCADE", index=False
    )
    hs6: Mapped[str] = mapped_column(index=True, comment="Six-digit HS subheading")
    description_en: Mapped[str] = mapped_column(comment="What the subheading covers, in English")
    description_fr: Mapped[str | None] = mapped_column(
        comment="What the subheading covers, in French"
    )


class CriticalityList(Identified, Named, Base):
    """An edition of a government's list of critical minerals."""

    __tablename__ = "criticality_list"
    __table_args__ = (
        UniqueConstraint("name_en"),
        exactly_one(("country_code", "organization_id"), "one_issuer"),
        partial_date_check("published_on"),
        not_blank("name_en", "name_fr", "edition"),
        {"comment": "One edition of a government's or union's list of critical minerals"},
    )

    country_code: Mapped[str | None] = points_to("country.code", "The issuer, if a country")
    organization_id: Mapped[int | None] = points_to(
        "organization.id", "The issuer, if an organization such as the EU"
    )
    edition: Mapped[str] = mapped_column(comment="Which edition, usually its year")
    published_on: Mapped[dt.date | None] = mapped_column(
        comment="When it was published: first day of the period known"
    )
    published_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of published_on is known: year, month or day"
    )
    note_en: Mapped[str | None] = mapped_column(comment="Remark in English")
    note_fr: Mapped[str | None] = mapped_column(comment="Remark in French")


class CriticalityListing(Identified, Base):
    """A mineral on a list."""

    __tablename__ = "criticality_listing"
    __table_args__ = (
        UniqueConstraint("criticality_list_id", "id"),
        UniqueConstraint("criticality_list_id", "mineral_code", "listed_as"),
        one_of("class", ListingClass),
        not_blank("listed_as"),
        {"comment": "One entry of a criticality list"},
    )

    criticality_list_id: Mapped[int] = points_to(
        "criticality_list.id", "The list", ondelete="CASCADE", index=False
    )
    mineral_code: Mapped[str] = points_to("mineral.code", "The mineral listed")
    listed_as: Mapped[str] = mapped_column(comment="The entry's wording on the list")
    class_: Mapped[str] = mapped_column("class", comment="How high the list ranks it")
    note: Mapped[str | None] = mapped_column(comment="Remark on the entry, as its source has it")
