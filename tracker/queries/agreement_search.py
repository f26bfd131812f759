"""Searching agreements: what is meant by the words typed, and the shortest way to what has them.

docs/decisions/0004-search.md tells why there are two ways.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Row,
    SQLColumnExpression,
    any_,
    cast,
    exists,
    func,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from tracker.models import Agreement, AgreementSearch
from tracker.queries.paging import PAGE_SIZE, AnySelect, Key, Order, read_date, read_integer
from tracker.queries.search import Term
from tracker.queries.shown import capped_count, capped_total
from tracker.queries.tallies import COUNTED_UP_TO, Exactness, Total, total_of

NEAR = 40_000
"""Agreements that are read one after another to fill a page with a common word."""

SORTED = 2_000
"""Agreements that are sorted in hardly any time."""


@dataclass(frozen=True)
class Search:
    """What is searched: every one of the terms, wherever in an agreement."""

    terms: tuple[Term, ...]
    among: int
    """About how many agreements there are."""

    @property
    def misspelt(self) -> tuple[Term, ...]:
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
                AgreementSearch.agreement_id == Agreement.id, self._read(AgreementSearch.words)
            )
        found = select(AgreementSearch.agreement_id).where(self._indexed())
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
        return total_of(session, AgreementSearch, [self._indexed()])

    def pages(
        self, rows: AnySelect, order: str, *, onward: bool
    ) -> Iterator[tuple[AnySelect, Order]]:
        """Return the ways to a page by date: the next where one does not fill the page.

        ``rows`` selects agreements. The search is the only condition. A page ``onward`` is given
        where it begins, its order's ``position``.
        """
        if not self._is_told:
            counted = select(AgreementSearch.agreement_id).where(self._indexed())
            rows = rows.add_columns(capped_count(counted).label("fitting"))
        if self.is_common:
            yield _joined(rows, self._near(order, onward=onward), order, onward=onward)
        found = (
            select(AgreementSearch.agreement_id, AgreementSearch.dated_on)
            .where(self._indexed())
            .cte("found")
            .prefix_with("MATERIALIZED")  # hence sorted, and not read in order until enough fit
        )
        page = _in_order(found, order).page(select(found), onward=onward).subquery("page")
        yield _joined(rows, page, order, onward=onward)

    @property
    def _is_told(self) -> bool:
        return len(self.terms) == 1 and self.about > COUNTED_UP_TO

    def _near(self, order: str, *, onward: bool) -> FromClause:
        """Select what is found among the agreements next in the order."""
        table = AgreementSearch.__table__
        page = _in_order(table, order).page(select(table), onward=onward)
        near = page.limit(NEAR).subquery("near")
        return select(near).where(self._read(near.c.words)).subquery("page")

    def _indexed(self) -> ColumnElement[bool]:
        """Match a row of ``AgreementSearch`` by the index of words."""
        return AgreementSearch.words.bool_op("@@")(self._query())

    def _read(self, words: SQLColumnExpression[Any]) -> ColumnElement[bool]:
        """Match the words of a row that is read anyway: a function has no index."""
        return func.ts_match_vq(words, self._query())

    def _query(self) -> ColumnElement[Any]:
        """Write the search as PostgreSQL takes it; words hold no signs that could mean more."""
        terms = [
            " | ".join(f"'{word}'{':*' if term.begins else ''}" for word in term.words)
            for term in self.terms
        ]
        return cast(" & ".join(f"({term})" for term in terms) if all(terms) else "", TSQUERY)


def understand(session: Session, q: str | None) -> Search | None:
    """Find what is meant by the words of ``q``; None where it has none."""
    rows = session.execute(_UNDERSTAND, {"q": q}).all() if q else []
    terms = (
        Term(row.typed, tuple(row.words), row.known, row.begins, row.agreements) for row in rows
    )
    return Search(tuple(terms), rows[0].among) if rows else None


_UNDERSTAND = text("SELECT * FROM guard.understand(:q)")


def _in_order(source: FromClause, order: str) -> Order:
    keys = (Key(source.c.dated_on, read_date), Key(source.c.agreement_id, read_integer))
    return Order(order, keys, descending=order == "newest")


def _joined(
    rows: AnySelect, page: FromClause, order: str, *, onward: bool
) -> tuple[AnySelect, Order]:
    """Join agreements to the few of a page."""
    by = _in_order(page, order)
    joined = rows.join(page, page.c.agreement_id == Agreement.id)
    return by.page(joined, onward=onward), by
