"""Who acts: ministries and companies, posts, and who held them when."""

import random
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tracker.bench.chance import FIRST_DAY, LAST_DAY, Weighted
from tracker.bench.names import person
from tracker.bench.numbers import Numbers
from tracker.bench.reference import CodeName, ReferenceData
from tracker.bench.rows import (
    AnyRow,
    Official,
    OfficialName,
    Organization,
    Post,
    Tenure,
)
from tracker.bench.words import TOPICS, place

_HOLDERS = 9  # of a post, from the first year to the last
_PORTFOLIOS = (
    CodeName("", "Foreign Affairs", "Affaires étrangères"),
    CodeName("", "Energy", "Énergie"),
    CodeName("", "Mines", "Mines"),
    CodeName("", "Trade", "Commerce"),
    CodeName("", "Industry", "Industrie"),
)
_HEADS = (
    ("head_of_state", CodeName("", "President", "Président")),
    ("head_of_government", CodeName("", "Prime Minister", "Premier ministre")),
)


class Holder(NamedTuple):
    """Who holds a post from a year on."""

    official_id: int
    post_id: int
    since: int


class Actors:
    """The people and bodies of a database; ``every_row`` makes them, ``holder`` draws one."""

    def __init__(
        self, reference: ReferenceData, chance: random.Random, numbers: Numbers, agreements: int
    ) -> None:
        """Plan as many as go with a number of agreements."""
        self._reference = reference
        self._chance = chance
        self._posts = max(len(reference.countries), agreements // 20 // _HOLDERS)
        self._companies = max(5, agreements // 100)
        self._numbers = numbers
        self._terms: dict[str, list[list[Holder]]] = defaultdict(list)
        self.companies: list[int] = []
        """The ids of the companies made."""

    def every_row(self) -> Iterator[AnyRow]:
        """Make every row, each after those it refers to."""
        countries = Weighted.long_tailed(self._reference.countries)
        shares = countries.shares(self._posts - len(self._reference.countries))
        for country in self._reference.countries:
            for post in self._posts_of(country, 1 + shares[country]):
                yield post
                if isinstance(post, Post):
                    yield from self._held(post)
        for number in range(self._companies):
            yield self._company(number, countries.draw(self._chance))

    def holder(self, country: str, year: int) -> Holder:
        """Draw somebody who held a post of a country all through a year."""
        terms = self._chance.choice(self._terms[country])
        return terms[bisect(terms, year, key=lambda term: term.since) - 1]

    def _posts_of(self, country: CodeName, number: int) -> Iterator[Organization | Post]:
        """Make posts: ministers with their ministries, heads, then ambassadors and directors."""
        for portfolio in _PORTFOLIOS[:number]:
            ministry = Organization(
                self._numbers.next(Organization),
                f"Ministry of {portfolio.en} of {country.en}",
                f"Ministère : {portfolio.fr} ({country.fr})",
                "ministry",
                country.code,
            )
            yield ministry
            title = CodeName("", f"Minister of {portfolio.en}", f"Ministre : {portfolio.fr}")
            yield self._post(title, "minister", country, ministry.id)
        others = [
            *_HEADS,
            *(
                (
                    "ambassador",
                    CodeName("", f"Ambassador to {other.en}", f"Ambassadeur ({other.fr})"),
                )
                for other in self._reference.countries
                if other is not country
            ),
            *(
                ("other", CodeName("", f"Director for {topic.en}", f"Direction : {topic.fr}"))
                for topic in TOPICS
            ),
        ]
        for kind, title in others[: max(0, number - len(_PORTFOLIOS))]:
            yield self._post(title, kind, country, None)

    def _post(
        self, title: CodeName, kind: str, country: CodeName, organization_id: int | None
    ) -> Post:
        number = self._numbers.next(Post)
        return Post(number, title.en, title.fr, kind, organization_id, country.code)

    def _held(self, post: Post) -> Iterator[AnyRow]:
        """Fill a post from the first year on, one person after another, whole years each."""
        terms: list[Holder] = []
        year = FIRST_DAY.year
        while year <= LAST_DAY.year:
            until = year + self._chance.randint(2, 6)
            official = self._official(post.country_code)
            yield from official
            holder = Holder(official[0].id, post.id, year)
            terms.append(holder)
            yield self._tenure(holder, until if until <= LAST_DAY.year else None)
            year = until
        self._terms[post.country_code].append(terms)

    def _tenure(self, holder: Holder, until: int | None) -> Tenure:
        end = "" if until is None else f"{until}-01-01"
        return Tenure(
            self._numbers.next(Tenure),
            holder.official_id,
            holder.post_id,
            f"[{holder.since}-01-01,{end})",
            "year",
            None if until is None else "year",
        )

    def _official(self, country: str) -> tuple[Official, *tuple[OfficialName, ...]]:
        name, spellings = person(self._chance, country)
        official = Official(self._numbers.next(Official), name, country)
        return (
            official,
            *(
                OfficialName(self._numbers.next(OfficialName), official.id, *spelling)
                for spelling in spellings
            ),
        )

    def _company(self, number: int, country: CodeName) -> Organization:
        name = f"{place(number)} {self._chance.choice(('Resources', 'Mining', 'Metals'))}"
        key = self._numbers.next(Organization)
        self.companies.append(key)
        return Organization(key, name, name, "company", country.code)
