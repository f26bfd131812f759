"""What every kind of seed record is made of.

A field's name in Python is the stem of the column that it fills, its alias is the word written in
the files; a field that holds further records holds the parts of this one.
"""

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    model_validator,
)
from sqlalchemy import Table

from tracker.domain.vocabularies import MissingReason, Stance
from tracker.models import Base, Citation, MissingValue
from tracker.seeding.values import (
    Bilingual,
    Choice,
    Ref,
    Text,
    Value,
)


class Record(BaseModel):
    """A record that becomes a row, with the records that hang on it."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    TABLE: ClassVar[type[Base]]

    @classmethod
    def table(cls) -> Table:
        """Return the table that it is a row of."""
        return Base.metadata.tables[cls.TABLE.__tablename__]

    def segment(self) -> str:
        """Return what sets it apart among its siblings, where it has no key of its own."""
        raise NotImplementedError

    def order(self) -> str:
        """Return what numbers it among siblings that have the same segment."""
        return ""

    def derived(self) -> dict[str, object]:
        """Return the columns that follow from several fields."""
        return {}

    def parts(self) -> Iterator[tuple[str, list[tuple[str | int, "Record"]]]]:
        """Yield each field that holds records, as it is written, with their keys or places."""
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if isinstance(value, tuple):
                yield field.alias or name, list(enumerate(value))
            elif isinstance(value, dict):
                yield field.alias or name, list(value.items())


class Source(Value):
    """A document, or a passage of one (``document#passage``)."""

    document: Ref
    passage: Ref | None

    def columns(self, stem: str) -> dict[str, object]:  # noqa: ARG002 - it fills these two only
        """Return the document and, where words of it are quoted, the passage."""
        filled: dict[str, object] = {"document_id": self.document}
        return filled | ({"passage_id": self.passage} if self.passage else {})

    def __str__(self) -> str:
        return self.passage.named if self.passage else self.document.named


def _source(text: object) -> Source:
    if not isinstance(text, str):
        raise ValueError("is a document's key, or a document's and a passage's: key#passage")  # noqa: TRY004 - pydantic reports ValueError
    document, _, passage = text.strip().partition("#")
    key = f"document:{document}"
    quoted = Ref("passage", text.strip(), f"{key}/passage:{passage}") if passage else None
    return Source(document=Ref("document", document, key), passage=quoted)


class Cite(Record):
    """What one source says about the row it stands in."""

    TABLE = Citation

    source: Annotated[Source, PlainValidator(_source)]
    field: Text | None = None
    stance: Stance = Stance.SUPPORTS
    stated_value: Text | None = Field(None, alias="stated")
    note: Bilingual | None = None
    chosen: Choice | None = None

    def segment(self) -> str:
        """Tell citations apart by source, field and stance."""
        return f"cite:{self.source}/{self.field or ''}/{self.stance}"

    def order(self) -> str:
        """Tell a source's several statements apart by what they state."""
        return self.stated_value or ""

    @model_validator(mode="after")
    def _states_what_it_contradicts(self) -> Self:
        if self.stance is Stance.CONTRADICTS and self.stated_value is None:
            raise ValueError("a contradicting citation needs `stated`: the value as it states it")
        return self


class Missing(Record):
    """Why a field of the row it stands in has no value."""

    TABLE = MissingValue

    field: Text
    reason: MissingReason
    note: Bilingual | None = None

    def segment(self) -> str:
        """Tell missing values apart by field."""
        return f"missing:{self.field}"


def _cites(value: object) -> object:
    """Read the short form: source keys alone, in a list or (in CSV) separated by spaces."""
    cites = value.split() if isinstance(value, str) else value
    if not isinstance(cites, list):
        return cites
    return [{"source": cite} if isinstance(cite, str) else cite for cite in cites]


Cites = Annotated[tuple[Cite, ...], BeforeValidator(_cites)]


class Cited(Record):
    """A record with evidence of its own."""

    cite: Cites = ()
    missing: tuple[Missing, ...] = ()


class OneOf(Record):
    """A record that names one thing in one of several fields."""

    ALTERNATIVES: ClassVar[tuple[str, ...]] = ("country", "organization", "official")

    def named(self) -> str:
        """Return the key or code of what it names."""
        return next(ref.named for ref in self._given())

    def _given(self) -> list[Ref]:
        return [ref for name in self.ALTERNATIVES if (ref := getattr(self, name)) is not None]

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if len(self._given()) != 1:
            fields = type(self).model_fields
            words = " or ".join(fields[name].alias or name for name in self.ALTERNATIVES)
            raise ValueError(f"give one of {words}, and only one")
        return self


class Worded(Record):
    """A record in free words, known by its own key or, without one, by how the words begin."""

    key: Annotated[str, StringConstraints(pattern="^[a-z0-9-]+$")] | None = Field(
        None, exclude=True
    )

    def words(self) -> str:
        """Return the words in English."""
        raise NotImplementedError

    def segment(self) -> str:
        """Return the key, or the first words as one."""
        words = re.findall("[a-z0-9]+", self.words().lower())
        return f"{type(self).__name__.lower()}:{self.key or '-'.join(words[:8])}"


class Keyed(Record):
    """A record at the top level of a file, known by its key."""

    KEY: ClassVar[re.Pattern[str]] = re.compile(r"[a-z0-9][a-z0-9-]*")
    KEY_COLUMN: ClassVar[str | None] = None
