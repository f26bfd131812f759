"""What search and lists read; kept by the database from the rows that it speaks of."""

import datetime as dt

from sqlalchemy import Computed, Index, Text, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import UNTRACKED, Base, points_to


class AgreementSearch(Base):
    """The words that find an agreement."""

    __tablename__ = "agreement_search"
    __table_args__ = (
        Index(None, "words", postgresql_using="gin"),
        Index(None, "dated_on", "agreement_id"),
        {
            "comment": "The words by which one agreement is found; kept by the database",
            "info": UNTRACKED,
        },
    )

    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", index=False, primary_key=True
    )
    dated_on: Mapped[dt.date] = mapped_column(
        comment="The agreement's dated_on, for reading in its order; 0001-01-01 where it has none"
    )
    words: Mapped[str] = mapped_column(
        TSVECTOR,
        comment="Every word of its reference, titles, places and summaries, and of the names of"
        " its form, parties, officials, minerals and sectors, the other names included, as"
        " public.words writes them",
    )


class AgreementCountry(Base):
    """An agreement's place in the list of a country that is a party to it."""

    __tablename__ = "agreement_country"
    __table_args__ = (
        {
            "comment": "One agreement in the list of one of its countries, in the list's order;"
            " kept by the database",
            "info": UNTRACKED,
        },
    )

    country_code: Mapped[str] = points_to("country.code", "A party", index=False, primary_key=True)
    dated_on: Mapped[dt.date] = mapped_column(
        primary_key=True, comment="The agreement's dated_on; 0001-01-01 where it has none"
    )
    agreement_id: Mapped[int] = points_to(
        "agreement.id", "The agreement", ondelete="CASCADE", primary_key=True
    )


class SearchWord(Base):
    """A word that is known, so that what is close to it can be taken for a misspelling."""

    __tablename__ = "search_word"
    __table_args__ = (
        Index(
            "ix_search_word_letters",
            "word",
            postgresql_using="gin",
            postgresql_ops={"word": "gin_trgm_ops"},
            postgresql_where=text("word !~ '[0-9]'"),
        ),
        {
            "comment": "One word of the agreements, or of a name; kept by the database",
            "info": UNTRACKED,
        },
    )

    word: Mapped[str] = mapped_column(
        Text(collation="C"), primary_key=True, comment="The word, as public.words writes it"
    )
    agreements: Mapped[int] = mapped_column(
        comment="In how many agreements it was when they were last counted; 1 for a word that came"
        " since, 0 for one that is only in names"
    )
    sound: Mapped[str] = mapped_column(
        Text(collation="C"),
        Computed("public.sounds(word)", persisted=True),
        index=True,
        comment="The word as public.sounds writes it; made by the database",
    )
