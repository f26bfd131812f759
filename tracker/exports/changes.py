"""Changes of the database as data and as an Atom feed (RFC 4287)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from tracker.domain.text import fit_for_xml
from tracker.queries.history.changes import Touched

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class ChangedRecord:
    """A record that a change touched, and where it, or of a removed one its history, is shown."""

    table: str
    key: str
    name: str
    removed: bool
    address: str | None


def item(touched: Touched, records: Sequence[ChangedRecord]) -> dict[str, Any]:
    """Return a change as data."""
    change = touched.change
    return {
        "id": change.id,
        "at": change.at.isoformat(),
        "actor": change.actor,
        "door": change.door,
        "reason": change.reason,
        "rows": touched.rows,
        "records": [
            {
                "table": record.table,
                "key": record.key,
                "name": record.name,
                "removed": record.removed,
                "url": record.address,
            }
            for record in records
        ],
        "more_records": touched.more,
    }


def feed(  # noqa: PLR0913 (all by name)
    changes: Iterable[Touched],
    *,
    title: str,
    page: str,
    address: str,
    language: str,
    described: Callable[[Touched], tuple[Sequence[ChangedRecord], str]],
) -> bytes:
    """Write changes as an Atom feed; ``page`` shows them to people, ``address`` is the feed's.

    ``described`` names the records of a change and counts its rows in words.
    """
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
        records, counts = described(touched)
        named = ", ".join(record.name for record in records) + (", …" if touched.more else "")
        _text(entry, "title", f"{change.actor}: {named or counts}")
        _text(entry, "updated", change.at.isoformat())
        ET.SubElement(entry, f"{{{ATOM}}}link", href=f"{page}#change-{change.id}")
        for record in records:
            if record.address is not None:
                more = {"rel": "related", "href": record.address, "title": fit_for_xml(record.name)}
                ET.SubElement(entry, f"{{{ATOM}}}link", more)
        _text(ET.SubElement(entry, f"{{{ATOM}}}author"), "name", change.actor)
        said = [named, counts, change.reason or ""]
        _text(entry, "summary", "; ".join(each for each in said if each))
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _text(parent: ET.Element, tag: str, text: str) -> None:
    """Add an element with a text."""
    ET.SubElement(parent, f"{{{ATOM}}}{tag}").text = fit_for_xml(text)
