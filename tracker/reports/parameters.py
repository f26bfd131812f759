"""Parameters in SQL: written `:'name'`, as psql's variables are, and bound, never pasted in."""

import re
from collections.abc import Callable, Iterator, Mapping

from tracker.errors import TrackerError

_TOKENS = re.compile(
    r"""
      --[^\n]*                              # a comment to the end of the line
    | /\*                                   # one that may hold others
    | \b[eE]'(?:[^'\\]|\\.|'')*'            # a string with escapes
    | '(?:[^']|'')*'                        # a string
    | "(?:[^"]|"")*"                        # a quoted name
    | (?P<tag>\$(?:[^\W\d]\w*)?\$).*?(?P=tag)  # a string in dollars
    | ::
    | (?P<end>;)
    | :'(?P<name>[a-z][a-z0-9_]*)'
    """,
    re.VERBOSE | re.DOTALL,
)
_COMMENT_ENDS = re.compile(r"/\*|\*/")


class UnknownParameterError(TrackerError):
    """A statement names a parameter that has no value."""

    def __init__(self, name: str) -> None:
        """Take the parameter's name."""
        super().__init__(f"The statement asks for the parameter {name}, which has no value.")
        self.name = name


def parameter_names(sql: str) -> list[str]:
    """Return the parameters that a statement asks for, each once, in order."""
    return list(dict.fromkeys(name for _, _, name in _occurrences(sql)))


def bind(sql: str, values: Mapping[str, str]) -> tuple[str, list[str]]:
    """Return the statement with `$1`, `$2`, ... for its parameters, and their values.

    Everything stays at its place, so that an error's position is true. Raises
    UnknownParameterError.
    """
    names = parameter_names(sql)
    for name in names:
        if name not in values:
            raise UnknownParameterError(name)
    bound = sql
    for start, end, name in _occurrences(sql):
        place = f"${names.index(name) + 1}".ljust(end - start)
        bound = bound[:start] + place + bound[end:]
    return bound, [values[name] for name in names]


def write_in(sql: str, values: Mapping[str, str], quote: Callable[[str], str]) -> str:
    """Return one query with its values in the text, as ``quote`` writes them, and no semicolon.

    For COPY, which takes no bound values, and its query in brackets.
    """
    written = ""
    position = 0
    for token in _tokens(sql):
        if token["name"] or token["end"]:
            text = quote(values[token["name"]]) if token["name"] else ""
            written += f"{sql[position : token.start()]} {text} "
            position = token.end()
    return written + sql[position:]


def _occurrences(sql: str) -> list[tuple[int, int, str]]:
    """Find where parameters stand."""
    return [(token.start(), token.end(), token["name"]) for token in _tokens(sql) if token["name"]]


def _tokens(sql: str) -> Iterator[re.Match[str]]:
    """Yield what may hold parameters, or is one: what stands in strings and comments is none."""
    position = 0
    while token := _TOKENS.search(sql, position):
        position = token.end()
        if token[0] == "/*":
            position = _end_of_comment(sql, position)
        yield token


def _end_of_comment(sql: str, position: int) -> int:
    depth = 1
    while depth and (mark := _COMMENT_ENDS.search(sql, position)):
        depth += 1 if mark[0] == "/*" else -1
        position = mark.end()
    return len(sql) if depth else position
