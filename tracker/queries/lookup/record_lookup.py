"""Records that a form can choose: by their key, by exactly their name, or by part of it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, case, cast, func, literal, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from tracker.models import (
    Agreement,
    Country,
    Document,
    Event,
    Mineral,
    Official,
    OfficialName,
    Organization,
    Post,
    Sector,
)
from tracker.queries.agreements.search import understand
from tracker.queries.listing.expressions import AnySelect
from tracker.queries.listing.words import contains, every_word
from tracker.queries.text import Bilingual

OFFERED = 10
"""How many records are offered at once."""

_INDEXED = 200  # characters of a name that its index holds
_EXACT, _BEGINS, _CONTAINS = range(3)


@dataclass(frozen=True)
class Choosable:
    """A record that can be chosen; ``detail`` tells it from others of the same name."""

    kind: str
    key: str
    name: Bilingual
    detail: Bilingual | None


@dataclass(frozen=True)
class _Kind:
    """How records of one kind are called, shown and found."""

    key: Any
    name_en: Any
    name_fr: Any
    detail_en: Any
    detail_fr: Any
    called: tuple[Any, ...]
    """The columns that a record goes by: names, codes, short names."""
    mentions: Callable[[str], ColumnElement[bool]] | None = None
    """The condition that a word finds the record, where it is more than one of ``called``."""
    other_names: Callable[[ColumnElement[str]], ColumnElement[bool]] | None = None
    """The condition that another table has a folded text for its name."""

    def finds(self, word: str) -> ColumnElement[bool]:
        """Match records that a word finds."""
        if self.mentions is not None:
            return self.mentions(word)
        return or_(*(contains(column, word) for column in self.called))

    def is_called(self, text: str) -> ColumnElement[bool]:
        """Match records of exactly this name, whatever its accents and case."""
        folded = _folded(literal(text, String))
        named = [_folded(column) == folded for column in self.called]
        if self.other_names is not None:
            named.append(self.other_names(folded))
        return or_(*named)

    def rows(self, kind: str) -> AnySelect:
        """Select what a choice is made of."""
        return select(
            literal(kind).label("kind"),
            cast(self.key, String).label("key"),
            self.name_en.label("name_en"),
            self.name_fr.label("name_fr"),
            cast(self.detail_en, String).label("detail_en"),
            cast(self.detail_fr, String).label("detail_fr"),
        )


def _folded(column: Any) -> Any:  # noqa: ANN401 (any text column)
    return func.left(func.fold(column), _INDEXED)


def _name(model: Any, language: str, key: Any) -> Any:  # noqa: ANN401 (a table, a column)
    """Look up the name of the country or organization that a row belongs to."""
    other = aliased(model)
    own = other.code if model is Country else other.id
    return select(getattr(other, f"name_{language}")).where(own == key).scalar_subquery()


def _body(language: str, row: Any) -> Any:  # noqa: ANN401 (a table, a column)
    return func.coalesce(
        _name(Organization, language, row.organization_id),
        _name(Country, language, row.country_code),
    )


def _titled(language: str) -> Any:  # noqa: ANN401 (a column)
    """Call a post by its title and whose it is: many countries have a prime minister."""
    body = _body(language, Post)
    return func.concat_ws(", ", getattr(Post, f"title_{language}"), body)


def _in_names(word: str) -> ColumnElement[bool]:
    """Find a word in any spelling of an official's name."""
    spelt = select(OfficialName.official_id).where(contains(OfficialName.text, word))
    return or_(contains(Official.name, word), Official.id.in_(spelt))


def _spelt(folded: ColumnElement[str]) -> ColumnElement[bool]:
    names = select(OfficialName.official_id).where(_folded(OfficialName.text) == folded)
    return Official.id.in_(names)


_NOTHING = literal(None, String)
_PLACE = {language: _name(Country, language, Event.place_country_code) for language in ("en", "fr")}

