"""Dates while one types them: said back as they are understood, or what is wrong with them."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from tracker.domain.permissions import Verb
from tracker.forms.dates import WrittenDateForm
from tracker.web.site.auth import needs

blueprint = Blueprint("dates", __name__)


@blueprint.get("/dates/read")
@needs(Verb.EDIT)
def read() -> ResponseReturnValue:
    """Read the date in the one field that is sent, whatever its name."""
    typed = next(iter(request.args.values()), "")
    form = WrittenDateForm(MultiDict({"date": typed}))
    return render_template("dates/read.html", form=form)
