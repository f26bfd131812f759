"""The pages that are measured, each beside the best query for the same rows."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.bench.bare import RECORD, Bare, Query, listed
from tests.bench.site import Site
from tests.bench.timing import medians
from tracker.bench import COMMON_WORD, rare_word
from tracker.models import Agreement
from tracker.queries.agreements.items import ORDERS

_BY_INDEX = """id = ANY (ARRAY(SELECT agreement_id FROM agreement_search
    WHERE words @@ plainto_tsquery('simple', %(q)s)))"""
_IN_ORDER = """id IN (SELECT agreement_id FROM agreement_search
    WHERE ts_match_vq(words, plainto_tsquery('simple', %(q)s))  -- the function uses no index
    ORDER BY dated_on DESC, agreement_id DESC LIMIT 51)"""
_OF_COUNTRY = """id IN (SELECT agreement_id FROM agreement_country
    WHERE country_code = %(country)s ORDER BY dated_on DESC, agreement_id DESC LIMIT 51)"""
_OF_STATUS = """id IN (SELECT agreement_id FROM agreement_status_span
    WHERE status = %(status)s AND valid @> guard.valid_day()
    ORDER BY dated_on DESC, agreement_id DESC LIMIT 51)"""

OTHER_PAGES = (
    "/",
    "/agreements?sort=title",
    "/agreements?mineral=lithium",
    "/agreements.json",
    "/countries",
    "/countries/US",
    "/officials",
    "/officials?q=Ospanov",
    "/organizations",
    "/events",
    "/minerals",
    "/minerals/lithium",
    "/sectors",
    "/sources",
)


@dataclass(frozen=True)
class Case:
    """A page of the site and the query for its rows."""

    name: str
    address: str
    query: Query


@dataclass(frozen=True)
class Result:
    """What was measured of a page; times are medians in seconds."""

    name: str
    page: float
    queries: int
    in_database: float
    slowest: str
    query: float | None = None
    bare: float | None = None
    """A bare Flask page that runs the query and shows its rows."""

    @property
    def ratio(self) -> float | None:
        """How many times as long as the bare page the page takes."""
        return None if self.bare is None else self.page / self.bare

    @property
    def to_target(self) -> float | None:
        """How many times as long as the bare query and the bare page the page takes."""
        if self.bare is None or self.query is None:
            return None
        return self.page / (self.query + self.bare)


def cases(session: Session, agreements: int) -> Iterator[Case]:
    """Yield the cases for a database of so many agreements."""
    yield Case("first list page", "/agreements", listed())
    order = ORDERS["newest"]
    statement = (
        order.page(select(Agreement.id, Agreement.dated_on), onward=False)
        .offset(agreements * 9 // 10)
        .limit(1)
    )
    deep = session.execute(statement).one()
    after = "(coalesce(dated_on, DATE '0001-01-01'), id) < (%(date)s, %(id)s)"
    yield Case(
        "list page 90 % deep",
        f"/agreements?cursor={order.cursor(deep)}",
        listed(after, date=deep.dated_on, id=deep.id),
    )
    rare = rare_word(agreements)
    yield Case("rare word", f"/agreements?q={rare}", listed(_BY_INDEX, q=rare))
    yield Case("common word", f"/agreements?q={COMMON_WORD}", listed(_IN_ORDER, q=COMMON_WORD))
    for name, code in (("busy", "KZ"), ("middling", "BE"), ("quiet", "TV")):
        yield Case(
            f"filter by a {name} country",
            f"/agreements?country={code}",
            listed(_OF_COUNTRY, country=code),
        )
    for name, status in (("common", "signed"), ("rare", "suspended")):
        yield Case(
            f"filter by a {name} status",
            f"/agreements?status={status}",
            listed(_OF_STATUS, status=status),
        )
    yield Case("record", f"/agreements/{deep.id}", Query(RECORD, {"id": deep.id}))


def measure(site: Site, bare: Bare, case: Case) -> Result:
    """Measure a page, its query and its bare page in turn."""
    page, query, bare_page = medians(
        lambda: site.get(case.address), lambda: bare.rows(case.query), bare.page(case.query)
    )
    with site.watched() as asked:
        site.get(case.address)
    return Result(
        case.name, page, len(asked.statements), asked.seconds, asked.slowest, query, bare_page
    )


def measure_alone(site: Site, address: str) -> Result:
    """Measure a page beside which no query stands."""
    (page,) = medians(lambda: site.get(address))
    with site.watched() as asked:
        site.get(address)
    return Result(f"`{address}`", page, len(asked.statements), asked.seconds, asked.slowest)
