"""How text is compared, the same as ``public.fold`` does in the database for Latin script."""

import unicodedata


def fold(text: str) -> str:
    """Return the text without accents or case."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()
