"""How the fields of forms look on a page: in which order, with which attributes."""

from collections.abc import Iterable
from typing import Any

from flask import Flask, current_app, request, url_for
from markupsafe import Markup
from wtforms import Field
from wtforms.widgets import html_params

from tracker.forms.fields import DateField, MoneyField
from tracker.forms.records import SourcedForm
from tracker.web.editing.create_in_place import asking_field, ways
from tracker.web.site.as_of import as_of
from tracker.web.site.auth import may, needed

_LANGUAGES = ("en", "fr")
_SAID_BACK: dict[type[Field], str] = {DateField: "said_back.date", MoneyField: "said_back.amount"}
"""Where what is typed into a field is said back as it is understood."""


def init_app(app: Flask) -> None:
    """Give the templates what they write fields with."""
    app.jinja_env.globals.update(
        asking_field=asking_field,
        edit_address=edit_address,
        in_pairs=in_pairs,
        input_attributes=input_attributes,
        wants_attention=wants_attention,
        ways_to_make=ways,
    )
    app.jinja_env.filters["xmlattr_of"] = _written


def edit_address(endpoint: str) -> str | None:
    """Return the address of the form ``new``, ``edit`` or ``delete`` beside the page that is shown.

    None where the collection has none, whoever asks may not use it, or the page shows the past.
    """
    name = f"{request.blueprint}.{endpoint}"
    if as_of() or name not in current_app.view_functions or not may(needed(name)):
        return None
    if endpoint == "new":
        return url_for(name)
    (key,) = (value for each, value in (request.view_args or {}).items() if each != "data")
    return url_for(name, key=key)


def in_pairs(fields: Iterable[Field]) -> list[list[Field]]:
    """Put a text in English and the same in French into one group; others stand alone."""
    groups: list[list[Field]] = []
    for field in fields:
        before = groups[-1][-1].short_name if groups else ""
        if before.endswith("_en") and field.short_name == f"{before[:-2]}fr":
            groups[-1].append(field)
        else:
            groups.append([field])
    return groups


def input_attributes(field: Any, focused: bool) -> dict[str, Any]:  # noqa: ANN401, FBT001
    """Tie a field to its hint and its error, and say what it needs."""
    notes = []
    if field.description:
        notes.append(f"{field.id}-hint")
    if field.errors:
        notes.append(f"{field.id}-error")
    attributes: dict[str, Any] = {}
    if endpoint := _SAID_BACK.get(type(field)):
        notes.append(f"{field.id}-understood")
        attributes |= _says_back(endpoint, f"#{field.id}-understood")
    if notes:
        attributes["aria-describedby"] = " ".join(notes)
    if field.errors:
        attributes["aria-invalid"] = "true"
    if field.required:
        attributes["aria-required"] = "true"
    if focused:
        attributes["autofocus"] = True
    language = field.short_name.rpartition("_")[2]
    if language in _LANGUAGES:
        attributes["lang"] = language
    return attributes


def _says_back(endpoint: str, target: str) -> dict[str, str]:
    """Have the browser ask, while one types, how that is understood."""
    return {
        "hx-get": url_for(endpoint),
        "hx-trigger": "input changed delay:300ms",
        "hx-target": target,
        "hx-select": ".said",  # and nothing of a page that asks to sign in
        "hx-swap": "innerHTML",
        "hx-sync": "this:replace",
    }


def wants_attention(row: SourcedForm, state: Any, start: str) -> bool:  # noqa: ANN401 (a page's)
    """Tell whether the evidence of a row holds something that must be seen."""
    names = (f"{start}citations", f"{start}missing")
    return (
        bool(row.citations.errors or row.missing.errors)
        or state.focus.startswith(names)
        or any(name.startswith(names) for name in state.conflicts)
    )


def _written(attributes: dict[str, Any], identifier: str) -> Markup:
    return Markup(html_params(id=identifier, **attributes))  # noqa: S704 (html_params escapes)
