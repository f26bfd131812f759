"""Dates and sums while one types them: said back as they are understood, or what is wrong."""

from flask import Blueprint, render_template, request
from werkzeug.datastructures import MultiDict

from tracker.domain.permissions import Verb
from tracker.forms.records import PartForm
from tracker.forms.said_back import WrittenDateForm, WrittenSumForm
from tracker.web.site.auth import needs

blueprint = Blueprint("said_back", __name__)


@blueprint.get("/dates/read")
@needs(Verb.EDIT)
def date() -> str:
    """Read the date in the one field that is sent, whatever its name."""
    return _said_back(WrittenDateForm)


@blueprint.get("/sums/read")
@needs(Verb.EDIT)
def amount() -> str:
    """Read the sum of money in the one field that is sent, whatever its name."""
    return _said_back(WrittenSumForm)


def _said_back(form: type[PartForm]) -> str:
    typed = next(iter(request.args.values()), "")
    return render_template("said_back/read.html", form=form(MultiDict({"typed": typed})))