_KINDS = {
    "country": _Kind(
        Country.code,
        Country.name_en,
        Country.name_fr,
        Country.code,
        Country.code,
        (Country.name_en, Country.name_fr, Country.code, Country.alpha3),
    ),
    "official": _Kind(
        Official.id,
        Official.name,
        Official.name,
        _name(Country, "en", Official.country_code),
        _name(Country, "fr", Official.country_code),
        (Official.name,),
        mentions=_in_names,
        other_names=_spelt,
    ),
    "post": _Kind(
        Post.id,
        _titled("en"),
        _titled("fr"),
        _NOTHING,
        _NOTHING,
        (_titled("en"), _titled("fr"), Post.title_en, Post.title_fr),
    ),
    "mineral": _Kind(
        Mineral.code,
        Mineral.name_en,
        Mineral.name_fr,
        Mineral.symbol,
        Mineral.symbol,
        (Mineral.name_en, Mineral.name_fr, Mineral.code, Mineral.symbol),
    ),
    "sector": _Kind(
        Sector.code,
        Sector.name_en,
        Sector.name_fr,
        _NOTHING,
        _NOTHING,
        (Sector.name_en, Sector.name_fr, Sector.code),
    ),
    "event": _Kind(
        Event.id,
        Event.title_en,
        Event.title_fr,
        func.concat_ws(", ", func.extract("year", Event.starts_on), _PLACE["en"]),
        func.concat_ws(", ", func.extract("year", Event.starts_on), _PLACE["fr"]),
        (Event.title_en, Event.title_fr),
    ),
    "organization": _Kind(
        Organization.id,
        Organization.name_en,
        Organization.name_fr,
        func.concat_ws(", ", Organization.acronym, _name(Country, "en", Organization.country_code)),
        func.concat_ws(", ", Organization.acronym, _name(Country, "fr", Organization.country_code)),
        (Organization.name_en, Organization.name_fr, Organization.acronym),
    ),
    "agreement": _Kind(
        Agreement.id,
        Agreement.title_en,
        Agreement.title_fr,
        Agreement.reference,
        Agreement.reference,
        (Agreement.title_en, Agreement.title_fr, Agreement.reference),
    ),
    "source": _Kind(
        Document.id,
        func.coalesce(Document.title, Document.url),
        func.coalesce(Document.title, Document.url),
        func.concat_ws(", ", Document.publisher, func.extract("year", Document.published_on)),
        func.concat_ws(", ", Document.publisher, func.extract("year", Document.published_on)),
        (Document.title, Document.url),
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
        _KINDS[kind].rows(kind).where(_KINDS[kind].key.in_(_keys(kind, found)))
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
    folded = func.fold(text)
    statements = []
    for kind in kinds:
        own = _KINDS[kind]
        near = case(
            (own.is_called(text), _EXACT),
            (or_(*(func.fold(each).startswith(folded) for each in own.called)), _BEGINS),
            else_=_CONTAINS,
        ).label("near")
        rows = own.rows(kind).add_columns(near).where(_found(session, kind, text))
        statements.append(rows.order_by(near, func.fold(own.name_en)).limit(OFFERED).subquery())
    found = union_all(*(each.select() for each in statements)).subquery()
    best = select(found).order_by(found.c.near, func.fold(found.c.name_en)).limit(OFFERED)
    return [_choosable(row) for row in session.execute(best)]


def _found(session: Session, kind: str, text: str) -> ColumnElement[bool]:
    if kind != "agreement":
        return every_word(text, _KINDS[kind].finds)
    search = understand(session, text)
    return literal(value=True) if search is None else search.condition()


def _keys(kind: str, keys: Iterable[str]) -> list[Any]:
    if _KINDS[kind].key.key == "code":
        return list(keys)
    return [int(key) for key in keys if re.fullmatch("[0-9]{1,18}", key)]


def _choosable(row: Any) -> Choosable:  # noqa: ANN401 (a row of _Kind.rows)
    detail = Bilingual.of(row.detail_en or None, row.detail_fr or None)
    return Choosable(row.kind, row.key, Bilingual(row.name_en, row.name_fr), detail)
