"""Documents and the passages quoted from them."""

import datetime as dt
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from tracker import models
from tracker.domain.quotes import sha256
from tracker.domain.vocabularies import DocumentClass
from tracker.seeding.schema.records import Keyed, Record
from tracker.seeding.values import Date, Text, Translation

Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
Verbatim = Annotated[str, StringConstraints(min_length=1)]


class Passage(Record):
    """Words quoted from the document in which the passage stands."""

    TABLE = models.Passage

    exact: Verbatim
    prefix: Verbatim | None = None
    suffix: Verbatim | None = None
    start_offset: int | None = Field(None, alias="start", ge=0)
    end_offset: int | None = Field(None, alias="end", ge=0)
    sha256: Sha256 | None = None
    language: Text | None = None
    translation: Translation | None = None

    def derived(self) -> dict[str, object]:
        """Fill in the hash and the end, which follow from the words."""
        filled: dict[str, object] = {"sha256": sha256(self.exact)}
        if self.start_offset is not None:
            filled["end_offset"] = self.start_offset + len(self.exact)
        return filled

    @model_validator(mode="after")
    def _fits_its_words(self) -> Self:
        if self.exact != self.exact.strip():
            raise ValueError("exact begins or ends with white space; in a block, write >- or |-")
        if self.sha256 not in {None, sha256(self.exact)}:
            raise ValueError(f"sha256 is not that of exact, which is {sha256(self.exact)}")
        if self.end_offset is None:
            return self
        if self.start_offset is None:
            raise ValueError("end is given without start")
        if (length := self.end_offset - self.start_offset) != len(self.exact):
            raise ValueError(
                f"from start to end are {length} characters, but exact has {len(self.exact)}"
            )
        return self


class Document(Keyed):
    """A source."""

    TABLE = models.Document

    url: Annotated[Text, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    publisher: Text
    title: Text | None = None
    language: Text | None = None
    class_: DocumentClass = Field(alias="class")
    published_on: Date | None = None
    retrieved_at: dt.datetime | None = None
    sha256: Sha256 | None = None
    note: Text | None = None
    passages: dict[str, Passage] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _can_be_found(self) -> Self:
        if self.url is None and self.title is None:
            raise ValueError("give its url or, failing that, its title")
        return self
