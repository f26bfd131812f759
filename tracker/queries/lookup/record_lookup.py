"""Records that a form can choose: by their key, by exactly their name, or by part of it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, String, case, cast, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from tracker.models import (
    Agreement,
    Country,
    Document,
    Event,
    Mineral,
    Official,
    OfficialName,
    Organization,
    OtherName,
    Post,
    Sector,
)
from tracker.queries.agreements.search import understand
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.words import contains, every_word, otherwise_called
from tracker.queries.lookup.record_names import Naming, current_name, naming
from tracker.queries.text import Bilingual

OFFERED = 10
"""How many records are offered at once."""

_BEGUN = 2  # letters of a word of which more may come
_INDEXED = 200  # characters of a name that its index holds
_EXACT, _BEGINS, _CONTAINS = range(3)
_NOTHING = literal(None, String)

_Detail: TypeAlias = tuple[Any, Any]
"""Columns that tell records of one name apart, in English and in French."""


@dataclass(frozen=True)
class Choosable:
    """A record that can be chosen; ``detail`` tells it from others of the same name."""

    kind: str
    key: str
    name: Bilingual
    detail: Bilingual | None


@dataclass(frozen=True)
class _Kind:
    """How records of one kind are named, told from others of the same name, and found."""

    naming: Naming
    called: tuple[Any, ...]
    """The columns that a record goes by: names, codes, short names."""
    detail: _Detail = (_NOTHING, _NOTHING)
    mentions: Callable[[str], ColumnElement[bool]] | None = None
    """The condition that a word finds the record, where it is more than one of ``called``."""
    spelt: Callable[[ColumnElement[str]], ColumnElement[bool]] | None = None
    """The condition that another spelling of the name is a folded text."""
    named_in: Any = None
    """The column of ``OtherName`` by which records of this kind have other names."""

    def finds(self, word: str) -> ColumnElement[bool]:
        """Match records that a word finds."""
        if self.mentions is not None:
            return self.mentions(word)
        found = [contains(column, word) for column in self.called]
        if self.named_in is not None:
            found.append(otherwise_called(self.named_in, self.naming.key, word))
        return or_(*found)

    def is_called(self, text: str) -> ColumnElement[bool]:
        """Match records of exactly this name, whatever its accents, case and signs."""
        folded = _folded(literal(text, String))
        named = [_folded(column) == folded for column in self.called]
        if self.spelt is not None:
            named.append(self.spelt(folded))
        if self.named_in is not None:
            plain = func.plain(text)
            named += [func.plain(column) == plain for column in self.called]
            named.append(self._is_named(func.plain(OtherName.text) == plain))
        return or_(*named)

    def begins_with(self, text: str) -> ColumnElement[bool]:
        """Match records of which a name begins so."""
        folded = func.fold(text)
        named = [func.fold(column).startswith(folded) for column in self.called]
        if self.named_in is not None:
            named.append(self._is_named(func.fold(OtherName.text).startswith(folded)))
        return or_(*named)

    def _is_named(self, condition: ColumnElement[bool]) -> ColumnElement[bool]:
        names = select(self.named_in).where(self.named_in.is_not(None), condition)
        named: ColumnElement[bool] = self.naming.key.in_(names)
        return named

    def rows(self, kind: str) -> AnySelect:
        """Select what a choice is made of."""
        key, name_en, name_fr = self.naming
        detail_en, detail_fr = self.detail
        return select(
            literal(kind).label("kind"),
            cast(key, String).label("key"),
            name_en.label("name_en"),
            name_fr.label("name_fr"),
            cast(detail_en, String).label("detail_en"),
            cast(detail_fr, String).label("detail_fr"),
        )


def _folded(column: Any) -> Any:  # noqa: ANN401 (any text column)
    return func.left(func.fold(column), _INDEXED)


def _post() -> Naming:
    """Call a post by its title and whose it is: many countries have a prime minister."""
    key, *titles = naming("post")
    organizations = current_name("organization", Post.organization_id)
    countries = current_name("country", Post.country_code)
    english, french = (
        func.concat_ws(", ", title, func.coalesce(*bodies))
        for title, *bodies in zip(titles, organizations, countries, strict=True)
    )
    return Naming(key, english, french)


def _twice(column: Any) -> _Detail:  # noqa: ANN401 (a column)
    """Say the same in both languages."""
    return column, column


def _joined(own: Any, others: _Detail) -> _Detail:  # noqa: ANN401 (a column)
    """Put a column before others."""
    english, french = (func.concat_ws(", ", own, other) for other in others)
    return english, french


def _in_names(word: str) -> ColumnElement[bool]:
    """Find a word in any spelling of an official's name."""
    spelt = select(OfficialName.official_id).where(contains(OfficialName.text, word))
    return or_(contains(Official.name, word), Official.id.in_(spelt))


def _spelt(folded: ColumnElement[str]) -> ColumnElement[bool]:
    names = select(OfficialName.official_id).where(_folded(OfficialName.text) == folded)
    return Official.id.in_(names)


_COUNTRY, _MINERAL, _SECTOR = naming("country"), naming("mineral"), naming("sector")
_EVENT, _ORGANIZATION, _AGREEMENT = naming("event"), naming("organization"), naming("agreement")
_POST = _post()
_PLACE = current_name("country", Event.place_country_code)
_SEAT = current_name("country", Organization.country_code)
_PUBLISHED = _joined(Document.publisher, _twice(func.extract("year", Document.published_on)))

