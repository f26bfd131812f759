"""What else a record is called: in full, for short, formerly, in other languages."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from tracker.models import OtherName
from tracker.queries.parts.capped import PARTS_SHOWN, Capped
from tracker.queries.text import Span, span


@dataclass(frozen=True)
class OtherNamePart:
    """Another name, and the time in which it was used."""

    subject: str
    text: str
    language: str | None
    script: str | None
    kind: str
    used: Span


def other_names_where(session: Session, condition: ColumnElement[bool]) -> Capped[OtherNamePart]:
    """Fetch the other names for which a condition holds, by kind and language."""
    names = session.scalars(
        select(OtherName)
        .where(condition)
        .order_by(OtherName.kind, OtherName.language, OtherName.id)
        .limit(PARTS_SHOWN + 1)
    )
    return Capped.first(
        PARTS_SHOWN,
        (
            OtherNamePart(
                subject=f"other_name:{name.id}",
                text=name.text,
                language=name.language,
                script=name.script,
                kind=name.kind,
                used=span(name.used, name.used_lower_precision, name.used_upper_precision),
            )
            for name in names
        ),
    )
