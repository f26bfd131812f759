"""What every list does: read its filters, fetch a page, answer as a page or as data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from tracker.domain.text import fold
from tracker.forms.filters import CURSOR, EVERYTHING, FilterForm, Offered, WrongParameter, offer_all
from tracker.queries.agreements.facets import Facets, list_facets
from tracker.queries.listing.counting import Exactness, Total, is_small
from tracker.queries.listing.filter_options import choices_of, chosen_of
from tracker.queries.listing.lists import ListQuery
from tracker.queries.listing.paging import CursorError, Page
from tracker.queries.text import Bilingual
from tracker.web.listing.csv_download import send_csv
from tracker.web.site import labels
from tracker.web.site.errors import WrongParameters
from tracker.web.site.languages import language
from tracker.web.site.sessions import session
from tracker.web.site.template_helpers import counted

_Row = TypeVar("_Row")

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
    the table ``counted`` is small: to sort by them, all of it is counted. Filters choose from
    ``vocabularies`` of the database, from ``records``, or from those ``closed`` in the code; where
    a value has no name in the database, ``names`` tells it.
    """

    endpoint: str
    template: str
    form: type[FilterForm]
    sorts: tuple[str, ...]
    counted: str | None = None
    vocabularies: Mapping[str, str] = field(default_factory=dict)
    records: tuple[str, ...] = ()
    closed: Mapping[str, type[StrEnum]] = field(default_factory=dict)
    names: Mapping[str, Callable[[str], str]] = field(default_factory=dict)

    def read(self) -> FilterForm:
        """Read the filters from the address; raise ``WrongParameters`` where they are wrong.

        The form has only those choices that the address has chosen: all of them would be most of
        a page. The browser asks for them, or a visitor, by ``choices=all``.
        """
        form = self.form(request.args)
        choices = {
            **self._closed_choices(),
            **self._offered(form),
            "sort": self._sort_choices(),
            "choices": [(EVERYTHING, EVERYTHING)],
        }
        offer_all(form, choices, gettext("Any"))
        problems = form.problems(request.args)
        if problems:
            raise WrongParameters(problems)
        return form

    def _offered(self, form: FilterForm) -> dict[str, Offered]:
        """Return the choices of filters by vocabulary or record: the chosen ones, or all."""
        kinds = {**self.vocabularies, **{name: name for name in self.records}}
        chosen = {kinds[name]: value for name, value in form.chosen().items() if name in kinds}
        found = chosen_of(session(), chosen)
        if form.choices.data == EVERYTHING:
            found |= choices_of(session(), self.vocabularies.values())
        return {name: self._named(kind, found.get(kind, ())) for name, kind in kinds.items()}

    def _named(self, kind: str, values: Iterable[tuple[str, Bilingual]]) -> Offered:
        """Return choices in the visitor's language, in the order of their names."""
        tell = self.names.get(kind)
        named = [(value, tell(value) if tell else name[language()]) for value, name in values]
        return sorted(named, key=lambda choice: fold(choice[1]))

    def send_choices(self, count: Callable[[FilterForm], Facets]) -> ResponseReturnValue:
        """Answer with all choices of the filters, and how many rows that fit have each."""
        form = self.read()
        facets = count(form)
        for name, value in form.chosen().items():
            _leave_out_less(facets.get(name, {}), str(value))
        found = choices_of(session(), self.vocabularies.values())
        offered = {
            name: self._named(kind, found.get(kind, ())) for name, kind in self.vocabularies.items()
        }
        return jsonify(
            {
                name: [_choice(each, facets.get(name, {}).get(each[0])) for each in choices]
                for name, choices in (offered | self._closed_choices()).items()
            }
        )

    def _closed_choices(self) -> dict[str, Offered]:
        return {name: labels.choices(of) for name, of in self.closed.items()}

    def show(
        self,
        form: FilterForm,
        fetch: Callable[[str | None], Page[_Row]],
        to_data: Callable[[_Row], dict[str, Any]],
        *,
        data: bool,
    ) -> ResponseReturnValue:
        """Answer with the page that the address asks for; ``fetch`` takes its cursor."""
        cursor = request.args.get(CURSOR) or None
        try:
            page = fetch(cursor)
        except CursorError as error:
            message = gettext("This is not an address that the list gave.")
            raise WrongParameters([WrongParameter(CURSOR, cursor or "", message)]) from error
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
            records=self.records,
            choices_address=self._choices_address(form),
            all_choices=url_for(
                self.endpoint, data=False, **_narrowing(given) | {"choices": EVERYTHING}
            ),
        )

    def show_from(
        self, query: ListQuery[_Row], to_data: Callable[[_Row], dict[str, Any]], *, data: bool
    ) -> ResponseReturnValue:
        """Answer from a subject's query, as the address narrows and sorts it."""
        form = self.read()
        return self.show(
            form,
            lambda cursor: query.page(session(), form.filters(), self.order(form), cursor),
            to_data,
            data=data,
        )

    def _choices_address(self, form: FilterForm) -> str | None:
        """Return where the choices are that the form has not."""
        if not self.vocabularies or form.choices.data == EVERYTHING:
            return None
        return url_for(f"{self.name}.choices", **form.filters())

    def send_choices_from(self, query: ListQuery[_Row]) -> ResponseReturnValue:
        """Answer with the choices of a subject's filters, counted as its query tells."""
        return self.send_choices(lambda form: list_facets(session(), query, form.filters()))

    def send_from(self, query: ListQuery[_Row]) -> ResponseReturnValue:
        """Send a subject's whole list, as the address narrows and sorts it."""
        form = self.read()
        return send_csv(self.name, query.whole(form.filters(), self.order(form)))

    @property
    def name(self) -> str:
        """The subject's name in addresses."""
        return self.endpoint.partition(".")[0]

    def order(self, form: FilterForm) -> str:
        """Return the order that the form asks for; text sorts in the visitor's language."""
        name = form.sort.data or self.sorts[0]
        return f"{name}_{language()}" if name in _TEXT_ORDERS else name

    def _sort_choices(self) -> list[tuple[str, str]]:
        """Return the list's orders as choices of a form."""
        offered = self.sorts
        if self.counted is not None and not is_small(session(), self.counted):
            offered = tuple(name for name in self.sorts if name not in _COUNT_ORDERS)
        return [(name, str(_SORTS[name])) for name in offered]


def _narrowing(given: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters that narrow and sort the list; a page of it is no table."""
    return {name: value for name, value in given.items() if name != CURSOR}


def _leave_out_less(counts: dict[str, Total], chosen: str) -> None:
    """Tell no lower bound of what is chosen: the page above has the number itself."""
    if chosen in counts and counts[chosen].exactness is not Exactness.EXACT:
        del counts[chosen]


def _choice(choice: tuple[str, str], total: Total | None) -> dict[str, str]:
    """Describe a choice as data; without ``count`` where it was not counted."""
    value, label = choice
    return {"value": value, "label": label} | ({"count": counted(total)} if total else {})