_KINDS = {
    "country": _Kind(
        _COUNTRY,
        (_COUNTRY.en, _COUNTRY.fr, Country.code, Country.alpha3),
        detail=_twice(Country.code),
        named_in=OtherName.country_code,
    ),
    "official": _Kind(
        naming("official"),
        (Official.name,),
        detail=current_name("country", Official.country_code),
        mentions=_in_names,
        spelt=_spelt,
    ),
    "post": _Kind(_POST, (_POST.en, _POST.fr, Post.title_en, Post.title_fr)),
    "mineral": _Kind(
        _MINERAL,
        (_MINERAL.en, _MINERAL.fr, Mineral.code, Mineral.symbol),
        detail=_twice(Mineral.symbol),
        named_in=OtherName.mineral_code,
    ),
    "sector": _Kind(_SECTOR, (_SECTOR.en, _SECTOR.fr, Sector.code)),
    "event": _Kind(
        _EVENT,
        (_EVENT.en, _EVENT.fr),
        detail=_joined(func.extract("year", Event.starts_on), _PLACE),
    ),
    "organization": _Kind(
        _ORGANIZATION,
        (_ORGANIZATION.en, _ORGANIZATION.fr, Organization.acronym),
        detail=_joined(Organization.acronym, _SEAT),
        named_in=OtherName.organization_id,
    ),
    "agreement": _Kind(
        _AGREEMENT,
        (_AGREEMENT.en, _AGREEMENT.fr, Agreement.reference),
        detail=_twice(Agreement.reference),
    ),
    "source": _Kind(
        naming("document", untitled="url"),
        (Document.title, Document.url),
        detail=_PUBLISHED,
        mentions=lambda word: or_(
            contains(Document.title, word),
            contains(Document.publisher, word),
            contains(Document.url, word),
        ),
    ),
}
KINDS = frozenset(_KINDS)


def named(session: Session, tokens: Iterable[str]) -> dict[str, Choosable]:
    """Fetch records by their tokens, ``kind:key``; those that there are not are left out."""
    keys: dict[str, list[str]] = {}
    for token in tokens:
        kind, _, key = token.partition(":")
        keys.setdefault(kind, []).append(key)
    statements = [
        _KINDS[kind].rows(kind).where(_KINDS[kind].naming.key.in_(_keys(kind, found)))
        for kind, found in keys.items()
        if kind in _KINDS
    ]
    if not statements:
        return {}
    found_rows = session.execute(union_all(*statements))
    return {f"{row.kind}:{row.key}": _choosable(row) for row in found_rows}


def called(session: Session, kinds: Iterable[str], text: str) -> list[Choosable]:
    """Fetch the records that go by exactly this name, whatever its accents and case."""
    statements = [
        _KINDS[kind].rows(kind).where(_KINDS[kind].is_called(text)).limit(OFFERED) for kind in kinds
    ]
    rows = session.execute(union_all(*(each.subquery().select() for each in statements)))
    return [_choosable(row) for row in rows]


def suggested(session: Session, kinds: Iterable[str], text: str) -> list[Choosable]:
    """Fetch the records in whose names the words are: first those so called, or that begin so."""
    statements = []
    for kind in kinds:
        own = _KINDS[kind]
        near = case(
            (own.is_called(text), _EXACT),
            (own.begins_with(text), _BEGINS),
            else_=_CONTAINS,
        ).label("near")
        rows = own.rows(kind).add_columns(near).where(_found(session, kind, _typed(text)))
        statements.append(rows.order_by(near, func.fold(own.naming.en)).limit(OFFERED).subquery())
    found = union_all(*(each.select() for each in statements)).subquery()
    best = select(found).order_by(found.c.near, func.fold(found.c.name_en)).limit(OFFERED)
    return [_choosable(row) for row in session.execute(best)]


def namesakes(session: Session, code: str) -> list[Choosable]:
    """Fetch the other countries that go by a name of this one."""
    own = session.execute(
        select(Country.name_en, Country.name_fr).where(Country.code == code)
    ).one_or_none()
    found = [each for name in set(own or ()) for each in called(session, ["country"], name)]
    return list({each.key: each for each in found if each.key != code}.values())


def _typed(text: str) -> str:
    """Leave out a last word of a letter or two: it is still being typed, and is no word yet."""
    before, _, last = text.strip().rpartition(" ")
    return before if before and len(last) <= _BEGUN else text


def _found(session: Session, kind: str, text: str) -> ColumnElement[bool]:
    if kind != "agreement":
        return every_word(text, _KINDS[kind].finds)
    search = understand(session, text)
    return literal(value=True) if search is None else search.condition()


def _keys(kind: str, keys: Iterable[str]) -> list[Any]:
    if _KINDS[kind].naming.key.key == "code":
        return list(keys)
    return [int(key) for key in keys if re.fullmatch("[0-9]{1,18}", key)]


def _choosable(row: Any) -> Choosable:  # noqa: ANN401 (a row of _Kind.rows)
    detail = Bilingual.of(row.detail_en or None, row.detail_fr or None)
    return Choosable(row.kind, row.key, Bilingual(row.name_en, row.name_fr), detail)
