"""Text is folded alike in the program and in the database, so that it sorts and compares alike."""

import unicodedata

from sqlalchemy import Connection, text

from tracker.domain.text import fold

DEPRECATED = "\N{LATIN SMALL LETTER N PRECEDED BY APOSTROPHE}ŀĿ"
"""Unicode itself would rather see these written as two characters."""

BASIC = range(0x41, 0x7B)
WESTERN_AND_CENTRAL_EUROPEAN = range(0xC0, 0x180)
VIETNAMESE = range(0x1EA0, 0x1EFA)

LETTERS = [
    letter
    for block in (BASIC, WESTERN_AND_CENTRAL_EUROPEAN, VIETNAMESE)
    for letter in map(chr, block)
    if letter.isalpha() and letter not in DEPRECATED
]


def test_letters_are_folded_alike(owner: Connection) -> None:
    apart = [unicodedata.normalize("NFD", letter) for letter in LETTERS]
    query = text(
        "SELECT public.fold(t) FROM unnest(CAST(:texts AS text[])) WITH ORDINALITY AS u(t)"
    )
    for texts in (LETTERS, apart):
        found = owner.scalars(query, {"texts": texts}).all()
        assert dict(zip(texts, found, strict=True)) == {letter: fold(letter) for letter in texts}
