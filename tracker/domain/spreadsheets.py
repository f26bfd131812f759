"""What spreadsheets run as a formula when they open a CSV file, whatever was meant by it."""

FORMULA_SIGNS = "=+-@＝＋－＠\t\r\n"  # noqa: RUF001 (full-width, which some of them read alike)
"""Signs with which a formula begins, and those after which a careless reader looks for one."""

INVISIBLE = (
    " \v\f\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{OGHAM SPACE MARK}\N{MONGOLIAN VOWEL SEPARATOR}"
    + "".join(map(chr, range(0x2000, 0x2010)))  # blanks, and marks of direction
    + "".join(map(chr, range(0x2028, 0x2030)))
    + "".join(map(chr, range(0x205F, 0x2070)))
    + "\N{IDEOGRAPHIC SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
)
"""Characters that nobody sees before such a sign, and that are dropped before it is read."""


def begins_formula(text: str) -> bool:
    """Tell whether a spreadsheet may run a cell as a formula."""
    return text.lstrip(INVISIBLE).startswith(tuple(FORMULA_SIGNS))
