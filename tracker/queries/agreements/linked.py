"""The agreements that one is tied to: by a relation, or because one of them rests on the other."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Text, cast, literal, null, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from tracker.models import Agreement, AgreementRelation
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.text import Bilingual

_OTHER = aliased(Agreement, name="other_agreement")


@dataclass(frozen=True)
class BasisPart:
    """An agreement that this one rests on, or that rests on this one."""

    agreement_id: int
    reference: str
    title: Bilingual


@dataclass(frozen=True)
class RelationPart:
    """A tie to another agreement; ``inverse`` where the other is the one that amends, ...."""

    subject: str
    kind: str
    inverse: bool
    agreement_id: int
    reference: str
    title: Bilingual


@dataclass(frozen=True)
class LinkedAgreements:
    """What an agreement rests on, what it is tied to, and what rests on it."""

    base: BasisPart | None
    relations: tuple[RelationPart, ...]
    based_on_it: tuple[BasisPart, ...]


def linked_agreements(session: Session, agreement_id: int) -> LinkedAgreements:
    """Fetch the agreements that one is tied to: one query."""
    ties = union_all(_relations(agreement_id), _base(agreement_id), _based_on_it(agreement_id))
    rows = session.execute(ties.order_by("inverse", "position", "id")).all()
    bases = [row for row in rows if row.kind is None]
    return LinkedAgreements(
        base=next((BasisPart(**_other(row)) for row in bases if not row.inverse), None),
        relations=tuple(
            RelationPart(f"agreement_relation:{row.id}", row.kind, row.inverse, **_other(row))
            for row in rows
            if row.kind is not None
        ),
        based_on_it=tuple(BasisPart(**_other(row)) for row in bases if row.inverse),
    )


def _other(row: Any) -> dict[str, Any]:  # noqa: ANN401 (a row of _tie)
    title = Bilingual(row.title_en, row.title_fr)
    return {"agreement_id": row.other_id, "reference": row.reference, "title": title}


def _tie(key: Any, kind: Any, inverse: Any, position: Any) -> AnySelect:  # noqa: ANN401 (columns)
    """Select a tie to the other agreement; one that rests on another is tied by no ``kind``."""
    return select(
        key.label("id"),
        kind.label("kind"),
        inverse.label("inverse"),
        position.label("position"),
        _OTHER.id.label("other_id"),
        _OTHER.reference,
        _OTHER.title_en,
        _OTHER.title_fr,
    )


def _relations(agreement_id: int) -> AnySelect:
    own = AgreementRelation
    return (
        _tie(own.id, own.kind, own.agreement_id != agreement_id, own.position)
        .join(_OTHER, or_(_OTHER.id == own.agreement_id, _OTHER.id == own.related_agreement_id))
        .where(
            or_(own.agreement_id == agreement_id, own.related_agreement_id == agreement_id),
            _OTHER.id != agreement_id,
        )
    )


_NO_KIND = cast(null(), Text)


def _base(agreement_id: int) -> AnySelect:
    return (
        _tie(_OTHER.id, _NO_KIND, literal(value=False), literal(0))
        .join(Agreement, Agreement.base_agreement_id == _OTHER.id)
        .where(Agreement.id == agreement_id)
    )


def _based_on_it(agreement_id: int) -> AnySelect:
    ties = _tie(_OTHER.id, _NO_KIND, literal(value=True), literal(0))
    return ties.where(_OTHER.base_agreement_id == agreement_id)
