"""What of a page a browser would run or fetch that is not the site's own."""

from html.parser import HTMLParser

_FETCHES = {"action", "data", "formaction", "href", "poster", "src", "srcset"}
_FOLLOWED = {"a", "form", "button"}  # by a person who presses


class Risks(HTMLParser):
    """Scripts, styles and handlers within a page, and what it asks for elsewhere by itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        own_script = given.get("src", "").startswith("/static/")
        if (tag == "script" and not own_script) or tag in {"style", "base", "iframe", "object"}:
            self.found.append(self.get_starttag_text() or tag)
        self.found += [
            f"{tag} {name}={value}"
            for name, value in given.items()
            if name.startswith(("on", "hx-on")) or name == "style" or _leads_out(tag, name, value)
        ]


def _leads_out(tag: str, name: str, value: str) -> bool:
    if name not in _FETCHES:
        return False
    scheme, colon, _ = value.strip().lower().partition(":")
    if tag in _FOLLOWED:
        return bool(colon) and scheme.isalpha() and scheme not in {"http", "https", "mailto"}
    drawn = tag == "img" and value.startswith("data:image/")
    return not drawn and (value.startswith("//") or (bool(colon) and "/" not in scheme))
