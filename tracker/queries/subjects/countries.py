"""Countries as their list shows them."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select

from tracker.models import AgreementParty, Country, OtherName
from tracker.queries.listing.counting import Total, agreements_of, count_of
from tracker.queries.listing.lists import Condition, ListQuery, in_both_languages, most_first
from tracker.queries.listing.paging import SortKey, read_text
from tracker.queries.listing.statistics import about_column, common_values
from tracker.queries.listing.words import every_word, in_any
from tracker.queries.text import Bilingual


@dataclass(frozen=True)
class CountryItem:
    """A country with the number of agreements that it is a party to."""

    code: str
    alpha3: str
    name: Bilingual
    region: Bilingual | None
    agreements: Total


_COMMON = common_values(AgreementParty.country_code)
_AGREEMENTS = func.coalesce(
    _COMMON.c.number,
    count_of(
        Country,
        select(AgreementParty.agreement_id).where(AgreementParty.country_code == Country.code),
    ),
)
_CODE = SortKey(Country.code, read_text)


def _item(row: Row[Any]) -> CountryItem:
    country: Country = row.Country
    return CountryItem(
        code=country.code,
        alpha3=country.alpha3,
        name=Bilingual(country.name_en, country.name_fr),
        region=Bilingual.of(country.region_en, country.region_fr),
        agreements=agreements_of(row),
    )


_mentions = in_any(
    Country.name_en,
    Country.name_fr,
    Country.code,
    Country.alpha3,
    called=(OtherName.country_code, Country.code),
)

COUNTRIES = ListQuery(
    table=Country,
    rows=select(Country, _AGREEMENTS.label("agreements"), about_column(_COMMON)).outerjoin(
        _COMMON, _COMMON.c.value == Country.code
    ),
    conditions={"q": Condition(lambda q: every_word(q, _mentions))},
    orders={
        **most_first("agreements", _AGREEMENTS, _CODE),
        **in_both_languages("name", Country.name_en, Country.name_fr, _CODE),
    },
    item=_item,
    left_out=frozenset(
        {
            "existed",
            "existed_lower_precision",
            "existed_upper_precision",
            "note_en",
            "note_fr",
        }
    ),
)
