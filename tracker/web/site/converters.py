"""Keys in addresses, checked before they reach the database."""

from flask import Flask
from werkzeug.routing import BaseConverter, IntegerConverter, Map

LARGEST_ID = 2**63 - 1
"""The largest number that the database's ids can be."""


class IdConverter(IntegerConverter):
    """An id: a number that the database can hold."""

    def __init__(self, url_map: Map) -> None:
        """Take the map of addresses."""
        super().__init__(url_map, min=1, max=LARGEST_ID)


class CodeConverter(BaseConverter):
    """A code of a mineral or a sector."""

    regex = "[a-z][a-z0-9_]*"


class CountryConverter(BaseConverter):
    """A country's two letters, in whatever case."""

    regex = "[A-Za-z]{2}"


def init_app(app: Flask) -> None:
    """Let addresses hold ``<id:…>``, ``<code:…>`` and ``<country:…>``."""
    app.url_map.converters["code"] = CodeConverter
    app.url_map.converters["country"] = CountryConverter
    app.url_map.converters["id"] = IdConverter
