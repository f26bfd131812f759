"""Sources: documents, and the passages quoted from them."""

import datetime as dt

from sqlalchemy import CheckConstraint, UniqueConstraint, column
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.vocabularies import DocumentClass
from tracker.models.base import Base, Identified, points_to
from tracker.models.columns import (
    date_index,
    letters_indexes,
    not_blank,
    one_of,
    partial_date_check,
    text_index,
)


class Document(Identified, Base):
    """A source."""

    __tablename__ = "document"
    __table_args__ = (
        # Unique, by an index that holds a hash: an address may be longer than others can hold.
        ExcludeConstraint((column("url"), "="), name="uq_document_url", using="hash"),
        one_of("class", DocumentClass),
        partial_date_check("published_on"),
        CheckConstraint("url ~ '^https?://[^[:space:]]+$'", name="url_format"),
        CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256_format"),
        CheckConstraint(
            "text IS NULL OR sha256 IS NOT DISTINCT FROM"
            " encode(sha256(convert_to(text, 'UTF8')), 'hex')",
            name="text_has_its_sha256",
        ),
        CheckConstraint("url IS NOT NULL OR title IS NOT NULL", name="can_be_found"),
        not_blank("publisher", "title"),
        date_index("document", "published_on"),
        date_index("document", "published_on", "class"),
        date_index("document", "published_on", "language"),
        text_index("document", "publisher"),
        text_index("document", "title", "coalesce(title, url)"),
        *letters_indexes("document", "title", "publisher", "url"),
        {"comment": "One source that facts are cited from"},
    )

    url: Mapped[str | None] = mapped_column(comment="Where it can be read")
    publisher: Mapped[str] = mapped_column(comment="Who published it")
    title: Mapped[str | None] = mapped_column(comment="Its title, in its own language")
    language: Mapped[str | None] = mapped_column(comment="Language it is written in (BCP 47)")
    class_: Mapped[str] = mapped_column(
        "class", comment="primary, official_statement, news, analysis or reference"
    )
    published_on: Mapped[dt.date | None] = mapped_column(
        comment="When it was published: first day of the period known"
    )
    published_on_precision: Mapped[str | None] = mapped_column(
        comment="How much of published_on is known: year, month or day"
    )
    retrieved_at: Mapped[dt.datetime | None] = mapped_column(comment="When it was last read")
    text: Mapped[str | None] = mapped_column(
        comment="Its full text, where it may be kept or a reader has attached it"
    )
    sha256: Mapped[str | None] = mapped_column(
        comment="SHA-256 of the full text in UTF-8, known even where the text is not kept"
    )
    note: Mapped[str | None] = mapped_column(comment="Remark for those who check it")


class Passage(Identified, Base):
    """Words quoted from a document."""

    __tablename__ = "passage"
    __table_args__ = (
        UniqueConstraint("document_id", "id"),
        UniqueConstraint(
            "document_id", "sha256", "start_offset", postgresql_nulls_not_distinct=True
        ),
        CheckConstraint(
            "sha256 = encode(sha256(convert_to(exact, 'UTF8')), 'hex')", name="exact_has_its_sha256"
        ),
        CheckConstraint("(start_offset IS NULL) = (end_offset IS NULL)", name="position_whole"),
        CheckConstraint(
            "start_offset >= 0 AND end_offset - start_offset = char_length(exact)",
            name="position_fits",
        ),
        not_blank("exact"),
        {"comment": "One quotation from a document, as W3C Web Annotation selectors describe it"},
    )

    document_id: Mapped[int] = points_to(
        "document.id", "The document", ondelete="CASCADE", index=False
    )
    exact: Mapped[str] = mapped_column(comment="The words, verbatim, in the original language")
    prefix: Mapped[str | None] = mapped_column(comment="What stands just before")
    suffix: Mapped[str | None] = mapped_column(comment="What stands just after")
    start_offset: Mapped[int | None] = mapped_column(
        comment="Where the words begin in the full text, in code points from 0"
    )
    end_offset: Mapped[int | None] = mapped_column(
        comment="Where the words end in the full text, exclusive"
    )
    sha256: Mapped[str] = mapped_column(comment="SHA-256 of the words in UTF-8, stated apart")
    language: Mapped[str | None] = mapped_column(comment="Language of the words (BCP 47)")
    translation_en: Mapped[str | None] = mapped_column(comment="Translation into English, ours")
    translation_fr: Mapped[str | None] = mapped_column(comment="Translation into French, ours")
