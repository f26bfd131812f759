"""How text is compared, as ``public.fold`` does in the database for Latin and Cyrillic script."""

import re
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


_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that have no place in XML 1.0, and so in no feed and no workbook."""


def first_outside_xml(text: str) -> tuple[str, int] | None:
    """Return the first character that no feed or workbook can hold, and its place from 1 on."""
    found = _NO_XML.search(text)
    return None if found is None else (found[0], found.start() + 1)


def fit_for_xml(text: str) -> str:
    """Return the text without the characters that no feed or workbook can hold."""
    return _NO_XML.sub("", text)


def fold(text: str) -> str:
    """Return the text without accents or case."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return bare.casefold().translate(_LETTERS).translate(_APOSTROPHES)
