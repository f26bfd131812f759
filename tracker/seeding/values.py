"""The kinds of values in seeds, and the columns that each fills."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, Self

from babel.numbers import list_currencies
from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    model_validator,
)
from sqlalchemy.dialects.postgresql import Range

from tracker.domain.partial_dates import PartialDate

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Currency = Annotated[str, PlainValidator(lambda text: _currency(_text(text)))]
Date = Annotated[PartialDate, PlainValidator(lambda text: PartialDate.parse(_text(text)))]


class Stamp(StrEnum):
    """A value that the moment of writing decides."""

    NOW = "now"


@dataclass(frozen=True)
class Ref:
    """A reference to another seed row, by the row's key.

    A ``key`` that begins with ``/`` goes on from the key of the record in which it stands.
    """

    kind: str
    named: str
    key: str


class Value(BaseModel):
    """A value made of several fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def columns(self, stem: str) -> dict[str, object]:
        """Return the columns that it fills."""
        raise NotImplementedError


class Bilingual(Value):
    """A text in both languages."""

    en: Text
    fr: Text

    def columns(self, stem: str) -> dict[str, object]:
        """Return ``stem_en`` and ``stem_fr``."""
        return {f"{stem}_en": self.en, f"{stem}_fr": self.fr}


class Translation(Value):
    """A translation into the languages that the original is not in."""

    en: Text | None = None
    fr: Text | None = None

    def columns(self, stem: str) -> dict[str, object]:
        """Return ``stem_en`` and ``stem_fr``, those that are given."""
        given = {"en": self.en, "fr": self.fr}
        return {f"{stem}_{code}": text for code, text in given.items() if text is not None}


class Choice(Value):
    """Who chose a citation's value among differing ones, and why."""

    by: Text
    reason: Text
    at: dt.datetime | None = None

    def columns(self, stem: str) -> dict[str, object]:
        """Return who, why and when; without a stated time, when it is written."""
        return {
            f"{stem}_by": self.by,
            f"{stem}_reason": self.reason,
            f"{stem}_at": self.at or Stamp.NOW,
        }


class Span(BaseModel):
    """The fields ``from`` and ``to`` of a record that holds for a time."""

    from_: Date | None = Field(None, alias="from", exclude=True)
    to: Date | None = Field(None, exclude=True)

    def began(self) -> str:
        """Return when it began, to tell one time from another."""
        return str(self.from_ or "")

    def range(self, column: str) -> dict[str, object]:
        """Return the date range and its precisions."""
        filled: dict[str, object] = {
            column: Range(
                self.from_.day if self.from_ else None,
                self.to.last_day + dt.timedelta(days=1) if self.to else None,
                bounds="[)" if self.from_ else "()",
            )
        }
        for end, date in (("lower", self.from_), ("upper", self.to)):
            if date:
                filled[f"{column}_{end}_precision"] = date.precision
        return filled

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.from_ and self.to and self.to.last_day < self.from_.day:
            raise ValueError("to is before from")
        return self


def reference(kind: str, pattern: str = "{kind}:{named}") -> Any:  # noqa: ANN401 - Annotated's
    """Make the validator of a reference to a row of the table ``kind``."""

    def refer(text: object) -> Ref:
        named = _text(text)
        return Ref(kind, named, pattern.format(kind=kind, named=named))

    return PlainValidator(refer)


def _currency(code: str) -> str:
    if code not in list_currencies():
        raise ValueError("is no currency of ISO 4217")
    return code


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("is a text, not a list or a mapping" if value else "is empty")
    return value.strip()


Country = Annotated[Ref, reference("country")]
Organization = Annotated[Ref, reference("organization")]
Official = Annotated[Ref, reference("official")]
Post = Annotated[Ref, reference("post")]
Event = Annotated[Ref, reference("event")]
Agreement = Annotated[Ref, reference("agreement")]
Mineral = Annotated[Ref, reference("mineral")]
Sector = Annotated[Ref, reference("sector")]
CriticalityList = Annotated[Ref, reference("criticality_list")]
AgreementForm = Annotated[Ref, reference("agreement_form")]
ActionKind = Annotated[Ref, reference("action_kind")]
ValueChainStage = Annotated[Ref, reference("value_chain_stage")]
OrganizationKind = Annotated[Ref, reference("organization_kind")]
PostKind = Annotated[Ref, reference("post_kind")]
EventKind = Annotated[Ref, reference("event_kind")]
Party = Annotated[Ref, reference("party", "/party:{named}")]
