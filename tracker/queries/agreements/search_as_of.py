"""Searching agreements as they were: their rows of that moment are read, for no index has them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, any_, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from tracker.models import (
    Agreement,
    AgreementForm,
    AgreementOfficial,
    AgreementParty,
    AgreementScope,
    Country,
    Mineral,
    Official,
    OfficialName,
    Organization,
    OtherName,
    Sector,
)
from tracker.queries.listing.counting import rows_about
from tracker.queries.listing.words import SearchTerm

READ_UP_TO = 5_000
"""Agreements that are read for a search while somebody waits."""


@dataclass(frozen=True)
class PastSearch:
    """What a search found in the past: the keys of agreements, each of which has every word."""

    found: list[int]
    misspelt: tuple[SearchTerm, ...] = ()
    """None ever is: what was misspelt then is found as it was."""

    def condition(self) -> ColumnElement[bool]:
        """Match the agreements that were found."""
        return Agreement.id == any_(literal(self.found))


def search_past(session: Session, q: str) -> PastSearch | None:
    """Find agreements by words they had at the moment of a session; None where they are too many.

    A word is found where one begins with it, as ``guard.agreement_search`` has them.
    """
    if rows_about(session, "agreement") > READ_UP_TO:
        return None
    found = (Agreement.id.in_(union_all(*_having(word))) for word in q.split())
    return PastSearch(list(session.scalars(select(Agreement.id).where(*found))))


def _having(word: str) -> Iterator[Select[int]]:
    """Select the agreements in which a word stands: in each of the places where it can."""
    yield select(Agreement.id).where(
        _has(
            word,
            *(Agreement.reference, Agreement.title_en, Agreement.title_fr),
            *(Agreement.place_en, Agreement.place_fr, Agreement.summary_en, Agreement.summary_fr),
        )
    )
    yield select(Agreement.id).where(
        or_(
            Agreement.form.in_(
                select(AgreementForm.code).where(
                    _has(word, AgreementForm.label_en, AgreementForm.label_fr)
                )
            ),
            _otherwise(word, OtherName.agreement_form_code, Agreement.form),
        )
    )
    countries = _has(word, Country.code, Country.alpha3, Country.name_en, Country.name_fr)
    bodies = _has(word, Organization.acronym, Organization.name_en, Organization.name_fr)
    yield select(AgreementParty.agreement_id).where(
        or_(
            _has(word, AgreementParty.named_as),
            AgreementParty.country_code.in_(select(Country.code).where(countries)),
            AgreementParty.organization_id.in_(select(Organization.id).where(bodies)),
            _otherwise(word, OtherName.country_code, AgreementParty.country_code),
            _otherwise(word, OtherName.organization_id, AgreementParty.organization_id),
        )
    )
    named = union_all(
        select(Official.id).where(_has(word, Official.name)),
        select(OfficialName.official_id).where(_has(word, OfficialName.text)),
    )
    yield select(AgreementOfficial.agreement_id).where(AgreementOfficial.official_id.in_(named))
    minerals = or_(
        _has(word, Mineral.symbol, Mineral.name_en, Mineral.name_fr),
        _otherwise(word, OtherName.mineral_code, Mineral.code),
    )
    sectors = or_(
        _has(word, Sector.name_en, Sector.name_fr),
        _otherwise(word, OtherName.sector_code, Sector.code),
    )
    named_minerals = select(Mineral.code).where(minerals)
    named_sectors = select(Sector.code).where(sectors)
    member, part = aliased(Mineral), aliased(Sector)
    yield select(AgreementScope.agreement_id).where(
        or_(
            AgreementScope.mineral_code.in_(named_minerals),
            AgreementScope.mineral_code.in_(
                select(member.code).where(member.group_code.in_(named_minerals))
            ),
            AgreementScope.sector_code.in_(named_sectors),
            AgreementScope.sector_code.in_(
                select(part.code).where(part.parent_code.in_(named_sectors))
            ),
        )
    )


def _otherwise(word: str, column: Any, key: Any) -> ColumnElement[bool]:  # noqa: ANN401 (columns)
    """Match rows among whose other names, tied by ``column`` to their ``key``, one has a word."""
    names = select(column).where(column.is_not(None), _has(word, OtherName.text))
    found: ColumnElement[bool] = key.in_(names)
    return found


def _has(word: str, *columns: Any) -> ColumnElement[bool]:  # noqa: ANN401 (text columns)
    """Match rows in one of whose texts some word begins with one that was typed."""
    # In a query of its own, so that PostgreSQL asks once for it and not for each row.
    plain = func.plain(word)
    end = case((func.guard.stands_alone(plain), " %"), else_="%")
    pattern = select(func.concat("% ", plain, end)).scalar_subquery()
    return func.concat(" ", func.plain(func.concat_ws(" ", *columns)), " ").like(pattern)
