"""Currencies as people call them: the codes of ISO 4217, and their names in both languages."""

from collections.abc import Mapping
from functools import cache

from babel.numbers import get_currency_name, list_currencies

from tracker.domain.sums import plain

_LANGUAGES = ("en", "fr")
_NUMBERS = (1, 2)  # for the names of one unit and of several


@cache
def currencies() -> Mapping[str, str]:
    """Return the codes of all currencies, those of the past too, by folded code and name.

    A name that several currencies have is left out.
    """
    codes = sorted(list_currencies())
    called: dict[str, set[str]] = {}
    for code in codes:
        for language in _LANGUAGES:
            for number in _NUMBERS:
                name = plain(get_currency_name(code, number, locale=language))
                called.setdefault(name, set()).add(code)
    names = {name: min(found) for name, found in called.items() if len(found) == 1}
    return names | {code.lower(): code for code in codes}
