"""What every list does: read its filters, fetch a page, answer as a page or as data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from tracker.domain.text import fold
from tracker.forms.filters import CURSOR, Choices, FilterForm, Problem, offer_all
from tracker.queries.lists import ListQuery
from tracker.queries.paging import CursorError, Page
from tracker.queries.tallies import is_small
from tracker.queries.text import Bilingual
from tracker.web.converters import LARGEST_ID
from tracker.web.errors import WrongParameters
from tracker.web.languages import language
from tracker.web.sessions import session
from tracker.web.tables import send_csv

T = TypeVar("T")
Form = TypeVar("Form", bound=FilterForm)

_SORTS = {
    "agreements": _("Most agreements first"),
    "citations": _("Most cited first"),
    "lists": _("On most lists first"),
    "name": _("Name"),
    "newest": _("Newest first"),
    "oldest": _("Oldest first"),
    "position": _("Subject"),
    "publisher": _("Publisher"),
    "reference": _("Reference"),
    "title": _("Title"),
}
_COUNT_ORDERS = {"agreements", "citations"}
_TEXT_ORDERS = {"name", "publisher", "title"}


@dataclass(frozen=True)
class Listing:
    """One list of the site: its endpoint, the template of its page, its orders.

    The first of the orders is the one that a visitor meets. Orders by count are offered while
    the table ``counted`` is small: to sort by them, all of it is counted.
    """

    endpoint: str
    template: str
    sorts: tuple[str, ...]
    counted: str | None = None

    def show(
        self,
        form: FilterForm,
        fetch: Callable[[str | None], Page[T]],
        to_data: Callable[[T], dict[str, Any]],
        *,
        data: bool,
        **context: Any,  # noqa: ANN401 (what the template needs beside the page)
    ) -> ResponseReturnValue:
        """Answer with the page that the address asks for; ``fetch`` takes its cursor."""
        cursor = request.args.get(CURSOR) or None
        try:
            page = fetch(cursor)
        except CursorError as error:
            message = gettext("This is not an address that the list gave.")
            raise WrongParameters([Problem(CURSOR, cursor or "", message)]) from error
        given: dict[str, Any] = request.args.to_dict()
        following = None
        if page.next_cursor is not None:
            onward = {**given, CURSOR: page.next_cursor}
            following = url_for(self.endpoint, data=data, _external=data, **onward)
        if data:
            return jsonify(items=[to_data(item) for item in page.items], next=following)
        return render_template(
            self.template,
            form=form,
            page=page,
            following=following,
            data_address=url_for(self.endpoint, data=True, **given),
            table_address=url_for(f"{self.name}.table", **_narrowing(given)),
            **context,
        )

    def show_from(
        self,
        query: ListQuery[T],
        form: FilterForm,
        to_data: Callable[[T], dict[str, Any]],
        *,
        data: bool,
    ) -> ResponseReturnValue:
        """Answer from a subject's query, as the form narrows and sorts it."""
        return self.show(
            form,
            lambda cursor: query.page(session(), form.filters(), self.order(form), cursor),
            to_data,
            data=data,
        )

    def send_from(self, query: ListQuery[T], form: FilterForm) -> ResponseReturnValue:
        """Send a subject's whole list, as the form narrows and sorts it."""
        return send_csv(self.name, query.whole(form.filters(), self.order(form)))

    @property
    def name(self) -> str:
        """The subject's name in addresses."""
        return self.endpoint.partition(".")[0]

    def order(self, form: FilterForm) -> str:
        """Return the order that the form asks for; text sorts in the visitor's language."""
        name = form.sort.data or self.sorts[0]
        return f"{name}_{language()}" if name in _TEXT_ORDERS else name

    def sort_choices(self) -> list[tuple[str, str]]:
        """Return the list's orders as choices of a form."""
        offered = self.sorts
        if self.counted is not None and not is_small(session(), self.counted):
            offered = tuple(name for name in self.sorts if name not in _COUNT_ORDERS)
        return [(name, str(_SORTS[name])) for name in offered]


def read_filters(form_class: type[Form], choices: Mapping[str, Choices]) -> Form:
    """Read the list's filters from the address; raise ``WrongParameters`` where they are wrong."""
    form = form_class(request.args)
    offer_all(form, choices, gettext("Any"))
    problems = form.problems(request.args)
    if problems:
        raise WrongParameters(problems)
    return form


def _narrowing(given: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters that narrow and sort the list; a page of it is no table."""
    return {name: value for name, value in given.items() if name != CURSOR}


def offered(values: Iterable[tuple[str, Bilingual]]) -> list[tuple[str, str]]:
    """Return choices in the visitor's language, in the order of their names."""
    named = [(value, name[language()]) for value, name in values]
    return sorted(named, key=lambda choice: fold(choice[1]))


def record_ids(names: Iterable[str]) -> dict[str, int]:
    """Return the ids that the address gives for filters by record; what is no id finds nothing."""
    given = {name: request.args.get(name, "") for name in names}
    return {name: _id(value) for name, value in given.items() if value}


def _id(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else 0
    return number if number <= LARGEST_ID else 0
