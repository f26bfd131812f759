"""Searching agreements: what is meant by the words typed, and the shortest way to what has them.

docs/decisions/0004-search.md tells why there are two ways.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import prod
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    SQLColumnExpression,
    String,
    any_,
    bindparam,
    cast,
    exists,
    func,
    literal_column,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from tracker.models import Agreement, AgreementSearch
from tracker.queries.agreements.kept_order import in_order, joined
from tracker.queries.listing.counting import (
    COUNTED_UP_TO,
    Exactness,
    Total,
    capped_count,
    capped_total,
    total_of,
)
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.paging import PAGE_SIZE, WRITTEN_OUT, Order
from tracker.queries.listing.words import SearchTerm

NEAR = 40_000
"""Agreements that are read one after another to fill a page with a common word."""

SORTED = 2_000
"""Agreements that are sorted in hardly any time."""


@dataclass(frozen=True)
class Search:
    """What is searched: every one of the terms, wherever in an agreement."""

    terms: tuple[SearchTerm, ...]
    among: int
    """About how many agreements there are."""

    @property
    def misspelt(self) -> tuple[SearchTerm, ...]:
        """The terms for which something else is searched than was typed."""
        return tuple(term for term in self.terms if not term.known)

    @property
    def about(self) -> int:
        """About how many agreements are found if words are spread evenly over them."""
        shares = (term.agreements / max(self.among, 1) for term in self.terms)
        return round(prod(shares) * self.among)

    @property
    def is_common(self) -> bool:
        """Whether a page is filled sooner by reading agreements than by sorting all it finds."""
        return self.about > SORTED and self.about * NEAR > 2 * PAGE_SIZE * self.among

    def condition(self) -> ColumnElement[bool]:
        """Match agreements, in whatever order and beside whatever other conditions."""
        if self.is_common:
            return exists().where(
                AgreementSearch.agreement_id == Agreement.id,
                _read(AgreementSearch.words, self._query()),
            )
        found = select(AgreementSearch.agreement_id).where(_indexed(self._query()))
        # As an array it is fetched whole and first, whatever the planner expects of it.
        return Agreement.id == any_(func.array(found.scalar_subquery()))

    def total(self, session: Session, rows: Sequence[Row[Any]]) -> Total:
        """Tell how many agreements are found by the search alone, by the rows of one of its pages.

        A single common word is told by the vocabulary; anything else has been counted beside them.
        """
        if self._is_told:
            return Total(self.about, Exactness.ABOUT)
        if rows:
            return capped_total(rows[0].fitting)
        return total_of(session, AgreementSearch, [_indexed(self._query())])

    def pages(
        self, rows: AnySelect, order: str, *, onward: bool
    ) -> Iterator[tuple[AnySelect, Order]]:
        """Return the ways to a page by date: the next where one does not fill the page.

        ``rows`` selects agreements. The search is the only condition. The statements are given
        ``parameters`` and, for a page ``onward``, where it begins, its order's ``position``.
        """
        counted = not self._is_told
        if self.is_common:
            yield _near(rows, order, NEAR, onward=onward, counted=counted)
        yield _found(rows, order, onward=onward, counted=counted)

    @property
    def parameters(self) -> dict[str, str]:
        """What the statements of ``pages`` are given."""
        return {"words": self._written()}

    @property
    def _is_told(self) -> bool:
        return len(self.terms) == 1 and self.about > COUNTED_UP_TO

    def _query(self) -> ColumnElement[Any]:
        return cast(self._written(), TSQUERY)

    def _written(self) -> str:
        """Write the search as PostgreSQL takes it; words hold no signs that could mean more."""
        terms = [
            " | ".join(f"'{word}'{':*' if term.begins else ''}" for word in term.words)
            for term in self.terms
        ]
        return " & ".join(f"({term})" for term in terms) if all(terms) else ""


_GIVEN = cast(bindparam("words", type_=String), TSQUERY)


def _indexed(query: ColumnElement[Any]) -> ColumnElement[bool]:
    """Match a row of ``AgreementSearch`` by the index of words."""
    return AgreementSearch.words.bool_op("@@")(query)


def _read(words: SQLColumnExpression[Any], query: ColumnElement[Any]) -> ColumnElement[bool]:
    """Match the words of a row that is read anyway: a function has no index."""
    return func.ts_match_vq(words, query)


@cache
def _near(
    rows: AnySelect, order: str, number: int, *, onward: bool, counted: bool
) -> tuple[AnySelect, Order]:
    """Select a page of what is found among the agreements next in the order, and no further."""
    table = AgreementSearch.__table__
    following = in_order(table, order).page(select(table), onward=onward)
    near = following.limit(literal_column(str(number))).subquery("near")
    page = select(near).where(_read(near.c.words, _GIVEN)).subquery("page")
    return joined(_counted(rows) if counted else rows, page, order, onward=onward)


@cache
def _found(rows: AnySelect, order: str, *, onward: bool, counted: bool) -> tuple[AnySelect, Order]:
    """Select a page of all that is found."""
    found = (
        select(AgreementSearch.agreement_id, AgreementSearch.dated_on)
        .where(_indexed(_GIVEN))
        .cte("found")
        .prefix_with("MATERIALIZED")  # hence sorted, and not read in order until enough fit
    )
    following = in_order(found, order).page(select(found), onward=onward)
    page = following.limit(WRITTEN_OUT).subquery("page")
    return joined(_counted(rows) if counted else rows, page, order, onward=onward)


def _counted(rows: AnySelect) -> AnySelect:
    found = select(AgreementSearch.agreement_id).where(_indexed(_GIVEN))
    return rows.add_columns(capped_count(found).label("fitting"))


def understand(session: Session, q: str | None) -> Search | None:
    """Find what is meant by the words of ``q``; None where it has none."""
    rows = session.execute(_UNDERSTAND, {"q": q}).all() if q else []
    terms = (
        SearchTerm(row.typed, tuple(row.words), row.known, row.begins, row.agreements)
        for row in rows
    )
    return Search(tuple(terms), rows[0].among) if rows else None


_UNDERSTAND = text("SELECT * FROM guard.understand(:q)")
