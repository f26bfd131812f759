"""What is wrong in a form, field by field, for the list at its head."""

from dataclasses import dataclass

from flask_babel import LazyString
from wtforms import Field

from tracker.domain.drafts import KEY
from tracker.forms.records import PartForm
from tracker.services.refusals import RefusedError
from tracker.web.editing.constraint_messages import refusal


@dataclass(frozen=True)
class FormProblem:
    """A message, and the field that it stands at, if at one."""

    message: str | LazyString
    field_id: str = ""
    label: str | LazyString = ""


def problems_of(form: PartForm) -> list[FormProblem]:
    """Return what is wrong with the fields of a form and of its rows, in their order."""
    return [
        FormProblem(message, field.id, field.label.text)
        for part in form.walk()
        for field in part.own_fields()
        for message in field.errors
    ]


def place_refusal(form: PartForm, error: RefusedError) -> FormProblem:
    """Put what the database refuses at its field; return it for the list."""
    name, message = refusal(error)
    row = _row_at(form, error.path)
    field = _field(row, name)
    if field is None:
        return FormProblem(message)
    field.errors = [*field.errors, message]
    return FormProblem(message, field.id, field.label.text)


def _row_at(form: PartForm, path: tuple[str, ...]) -> PartForm:
    """Follow a path of part names and keys as far as it leads."""
    for name, key in zip(path[::2], path[1::2], strict=False):
        found = next((row for row in form.rows_of(name) if row[KEY].data == key), None)
        if found is None:
            break
        form = found
    return form


def _field(form: PartForm, name: str | None) -> Field | None:
    if name is not None and name in form:
        return form[name]
    return form.own_fields()[0] if name is not None and form.own_fields() else None
