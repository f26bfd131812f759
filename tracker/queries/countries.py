"""Countries as their list shows them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from tracker.models import AgreementParty, Country
from tracker.queries.lists import ListQuery, agreement_counts, in_both_languages, most_first
from tracker.queries.paging import Key, read_text
from tracker.queries.search import every_word, in_any
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class CountryItem:
    """A country with the number of agreements that it is a party to."""

    code: str
    alpha3: str
    name: Bilingual
    region: Bilingual | None
    agreements: int


_COUNTS = agreement_counts(
    select(AgreementParty.country_code.label("key"), AgreementParty.agreement_id)
)
_CODE = Key(Country.code, read_text)


def _item(row: Row[Any]) -> CountryItem:
    country: Country = row.Country
    return CountryItem(
        code=country.code,
        alpha3=country.alpha3,
        name=Bilingual(country.name_en, country.name_fr),
        region=Bilingual.of(country.region_en, country.region_fr),
        agreements=row.agreements,
    )


_mentions = in_any(Country.name_en, Country.name_fr, Country.code, Country.alpha3)

COUNTRIES = ListQuery(
    table=Country,
    rows=select(Country, func.coalesce(_COUNTS.c.agreements, 0).label("agreements")).outerjoin(
        _COUNTS, _COUNTS.c.key == Country.code
    ),
    conditions={"q": lambda q: every_word(q, _mentions)},
    orders={
        **most_first("agreements", _COUNTS.c.agreements, _CODE),
        **in_both_languages("name", Country.name_en, Country.name_fr, _CODE),
    },
    item=_item,
)
