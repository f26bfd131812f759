"""Sums of money as people write them: ``1 234,50``, ``1.6 billion``, ``US$ 500m``, ``2 Md €``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tracker.domain.text import fold
from tracker.domain.vocabularies import SumBound

MOST = Decimal(10) ** 18
"""No sum is as large as this."""
_DECIMALS = 2

_SCALES = {
    **dict.fromkeys(("k", "thousand", "mille", "millier", "milliers"), 3),
    **dict.fromkeys(("m", "mn", "mio", "million", "millions"), 6),
    **dict.fromkeys(("b", "bn", "md", "mds", "mrd", "milliard", "milliards"), 9),
    **dict.fromkeys(("billion", "billions"), 9),
    **dict.fromkeys(("tn", "trillion", "trillions"), 12),
}
"""Powers of ten by the words for them."""

_SCALES_ELSEWHERE = {"billion": 12, "billions": 12, "trillion": 18, "trillions": 18}
"""Words that are another power in French than in English: on a French page either may be meant."""

_SIGNS = {
    "us$": "USD",
    "ca$": "CAD",
    "c$": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "nz$": "NZD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "₸": "KZT",
    "₹": "INR",
    "₩": "KRW",
    "₴": "UAH",
    "₺": "TRY",
    "rmb": "CNY",
    "yuan": "CNY",
    "yuans": "CNY",
    "euro": "EUR",
}
"""Currencies by the signs and words that mean one and no other; `$` and `¥` mean several."""

_BOUNDS = {
    SumBound.UP_TO: r"up to|at most|no more than|jusqu'a|au plus|au maximum|<=?",
    SumBound.AT_LEAST: r"at least|no less than|more than|over|au moins|au minimum|plus de|>=?",
    SumBound.ABOUT: r"about|around|approximately|some|circa|c\.|~|environ|quelque|pres de",
}
_MEANT = {
    bound: re.compile(rf"(?:{words})(?:(?<=[~<>=.])|(?!\w)) ?(.+)")
    for bound, words in _BOUNDS.items()
}
_RANGES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:between|entre) (.+?) (?:and|et) (.+)",
        r"(?:from |de )?(.*\d.*?) (?:to|a) (.*\d.*)",
        r"(.*\d.*?) ?- ?(.*\d.*)",
    )
)
_PARTS = re.compile(r"(?P<before>\D*?) ?(?P<number>\d(?:[\d ,.']*\d)?) ?(?P<after>\D*)")
_SCALE = re.compile(r"(?P<word>[a-z]+)\.?(?: (?:de|d'|of)(?= )| d'(?=\w))?")
_WHOLE = r"(?:\d{1,3}(?:[ ']\d{3})+|\d+)"


class UnreadableSumError(ValueError):
    """A text that is no sum of money."""


class UnknownCurrencyError(ValueError):
    """A text that names no currency, or may name several: the argument is that text."""


class AmbiguousSumError(ValueError):
    """A text that may mean two sums, as where ``100,000`` may be a hundred: ``readings``."""

    def __init__(self, readings: tuple[Decimal, Decimal]) -> None:
        """Take the two sums that may be meant."""
        super().__init__(" or ".join(map(str, readings)))
        self.readings = readings


@dataclass(frozen=True)
class Sum:
    """A sum as it is written: what was not written is None.

    ``amount`` is in units of the currency; of a range it is the lower end, ``upper`` the other.
    """

    amount: Decimal
    upper: Decimal | None = None
    bound: SumBound | None = None
    currency: str | None = None


@dataclass(frozen=True)
class _Written:
    """A number as it is written, with the powers of ten that it may be of, and its currency."""

    number: str
    powers: tuple[int, ...]
    currency: str | None


def read_sum(text: str, currencies: Mapping[str, str], language: str = "en") -> Sum:
    """Read a sum with the words that say how it is meant and in which currency.

    ``currencies`` are the codes of ISO 4217 by folded code and name; ``language`` is that of the
    page. Raises ``AmbiguousSumError``, ``UnknownCurrencyError`` or ``UnreadableSumError``.
    """
    written = plain(text)
    for bound, pattern in _MEANT.items():
        if match := pattern.fullmatch(written):
            one = _read(match[1], currencies, language)
            return Sum(_amount(one), None, bound, one.currency)
    for pattern in _RANGES:
        if match := pattern.fullmatch(written):
            return _range(*(_read(each, currencies, language) for each in match.groups()))
    one = _read(written, currencies, language)
    return Sum(_amount(one), currency=one.currency)


def read_currency(text: str, currencies: Mapping[str, str]) -> str:
    """Read a currency by code, name or a sign of its own. Raises ``UnknownCurrencyError``."""
    written = plain(text)
    code = _SIGNS.get(written.replace(" ", "")) or currencies.get(written)
    if code is None:
        raise UnknownCurrencyError(text.strip())
    return code


def plain(text: str) -> str:
    """Fold a text, with one kind of blank, of apostrophe and of dash."""
    words = fold(re.sub("[\u2018\u2019\u02bc`]", "'", re.sub("[\u2010-\u2015\u2212]", "-", text)))
    return " ".join(words.split())


def _range(low: _Written, high: _Written) -> Sum:
    """Read a range; where its lower end has no word of scale, that of the upper one is meant."""
    if low.powers == (0,):
        low = _Written(low.number, high.powers, low.currency)
    if low.currency and high.currency and low.currency != high.currency:
        raise UnreadableSumError(f"{low.currency}, {high.currency}")
    lower, upper = _amount(low), _amount(high)
    if lower >= upper:
        raise UnreadableSumError(f"{lower} - {upper}")
    return Sum(lower, upper, SumBound.BETWEEN, low.currency or high.currency)


def _read(text: str, currencies: Mapping[str, str], language: str) -> _Written:
    match = _PARTS.fullmatch(text)
    if match is None:
        raise UnreadableSumError(text)
    powers, rest = _powers(match["after"], language)
    names = [each for each in (match["before"], rest) if each]
    if len(names) > 1 or any(not re.search(r"[^\W\d_]|[$€£¥₽₸₹₩₴₺]", each) for each in names):
        raise UnreadableSumError(text)
    currency = read_currency(names[0], currencies) if names else None
    return _Written(match["number"], powers, currency)


def _powers(after: str, language: str) -> tuple[tuple[int, ...], str]:
    """Return the powers of ten that a word after a number may mean, and what follows it."""
    match = _SCALE.match(after)
    if match is None or match["word"] not in _SCALES:
        return (0,), after
    word, rest = match["word"], after[match.end() :].strip()
    if language == "fr" and word in _SCALES_ELSEWHERE:
        return (_SCALES[word], _SCALES_ELSEWHERE[word]), rest
    return (_SCALES[word],), rest


def _amount(written: _Written) -> Decimal:
    """Return the one sum that a number and its power mean."""
    found = {
        number.scaleb(power) for number in _numbers(written.number) for power in written.powers
    }
    amounts = sorted(found, reverse=True)
    if len(amounts) > 1:
        raise AmbiguousSumError((amounts[0], amounts[-1]))
    (amount,) = amounts
    if amount >= MOST or amount != round(amount, _DECIMALS):
        raise UnreadableSumError(written.number)
    return round(amount, _DECIMALS)


def _numbers(text: str) -> tuple[Decimal, ...]:
    """Return what a number may be: two where one separator stands before exactly three digits."""
    separators = {sign for sign in ",." if sign in text}
    if len(separators) > 1:
        last = max(separators, key=text.rindex)
        group = re.escape((separators - {last}).pop())
        whole, decimal = rf"\d{{1,3}}(?:{group}\d{{3}})+", rf"{re.escape(last)}\d+"
    elif separators and text.count(sign := separators.pop()) > 1:
        whole, decimal = rf"\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+", ""
    else:
        if re.fullmatch(r"[1-9]\d{0,2}[,.]\d{3}", text):
            return Decimal(re.sub("[,.]", "", text)), Decimal(text.replace(",", "."))
        whole, decimal = _WHOLE, r"[,.]\d+"
    match = re.fullmatch(rf"({whole})({decimal})?" if decimal else rf"({whole})()", text)
    if match is None:
        raise UnreadableSumError(text)
    whole, decimals = (re.sub(r"\D", "", part or "") for part in match.groups())
    return (Decimal(f"{whole}.{decimals or 0}"),)
