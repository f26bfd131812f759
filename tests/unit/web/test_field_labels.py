"""Columns are called as the forms that fill them call them."""

import pytest
from flask import Flask
from flask_babel import Babel

from tracker.domain.vocabularies import DocumentClass, RelationKind
from tracker.forms.by_table import FORMS
from tracker.models.drafts import Plain, Shape
from tracker.models.shapes import RECORDS
from tracker.web.site.field_labels import closed_vocabulary, field_name, part_name


@pytest.fixture(autouse=True)
def _in_english() -> object:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


def _plain_fields(shape: Shape) -> list[tuple[str, Plain]]:
    own = [(shape.table.name, each) for each in shape.fields() if isinstance(each, Plain)]
    return own + [each for part in shape.parts.values() for each in _plain_fields(part)]


def test_a_column_is_called_as_its_form_calls_it() -> None:
    for shape in RECORDS.values():
        for table, field in _plain_fields(shape):
            form = FORMS[table]()
            if field.name in form:
                assert field_name(table, field.column) == str(form[field.name].label.text)


def test_a_column_that_no_form_has_is_called_as_what_it_points_at() -> None:
    assert field_name("agreement_party", "country_code") == "Country"
    assert field_name("agreement", "signed_on") == "Date of signature"
    assert field_name("nothing", "any_thing") == "any thing"
    assert (part_name("document"), part_name("no_table")) == ("Source", "no table")


def test_a_column_has_the_closed_vocabulary_of_its_field() -> None:
    assert closed_vocabulary("document", "class") is DocumentClass
    assert closed_vocabulary("agreement_relation", "kind") is RelationKind
    assert closed_vocabulary("agreement_action", "kind") is None
    assert closed_vocabulary("agreement", "title_en") is None
