"""Changes of the database as data and as an Atom feed (RFC 4287)."""

from collections.abc import Callable, Iterable
from typing import Any
from xml.etree import ElementTree as ET

from tracker.queries.history import Touched

ATOM = "http://www.w3.org/2005/Atom"


def item(touched: Touched) -> dict[str, Any]:
    """Return a change as data."""
    change = touched.change
    return {
        "id": change.id,
        "at": change.at.isoformat(),
        "actor": change.actor,
        "door": change.door,
        "reason": change.reason,
        "rows": touched.rows,
    }


def feed(  # noqa: PLR0913 (all by name)
    changes: Iterable[Touched],
    *,
    title: str,
    page: str,
    address: str,
    language: str,
    summary: Callable[[dict[str, int]], str],
) -> bytes:
    """Write changes as an Atom feed; ``page`` shows them to people, ``address`` is the feed's."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": language})
    _text(root, "title", title)
    _text(root, "id", page)
    ET.SubElement(root, f"{{{ATOM}}}link", rel="self", href=address)
    ET.SubElement(root, f"{{{ATOM}}}link", rel="alternate", href=page)
    listed = list(changes)
    newest = listed[0].change.at.isoformat() if listed else "1970-01-01T00:00:00+00:00"
    _text(root, "updated", newest)
    for touched in listed:
        change = touched.change
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        _text(entry, "id", f"{page}#change-{change.id}")
        _text(entry, "title", f"{change.actor}: {summary(touched.rows)}")
        _text(entry, "updated", change.at.isoformat())
        ET.SubElement(entry, f"{{{ATOM}}}link", href=f"{page}#change-{change.id}")
        _text(ET.SubElement(entry, f"{{{ATOM}}}author"), "name", change.actor)
        _text(entry, "summary", change.reason or summary(touched.rows))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _text(parent: ET.Element, tag: str, text: str) -> None:
    """Add an element with a text, without the characters that XML has no place for."""
    shown = "".join(each for each in text if each >= " " or each in "\t\n")
    ET.SubElement(parent, f"{{{ATOM}}}{tag}").text = shown
