"""Sums as people write them are read as they are meant, or asked about."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.sums import (
    MOST,
    AmbiguousSumError,
    Sum,
    UnknownCurrencyError,
    UnreadableSumError,
    read_currency,
    read_sum,
)
from tracker.domain.vocabularies import SumBound
from tracker.forms.currencies import currencies

CENTS = st.integers(0, int(MOST) * 100 - 1)


def read(text: str, language: str = "en") -> Sum:
    return read_sum(text, currencies(), language)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("100000", "100000"),
        ("100 000", "100000"),
        ("100\u202f000", "100000"),
        ("1,234,567", "1234567"),
        ("1.234.567", "1234567"),
        ("1'234'567", "1234567"),
        ("1\u2019234.50", "1234.50"),
        ("1 234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1.234,50", "1234.50"),
        ("1 234,500", "1234.50"),
        ("0,500", "0.50"),
        ("12.5", "12.50"),
        ("1.6 billion", "1600000000"),
        ("1,6 Md", "1600000000"),
        ("1,6 milliard", "1600000000"),
        ("500m", "500000000"),
        ("500 M", "500000000"),
        ("2 trillion", "2000000000000"),
        ("25k", "25000"),
        ("3.14159 million", "3141590"),
    ],
)
def test_a_sum_is_read(text: str, amount: str) -> None:
    assert read(text) == Sum(Decimal(amount).quantize(Decimal("0.01")))


@pytest.mark.parametrize("text", ["100,000", "12,345", "1.500", "999.999", "US$ 100,000"])
def test_one_separator_before_three_digits_is_asked_about(text: str) -> None:
    digits = text.removeprefix("US$ ")
    with pytest.raises(AmbiguousSumError) as error:
        read(text)
    assert error.value.readings == (
        Decimal(digits.replace(",", "").replace(".", "")),
        Decimal(digits.replace(",", ".")),
    )


@pytest.mark.parametrize(("text", "largest"), [("1 billion", 12), ("1 trillion", 18)])
def test_what_is_another_number_in_french_is_asked_about_on_a_french_page(
    text: str, largest: int
) -> None:
    with pytest.raises(AmbiguousSumError) as error:
        read(text, "fr")
    assert error.value.readings[0] == Decimal(10) ** largest
    assert read("1 milliard", "fr").amount == Decimal(10) ** 9


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("US$ 500m", "USD"),
        ("US$500m", "USD"),
        ("1,6 Md €", "EUR"),
        ("500 M€", "EUR"),
        ("€1.6bn", "EUR"),
        ("500 RMB", "CNY"),
        ("500 usd", "USD"),
        ("KZT 5", "KZT"),
        ("5 millions de dollars des États-Unis", "USD"),
        ("5 million US dollars", "USD"),
        ("3 milliards d\u2019euros", "EUR"),
        ("C$2bn", "CAD"),
    ],
)
def test_the_currency_beside_a_sum_is_read(text: str, currency: str) -> None:
    assert read(text).currency == currency


@pytest.mark.parametrize("text", ["$500m", "5 dollars", "¥5", "5 XQQ", "5 francs suisse"])
def test_what_is_no_currency_or_several_is_refused(text: str) -> None:
    with pytest.raises(UnknownCurrencyError):
        read(text)


@pytest.mark.parametrize(
    ("text", "amount", "upper", "bound"),
    [
        ("up to 2 bn USD", "2e9", None, SumBound.UP_TO),
        ("Jusqu\u2019à 1,6 Md €", "1.6e9", None, SumBound.UP_TO),
        ("at least 5", "5", None, SumBound.AT_LEAST),
        ("plus de 5 millions d'euros", "5e6", None, SumBound.AT_LEAST),
        ("about US$1.5bn", "1.5e9", None, SumBound.ABOUT),
        ("environ 3", "3", None, SumBound.ABOUT),
        ("~3m", "3e6", None, SumBound.ABOUT),
        ("1-2 billion", "1e9", "2e9", SumBound.BETWEEN),
        ("between 900 million and 2 billion", "9e8", "2e9", SumBound.BETWEEN),
        ("entre 1 et 2 Md €", "1e9", "2e9", SumBound.BETWEEN),
        ("10 to 20 million euros", "1e7", "2e7", SumBound.BETWEEN),
    ],
)
def test_how_a_sum_is_meant_is_read(
    text: str, amount: str, upper: str | None, bound: SumBound
) -> None:
    found = read(text)
    assert (found.amount, found.upper, found.bound) == (
        Decimal(amount),
        None if upper is None else Decimal(upper),
        bound,
    )


@pytest.mark.parametrize(
    "text",
    [
        *("", "much", "-5", "5%", "1e5", "1 2 3", "1,23,456", "12..5", "1.2.3", "1234,567"),
        *("5.0001", "1'23", "2-1", "EUR 5 USD", "5 EUR - 6 USD", "9" * 19, "NaN", "Infinity"),
        *("(5)", "five", "5 5", "½"),
    ],
)
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises((UnreadableSumError, UnknownCurrencyError)):
        read(text)


@given(CENTS, st.sampled_from([("", "."), ("", ","), (" ", ","), ("\u202f", ","), ("'", ".")]))
def test_what_is_written_with_two_decimals_is_read_back(cents: int, signs: tuple[str, str]) -> None:
    group, point = signs
    whole = f"{cents // 100:,}".replace(",", group)
    amount = Decimal(cents).scaleb(-2)
    assert read(f"{whole}{point}{cents % 100:02}").amount == amount


@given(CENTS, st.sampled_from([(",", "."), (".", ",")]))
def test_groups_and_decimals_of_unlike_signs_are_read_back(
    cents: int, signs: tuple[str, str]
) -> None:
    group, point = signs
    whole = f"{cents // 100:,}".replace(",", group)
    assert read(f"{whole}{point}{cents % 100:02}").amount == Decimal(cents).scaleb(-2)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read(text)
    except (AmbiguousSumError, UnknownCurrencyError, UnreadableSumError):
        return
    assert 0 <= found.amount < MOST


@pytest.mark.parametrize(
    ("text", "code"), [("usd", "USD"), ("RMB", "CNY"), ("€", "EUR"), ("euros", "EUR")]
)
def test_a_currency_is_read(text: str, code: str) -> None:
    assert read_currency(text, currencies()) == code
