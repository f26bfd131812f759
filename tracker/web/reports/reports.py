"""Reports: the library, the page of each, and the data dictionary of what they can ask."""

from dataclasses import asdict

from flask import Blueprint, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from tracker.domain.permissions import Verb
from tracker.forms.reports import ReportForm
from tracker.reports.catalogue import Report
from tracker.reports.dictionary import get_dictionary
from tracker.reports.ready import Question, answer
from tracker.reports.runner import CancelledError, Limits, ReportError, TimedOutError
from tracker.web.reports.answers import ShownAnswer, read
from tracker.web.reports.headings import THEMES
from tracker.web.reports.questions import (
    LIBRARY,
    address_of,
    find_report,
    question,
    read_form,
    runner,
)
from tracker.web.reports.runs import run_named
from tracker.web.site.auth import needs
from tracker.web.site.errors import WrongParameters

blueprint = Blueprint("reports", __name__)

_LIMITS = Limits(seconds=20, rows=500, letters=2_000_000)
"""What a page may take: more rows are for a file, more time for the command line."""


@blueprint.get("/reports", defaults={"data": False})
@blueprint.get("/reports.json", defaults={"data": True})
@needs(Verb.READ)
def index(*, data: bool) -> ResponseReturnValue:
    """Show the library of ready reports."""
    reports = LIBRARY.reports.values()
    if data:
        return jsonify(items=[{"name": each.name, **each.head.model_dump()} for each in reports])
    themes = [
        (words, [each for each in reports if each.head.theme == theme])
        for theme, words in THEMES.items()
    ]
    return render_template("reports/index.html", themes=themes)


@blueprint.get("/reports/<code:name>")
@needs(Verb.READ)
def record(name: str) -> ResponseReturnValue:
    """Show a report: its parameters, its rows as the address asks for them, its SQL."""
    report = find_report(name)
    form = read_form(report)
    if unknown := form.unknown_parameters(request.args):
        raise WrongParameters(unknown)
    if not form.validate():
        return _page(report, form), 422
    asked = question(report, form)
    try:
        with answer(runner(), asked, _LIMITS, run_id=run_named()) as found:
            return _page(report, form, asked, read(found))
    except ReportError as error:
        return _page(report, form, asked, failure=_failure(error)), 503


def _page(
    report: Report,
    form: ReportForm,
    asked: Question | None = None,
    found: ShownAnswer | None = None,
    failure: str | None = None,
) -> str:
    return render_template(
        "reports/record.html",
        report=report,
        form=form,
        answer=found,
        failure=failure,
        values=asked.values if asked else {},
        address=address_of(asked) if asked else None,
    )


def _failure(error: ReportError) -> str:
    if isinstance(error, TimedOutError):
        return str(
            gettext(
                "The report took longer than %(seconds)s seconds and was stopped. Narrow it, or run"
                " it on the command line.",
                seconds=f"{_LIMITS.seconds:g}",
            )
        )
    if isinstance(error, CancelledError):
        return str(gettext("The report was cancelled. Nothing of it runs any more."))
    return str(gettext("The database could not answer: %(reason)s", reason=str(error)))


@blueprint.get("/reports/dictionary", defaults={"data": False})
@blueprint.get("/reports/dictionary.json", defaults={"data": True})
@needs(Verb.READ)
def dictionary(*, data: bool) -> ResponseReturnValue:
    """Show what each report view and column means."""
    views = get_dictionary(runner())
    if data:
        return jsonify(views=[asdict(view) for view in views])
    return render_template("reports/dictionary.html", views=views)
