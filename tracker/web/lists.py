"""What every list does: read its filters, fetch a page, answer as a page or as data."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.text import fold
from tracker.forms.filters import CURSOR, Choices, FilterForm, Problem, offer_all
from tracker.queries.paging import CursorError, Page
from tracker.queries.text import Bilingual
from tracker.web.converters import LARGEST_ID
from tracker.web.errors import WrongParameters
from tracker.web.languages import language

T = TypeVar("T")
Form = TypeVar("Form", bound=FilterForm)


@dataclass(frozen=True)
class Listing:
    """One list of the site: the endpoint that shows it and the template of its page."""

    endpoint: str
    template: str

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
            **context,
        )


def read_filters(form_class: type[Form], choices: Mapping[str, Choices]) -> Form:
    """Read the list's filters from the address; raise ``WrongParameters`` where they are wrong."""
    form = form_class(request.args)
    offer_all(form, choices, gettext("Any"))
    problems = form.problems(request.args)
    if problems:
        raise WrongParameters(problems)
    return form


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
