"""What every list does: read its filters, fetch a page, answer as a page or as data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import Blueprint, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from tracker.domain.permissions import Verb
from tracker.domain.text import fold
from tracker.forms.filters import CURSOR, EVERYTHING, FilterForm, Offered, WrongParameter, offer_all
from tracker.queries.listing.counting import Exactness, Total, is_small
from tracker.queries.listing.lists import ListQuery, ListRequest
from tracker.queries.listing.paging import CursorError
from tracker.queries.lookup.filter_options import choices_of, chosen_of
from tracker.queries.text import Bilingual
from tracker.web.listing.csv_download import send_csv
from tracker.web.site import labels
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import needs
from tracker.web.site.errors import WrongParameters
from tracker.web.site.languages import language, language_label
from tracker.web.site.sessions import session
from tracker.web.site.template_helpers import counted

_Item = TypeVar("_Item")

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


_NAMES: dict[str, Callable[[str], str]] = {"language": language_label}
"""What names the values of a vocabulary that has no names in the database."""


@dataclass(frozen=True)
class Listing(Generic[_Item]):
    """One list of the site: how it is called in addresses, queried, narrowed and written as data.

    The first of the orders ``sorts`` is the one that a visitor meets. Orders by count are offered
    while the table ``counted`` is small: to sort by them, all of it is counted.
    """

    name: str
    query: ListQuery[_Item]
    form: type[FilterForm]
    to_data: Callable[[_Item], dict[str, Any]]
    sorts: tuple[str, ...]
    counted: str | None = None

    def route(self, blueprint: Blueprint, path: str) -> None:
        """Add the addresses under a path: its page, data and table, and choices if it has any."""

        @blueprint.get(path, defaults={"data": False})
        @blueprint.get(f"{path}.json", defaults={"data": True})
        @needs(Verb.READ)
        def index(*, data: bool) -> ResponseReturnValue:
            return self._show(data=data)

        @blueprint.get(f"{path}.csv")
        @needs(Verb.READ)
        def table() -> ResponseReturnValue:
            return self._send_table()

        if _whole_kinds(self.form()):

            @blueprint.get(f"{path}/choices.json")
            @needs(Verb.READ)
            def choices() -> ResponseReturnValue:
                return self._send_choices()

    def _show(self, *, data: bool) -> ResponseReturnValue:
        """Answer with the page that the address asks for, or with its data."""
        form = self._read()
        cursor = request.args.get(CURSOR) or None
        try:
            page = self.query.page(session(), self._request(form), cursor)
        except CursorError as error:
            message = gettext("This is not an address that the list gave.")
            raise WrongParameters([WrongParameter(CURSOR, cursor or "", message)]) from error
        given: dict[str, Any] = request.args.to_dict()
        following = None
        if page.next_cursor is not None:
            onward = {**given, CURSOR: page.next_cursor}
            following = url_for(f"{self.name}.index", data=data, _external=data, **onward)
        if data:
            return jsonify(items=[self.to_data(item) for item in page.items], next=following)
        return render_template(
            f"{self.name}/index.html",
            form=form,
            page=page,
            following=following,
            data_address=url_for(f"{self.name}.index", data=True, **given),
            table_address=url_for(f"{self.name}.table", **_narrowing(given)),
            choices_address=self._choices_address(form),
            all_choices=url_for(
                f"{self.name}.index", data=False, **_narrowing(given) | {"choices": EVERYTHING}
            ),
        )

    def _send_table(self) -> ResponseReturnValue:
        """Send the whole list as CSV, as the address narrows and sorts it."""
        form = self._read()
        return send_csv(self.name, self.query.whole(session(), self._request(form)))

    def _send_choices(self) -> ResponseReturnValue:
        """Answer with all choices of the filters, and how many rows that fit have each."""
        form = self._read()
        facets = self.query.facets(session(), self._request(form), form.counted())
        for name, value in form.chosen().items():
            _leave_out_less(facets.get(name, {}), str(value))
        return jsonify(
            {
                name: [_choice(each, facets.get(name, {}).get(each[0])) for each in choices]
                for name, choices in (_whole_choices(form) | _closed_choices(form)).items()
            }
        )

    def _read(self) -> FilterForm:
        """Read the filters from the address; raise ``WrongParameters`` where they are wrong.

        The form has only those choices that the address has chosen: all of them would be most of
        a page. The browser asks for them, or a visitor, by ``choices=all``.
        """
        form = self.form(request.args)
        choices = {
            **_closed_choices(form),
            **_chosen_choices(form),
            **(_whole_choices(form) if form.choices.data == EVERYTHING else {}),
            "sort": self._sort_choices(),
            "choices": [(EVERYTHING, EVERYTHING)],
        }
        offer_all(form, choices, gettext("Any"))
        problems = form.problems(request.args)
        if problems:
            raise WrongParameters(problems)
        return form

    def _request(self, form: FilterForm) -> ListRequest:
        """Return what the form asks of the query; text sorts in the visitor's language."""
        sort = form.sort.data or self.sorts[0]
        order = f"{sort}_{language()}" if sort in _TEXT_ORDERS else sort
        return ListRequest(form.filters(), order, past=as_of() is not None)

    def _choices_address(self, form: FilterForm) -> str | None:
        """Return where the choices are that the form has not."""
        if not _whole_kinds(form) or form.choices.data == EVERYTHING:
            return None
        return url_for(f"{self.name}.choices", **form.filters())

    def _sort_choices(self) -> list[tuple[str, str]]:
        """Return the list's orders as choices of a form."""
        offered = self.sorts
        if self.counted is not None and not is_small(session(), self.counted):
            offered = tuple(name for name in self.sorts if name not in _COUNT_ORDERS)
        return [(name, str(_SORTS[name])) for name in offered]


def _closed_choices(form: FilterForm) -> dict[str, Offered]:
    """Return the choices of filters by vocabularies that are closed in the code."""
    return {
        name: labels.choices(field.vocabulary)
        for name, field in form.choice_filters().items()
        if not isinstance(field.vocabulary, str)
    }


def _chosen_choices(form: FilterForm) -> dict[str, Offered]:
    """Return of filters by what the database has the choices that are chosen."""
    kinds = _kinds(form)
    chosen = {name: value for name, value in form.chosen().items() if name in kinds}
    found = chosen_of(session(), kinds, chosen)
    return {name: _named(kind, found.get(name, ())) for name, kind in kinds.items()}


def _whole_choices(form: FilterForm) -> dict[str, Offered]:
    """Return of filters by what the database has all choices, but for filters by a record."""
    kinds = _whole_kinds(form)
    found = choices_of(session(), dict.fromkeys(kinds.values()))
    return {name: _named(kind, found.get(kind, ())) for name, kind in kinds.items()}


def _kinds(form: FilterForm) -> dict[str, str]:
    """Return the vocabularies, or kinds of record, that filters choose from in the database."""
    return {
        name: field.vocabulary
        for name, field in form.choice_filters().items()
        if isinstance(field.vocabulary, str)
    }


def _whole_kinds(form: FilterForm) -> dict[str, str]:
    fields = form.choice_filters()
    return {name: kind for name, kind in _kinds(form).items() if fields[name].whole}


def _named(kind: str, values: Iterable[tuple[str, Bilingual]]) -> Offered:
    """Return choices in the visitor's language, in the order of their names."""
    tell = _NAMES.get(kind)
    named = [(value, tell(value) if tell else words[language()]) for value, words in values]
    return sorted(named, key=lambda choice: fold(choice[1]))


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
