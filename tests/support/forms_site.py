"""The site as somebody who may edit sees it: forms are read from its pages, filled and sent."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.support.cluster import Cluster
from tests.support.people import Browser, make_app, somebody
from tests.support.seeded_site import Site
from tracker.db.engine import Database
from tracker.domain.permissions import Role

Fields = MultiDict[str, str]


class FormPage(HTMLParser):
    """The fields of the form ``record-form`` on a page, as a browser without scripts sends them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: Fields = MultiDict()
        self.errors: list[str] = []
        self.buttons: list[str] = []
        self.text = page
        self._select: str | None = None
        self._area: str | None = None
        self._error = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name"), given.get("value") or ""
        match tag:
            case "input" if name and given.get("type") in {"radio", "checkbox"}:
                if "checked" in given:
                    self.fields.add(name, value)
            case "input" if name and given.get("id") != "site-search":
                hidden = given.get("type") == "hidden"  # a line that one sees has no line ends
                self.fields.add(name, value if hidden else re.sub(r"[\r\n]", "", value))
            case "select" if name:
                self._select = name
                self.fields[name] = ""
            case "option" if self._select and "selected" in given:
                self.fields[self._select] = value
            case "textarea" if name:
                self._area = name
                self.fields[name] = ""
            case "button" if name == "do":
                self.buttons.append(value)
        self._error = tag == "p" and given.get("class") == "error"

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None
        if tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area and data:
            shown = re.sub(r"\r\n?", "\n", data)
            if not self.fields[self._area]:  # a line end that begins an area is not its own
                shown = shown.removeprefix("\n")
            self.fields[self._area] += shown.replace("\n", "\r\n")
        if self._error and data.strip():
            self.errors.append(data.strip())


class FormsSite(Site):
    """The site in the browser of somebody who has signed in."""

    def __init__(self, database: Database, browser: Browser) -> None:
        super().__init__(database, browser.client)
        self.database = database

    def open_form(self, address: str) -> FormPage:
        return FormPage(self.page(address))

    def send(self, address: str, fields: Fields, do: str = "save") -> TestResponse:
        return self.client.post(address, data=MultiDict([*fields.items(multi=True), ("do", do)]))

    def press(self, address: str, fields: Fields, do: str) -> FormPage:
        """Press a button that changes the form."""
        answer = self.send(address, fields, do)
        assert answer.status_code == 200, answer.status
        return FormPage(answer.get_data(as_text=True))

    def save(self, address: str, fields: Fields) -> str:
        """Save; return the address of the record."""
        answer = self.send(address, fields)
        assert answer.status_code == 303, (answer.status, FormPage(answer.text).errors)
        return answer.headers["Location"]

    def refuse(self, address: str, fields: Fields, status: int = 422) -> FormPage:
        """Send what is refused; return the form that comes back."""
        answer = self.send(address, fields)
        assert answer.status_code == status, answer.status
        return FormPage(answer.text)


def fill(fields: Fields, **values: str) -> Fields:
    """Put values into fields."""
    for name, value in values.items():
        fields[name] = value
    return fields


@contextmanager
def forms_site(cluster: Cluster, template: str, role: Role) -> Iterator[FormsSite]:
    """Lend the site on a database of its own, as somebody in a role sees it."""
    with (
        cluster.copy(template) as database,
        somebody(make_app(database), database, "ann", role) as browser,
    ):
        yield FormsSite(database, browser)
