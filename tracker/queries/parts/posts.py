"""Posts and who holds or held them."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from tracker.models import Official, Post, PostKind, Tenure
from tracker.queries.parts.capped import RELATED, Capped
from tracker.queries.text import Bilingual, Span, span


@dataclass(frozen=True)
class HolderPart:
    """An official in a post for a time."""

    subject: str
    official_id: int
    name: str
    held: Span


@dataclass(frozen=True)
class PostPart:
    """A post with its holders, earliest first."""

    subject: str
    title: Bilingual
    kind: str
    kind_label: Bilingual
    holders: tuple[HolderPart, ...]


def posts_where(session: Session, condition: ColumnElement[bool]) -> Capped[PostPart]:
    """Fetch posts for which a condition holds, highest kind first, with their holders."""
    order = (PostKind.position, Post.title_en, Post.id)
    posts = (
        select(Post.id)
        .join(PostKind, PostKind.code == Post.kind)
        .where(condition)
        .order_by(*order)
        .limit(RELATED + 1)
    )
    rows = session.execute(
        select(Post, PostKind, Tenure, Official.name)
        .join(PostKind, PostKind.code == Post.kind)
        .outerjoin(Tenure, Tenure.post_id == Post.id)
        .outerjoin(Official, Official.id == Tenure.official_id)
        .where(Post.id.in_(posts))
        .order_by(*order, Tenure.held, Tenure.id)
    )
    return Capped.first(
        RELATED, (_post(list(same)) for _, same in groupby(rows, lambda row: row.Post.id))
    )


def _post(rows: list[Any]) -> PostPart:
    """Join the rows of one post, one for each tenure."""
    post, kind = rows[0].Post, rows[0].PostKind
    return PostPart(
        subject=f"post:{post.id}",
        title=Bilingual(post.title_en, post.title_fr),
        kind=post.kind,
        kind_label=Bilingual(kind.label_en, kind.label_fr),
        holders=tuple(_holder(row.Tenure, row.name) for row in rows if row.Tenure is not None),
    )


def _holder(tenure: Tenure, name: str) -> HolderPart:
    return HolderPart(
        subject=f"tenure:{tenure.id}",
        official_id=tenure.official_id,
        name=name,
        held=span(tenure.held, tenure.held_lower_precision, tenure.held_upper_precision),
    )
