"""People who hold office, their names, the posts there are, and who held which when."""

import datetime as dt

from sqlalchemy import UniqueConstraint, column
from sqlalchemy.dialects.postgresql import DATERANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import NameKind
from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import (
    letters_indexes,
    not_blank,
    one_of,
    range_precision_check,
    text_index,
)


class Official(Identified, Base):
    """A person, however many spellings the name has."""

    __tablename__ = "official"
    __table_args__ = (
        not_blank("name"),
        text_index("official", "name"),
        *letters_indexes("official", "name"),
        {"comment": "One person who holds or held office"},
    )

    name: Mapped[str] = mapped_column(comment="The spelling this project prefers, in Latin script")
    country_code: Mapped[str | None] = points_to(
        "country.code", "The country the person acts for; null for an international body's"
    )


class OfficialName(Identified, Base):
    """One spelling of a person's name."""

    __tablename__ = "official_name"
    __table_args__ = (
        UniqueConstraint("official_id", "id"),
        UniqueConstraint("official_id", "text", "language", postgresql_nulls_not_distinct=True),
        *letters_indexes("official_name", "text"),
        one_of("kind", NameKind),
        not_blank("text"),
        {"comment": "One spelling of an official's name, as sources write it"},
    )

    official_id: Mapped[int] = points_to(
        "official.id", "Whose name it is", ondelete="CASCADE", index=False
    )
    text: Mapped[str] = mapped_column(comment="The name as written")
    language: Mapped[str | None] = mapped_column(comment="Language it is written in (BCP 47)")
    script: Mapped[str | None] = mapped_column(comment="Script it is written in (ISO 15924)")
    kind: Mapped[str] = mapped_column(
        comment="official, alias, transliteration, inflection (a grammatical case) or misspelling"
    )


class Post(Identified, Base):
    """An office that people hold one after another."""

    __tablename__ = "post"
    __table_args__ = (
        UniqueConstraint(
            "title_en", "organization_id", "country_code", postgresql_nulls_not_distinct=True
        ),
        not_blank("title_en", "title_fr"),
        {"comment": "One office, such as a minister's, that people hold one after another"},
    )

    title_en: Mapped[str] = mapped_column(comment="Title in English")
    title_fr: Mapped[str] = mapped_column(comment="Title in French")
    kind: Mapped[str] = points_to("post_kind.code", "What kind of post it is")
    organization_id: Mapped[int | None] = points_to("organization.id", "The body it belongs to")
    country_code: Mapped[str | None] = points_to("country.code", "The country it belongs to")


class Tenure(Identified, Base):
    """A person in a post for a span of time."""

    __tablename__ = "tenure"
    __table_args__ = (
        UniqueConstraint("official_id", "id"),
        range_precision_check("held"),
        ExcludeConstraint(
            (column("official_id"), "="),
            (column("post_id"), "="),
            (column("held"), "&&"),
            name="ex_tenure_official_post_overlap",
            using="gist",
        ),
        {"comment": "One official's time in one post"},
    )

    official_id: Mapped[int] = points_to(
        "official.id", "Who held it", ondelete="CASCADE", index=False
    )
    post_id: Mapped[int] = points_to("post.id", "What was held")
    held: Mapped[Range[dt.date]] = mapped_column(
        DATERANGE,
        comment="From the first day of the period in which it began up to the last day of the"
        " period in which it ended; an open end is not known or has not come",
    )
    held_lower_precision: Mapped[str | None] = mapped_column(
        comment="How much of the beginning is known; null when it is unknown"
    )
    held_upper_precision: Mapped[str | None] = mapped_column(
        comment="How much of the end is known; null when unknown or still in the post"
    )
