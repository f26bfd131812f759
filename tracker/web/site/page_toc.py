"""What a long page consists of: the headings of its parts, by which one goes to each."""

import re

from markupsafe import Markup

_HEADING = re.compile(r'<h2 id="([^"]+)">\s*(.*?)\s*</h2>', re.DOTALL)


def headings(page: Markup) -> list[tuple[str, Markup]]:
    """Return the id and the words of each heading in a part of a page."""
    return [(found[1], page[slice(*found.span(2))]) for found in _HEADING.finditer(page)]
