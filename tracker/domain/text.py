"""How text is compared, as ``public.fold`` does in the database for Latin and Cyrillic script."""

import unicodedata

_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "ð": "d",
        "đ": "d",
        "ħ": "h",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "ĸ": "q",
        "ł": "l",
        "ŋ": "n",
        "ø": "o",
        "œ": "oe",
        "þ": "th",
        "ŧ": "t",
    }
)
"""Letters of European languages that are not another letter with an accent."""

_APOSTROPHES = str.maketrans(dict.fromkeys("ʹʻʼʽˈ‘’′", "'"))  # noqa: RUF001 - as they are typed
"""Signs for one and the same, among them the ones that make a letter of Uzbek's O and G."""


def fold(text: str) -> str:
    """Return the text without accents or case."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.casefold().translate(_LETTERS).translate(_APOSTROPHES)
