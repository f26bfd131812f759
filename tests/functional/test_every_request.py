"""Whatever is sent to whatever address, by whoever: an answer, and never a failure of ours.

Requests are made from the map of addresses, by chance from a fixed seed: some in every run of the
tests, 20,000 with ``--long``, as `make fuzz` makes them.
"""

import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from tests.support.addresses import addresses_of, rules
from tests.support.cluster import Cluster
from tests.support.forms_site import FormPage
from tests.support.people import make_app, somebody
from tracker.domain.permissions import Role

EACH = 250
FEW, MANY = 6, 80
SEED = 20_261_130

STRANGE = [
    *("", "0", "1", "-1", "9" * 30, "1e3", "%00", "\0", "a\0b", "\x01", "\ufffe", "official:\0"),
    *("KZ", "zz", "lithium", "official:1", "official:", "country:kz", f"post:{'9' * 30}", "+"),
    *("2025-11-06", "2025-13", "0000", "99999", "6/11/2025", "12,345", "1e400", "NaN", "∞"),
    *("'", '"', "%", "_", "\\", "; --", "{{ 7 }}", "<b>", "é" * 600, "\N{ARABIC LETTER ALEF}"),
    *("2026-11-30T10:00:00Z", "2026-11-30T10:00:00+99:00", "now", "infinity", "0001-01-01"),
]
PARAMETERS = [
    *("q", "sort", "cursor", "as_of", "choices", "country", "status", "for", "before", "next"),
    *("number", "text", "language", "party", "days", "year", "unheard_of"),
]
TYPES = ["application/json", "text/plain", "nonsense", "multipart/form-data", "application/xml"]
BODIES = [
    *(b"", b"{", b"[1, 2]", b'{"auth_token": "x"}', b"csrf_token=x", b"--x\r\n\r\n", b"\xff\xfe"),
    b"[" * 3_000,
]
HOSTS = [
    *("localhost", "localhost:8000", "[::1]", "elsewhere.example.org", f"{'a' * 64}.example.org"),
    *("a..b", ".", "[::1", "localhost:99999", "somebody@localhost", "local host", "x" * 300),
]
ENDS_THE_SESSION = {"sign_in.leave"}


class Requests:
    """One person's requests, the same for the same seed."""

    def __init__(self, seed: int, client: FlaskClient) -> None:
        self._chance = random.Random(seed)  # noqa: S311 (no secret)
        self._client = client
        self._addresses = sorted(_addresses(client.application))
        self.number = 0
        self.failed: list[str] = []

    def ask(self) -> None:
        """Send a request; where it is to have a form, ask for the page of that first."""
        method, address = self._chance.choice(self._addresses)
        language = self._chance.choice(["", "/en", "/fr"])
        path = language + self._bent(address)
        headers = {"Host": self._chance.choice(HOSTS)} if self._happens(0.05) else {}
        query = MultiDict(self._pairs(PARAMETERS) if self._happens(0.5) else [])
        sent = {} if method == "GET" and not self._happens(0.05) else self._body(path)
        self._send(method, path, headers=headers, query_string=query, **sent)

    def _send(self, method: str, path: str, **more: Any) -> str:  # noqa: ANN401 (of `open`)
        """Return what is answered, and note the request if that is a failure."""
        answer = self._client.open(path, method=method, **more)
        self.number += 1
        if answer.status_code >= 500:
            self.failed.append(f"{answer.status_code} {method} {path} {more}")
        return answer.get_data().decode(errors="replace")

    def _bent(self, address: str) -> str:
        """Put something strange into an address, now and then."""
        if not self._happens(0.3):
            return address
        parts = address.split("/")
        parts[self._chance.randrange(1, len(parts))] = quote(self._chance.choice(STRANGE), safe="")
        return "/".join(parts)

    def _body(self, path: str) -> dict[str, object]:
        """Return the form that stands at an address with something strange in it, or no form."""
        if self._happens(0.15):
            given = self._chance.choice(BODIES), self._chance.choice(TYPES)
            return dict(zip(("data", "content_type"), given, strict=True))
        fields = FormPage(self._send("GET", path)).fields
        for name in self._chance.sample(sorted(fields), min(len(fields), 3)):
            fields[name] = self._chance.choice(STRANGE)
        fields["do"] = self._chance.choice(["save", "save", *STRANGE])
        fields.update(self._pairs(sorted(fields)))
        return {"data": fields}

    def _pairs(self, names: list[str]) -> list[tuple[str, str]]:
        number = self._chance.randrange(3)
        return [(self._chance.choice(names), self._chance.choice(STRANGE)) for _ in range(number)]

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share


def _addresses(app: Flask) -> Iterator[tuple[str, str]]:
    for rule, method in rules(app):
        if rule.endpoint not in ENDS_THE_SESSION:
            for address in addresses_of(rule):
                yield method, address


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    many = MANY if metafunc.config.getoption("long") else FEW
    metafunc.parametrize("part", range(many))


def test_no_request_is_answered_by_a_failure(
    cluster: Cluster, seeded_template: str, part: int
) -> None:
    """Ask as a visitor, an editor and an administrator in turn, each part with data of its own."""
    with cluster.copy(seeded_template) as database:
        app = make_app(database)
        role = (None, Role.EDITOR, Role.ADMINISTRATOR)[part % 3]
        if role is None:
            _ask(Requests(SEED + part, app.test_client()))
        else:
            with somebody(app, database, "ann", role) as browser:
                _ask(Requests(SEED + part, browser.client))


def _ask(requests: Requests) -> None:
    while requests.number < EACH:
        requests.ask()
    assert requests.failed == []
