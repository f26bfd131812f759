"""The site on a seeded database, as a visitor and as somebody who counts its queries see it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

from flask.testing import FlaskClient
from sqlalchemy import Connection, Row, event, text
from werkzeug.test import TestResponse, create_environ, run_wsgi_app

from tests.support.people import make_app
from tracker.db.engine import Database
from tracker.domain.record_types import BY_COLLECTION, WITH_PAGES

SUBJECTS = tuple(each.collection for each in WITH_PAGES)
LANGUAGES = ("en", "fr")
Json = Any  # what a data address answers


class Site:
    """The site; nothing asked of it here writes."""

    def __init__(self, database: Database, client: FlaskClient | None = None) -> None:
        self._database = database
        self.client = client or make_app(database).test_client()

    def get(self, address: str, **query: str) -> TestResponse:
        return self.client.get(address, query_string=query or None)

    def ask(self, path: str, query: str) -> tuple[int, bytes]:
        """Return the status and body for an address as a server hands it on, however odd it is."""
        environ = create_environ("/")
        environ["PATH_INFO"] = unquote_to_bytes(path).decode("latin-1")
        environ["QUERY_STRING"] = query
        body, status, _ = run_wsgi_app(self.client.application, environ, buffered=True)
        return int(status[:3]), b"".join(body)

    def page(self, address: str, **query: str) -> str:
        answer = self.get(address, **query)
        assert answer.status_code == 200, (address, query, answer.status)
        return answer.get_data(as_text=True)

    def data(self, address: str, **query: str) -> Json:
        answer = self.get(address, **query)
        assert answer.status_code == 200, (address, query, answer.status)
        return answer.get_json()

    def rows(self, sql: str, **values: object) -> Sequence[Row[Any]]:
        with self._database.owner.connect() as connection:
            return connection.execute(text(sql), values).all()

    def keys(self, sql: str, **values: object) -> list[Any]:
        return [row[0] for row in self.rows(sql, **values)]

    def record_keys(self, subject: str) -> list[Any]:
        key = key_name(subject)
        table = BY_COLLECTION[subject].table
        return self.keys(f"SELECT {key} FROM {table} ORDER BY {key}")  # noqa: S608

    def folded(self, values: list[Any]) -> list[Any]:
        """Return texts without accents and case, as the database compares them."""
        if not all(isinstance(value, str) for value in values):
            return values
        return self.keys(
            "SELECT fold(t) FROM unnest(cast(:texts AS text[])) WITH ORDINALITY AS u (t, n)"
            " ORDER BY n",
            texts=values,
        )

    def whole_list(self, subject: str, site_language: str = "en", **query: str) -> list[Any]:
        """Return the items of every page of a list."""
        items, address = [], f"/{site_language}/{subject}.json"
        answer = self.data(address, **query)
        items += answer["items"]
        while answer["next"]:
            parts = urlsplit(answer["next"])
            answer = self.data(f"{parts.path}?{parts.query}")
            items += answer["items"]
        return items

    @contextmanager
    def queries(self) -> Iterator[list[str]]:
        """Collect the statements that reach the database meanwhile."""
        seen: list[str] = []

        def note(_connection: Connection, _cursor: object, statement: str, *_: object) -> None:
            seen.append(statement)

        event.listen(self._database.app, "before_cursor_execute", note)
        try:
            yield seen
        finally:
            event.remove(self._database.app, "before_cursor_execute", note)


def key_name(subject: str) -> str:
    return BY_COLLECTION[subject].key


class Rows(HTMLParser):
    """The addresses that the rows of a page's tables are headed by."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self._heading = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "th" and given.get("scope") == "row":
            self._heading = True
        elif tag == "a" and self._heading:
            self.addresses.append(given.get("href") or "")
            self._heading = False
