"""How sums of money look on a page, with the words that say how they are meant."""

from collections.abc import Callable
from decimal import Decimal

from babel.numbers import format_compact_decimal, format_decimal, get_currency_name
from flask_babel import format_currency, get_locale, gettext

from tracker.domain.sums import Sum
from tracker.domain.vocabularies import SumBound

_COMPACT_FROM = Decimal(10) ** 6


def show_sum(found: Sum) -> str:
    """Write a sum for a table: its figures, with the sign of its currency."""
    return _as_meant(found, lambda amount: str(format_currency(amount, found.currency)))


def sum_in_words(found: Sum) -> str:
    """Say a sum back to whoever types it: ``1,600,000,000 US dollars (1.6 billion)``."""
    return _as_meant(found, lambda amount: _said(amount, found.currency))


def _as_meant(found: Sum, write: Callable[[Decimal], str]) -> str:
    amount = write(found.amount)
    match found.bound:
        case SumBound.UP_TO:
            words = gettext("up to %(sum)s", sum=amount)
        case SumBound.AT_LEAST:
            words = gettext("at least %(sum)s", sum=amount)
        case SumBound.ABOUT:
            words = gettext("about %(sum)s", sum=amount)
        case SumBound.BETWEEN if found.upper is not None:
            words = gettext("%(low)s to %(high)s", low=amount, high=write(found.upper))
        case _:
            words = amount
    return str(words)


def _said(amount: Decimal, currency: str | None) -> str:
    locale = get_locale()
    words = format_decimal(amount, locale=locale)
    if currency:
        words = f"{words} {get_currency_name(currency, amount, locale=locale)}"
    if amount >= _COMPACT_FROM:
        compact = format_compact_decimal(
            amount, format_type="long", locale=locale, fraction_digits=3
        )
        words = f"{words} ({compact})"
    return words
