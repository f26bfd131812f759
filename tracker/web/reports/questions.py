"""What an address asks of a report: its parameters, read in one place for page and exports."""

import datetime as dt

from flask import abort, current_app, request, url_for

from tracker.domain.text import fold
from tracker.forms.reports import Asked, ReportForm, report_form
from tracker.reports.catalogue import Catalogue, Parameter, Report
from tracker.reports.choices import choices_of
from tracker.reports.ready import Question
from tracker.reports.runner import Runner
from tracker.web.site.as_of import as_of
from tracker.web.site.errors import WrongParameters
from tracker.web.site.languages import language

LIBRARY = Catalogue()


def runner() -> Runner:
    """Return what runs reports, on the login that sees the report views alone."""
    return Runner(current_app.extensions["database"].connect_reader)


def find_report(name: str) -> Report:
    """Return the report of a name; 404 where there is none."""
    return LIBRARY.reports.get(name) or abort(404)


def read_form(report: Report) -> ReportForm:
    """Return the form of a report's parameters as the address has them, not validated yet."""
    day = _day().isoformat()
    asked = [_asked(name, each, day) for name, each in report.head.parameters.items()]
    return report_form(asked, request.args)


def question_of(report: Report) -> Question:
    """Return what the address asks of a report; raise ``WrongParameters`` where it is wrong."""
    form = read_form(report)
    if problems := form.problems(request.args):
        raise WrongParameters(problems)
    return question(report, form)


def question(report: Report, form: ReportForm) -> Question:
    """Return what a valid form asks, of the moment that the address names."""
    return Question(report, report.values(form.values(), _day()), as_of())


def in_words(asked: Question) -> list[tuple[str, str]]:
    """Return what was asked as people read it: the label of each parameter, and of its value."""
    day = _day().isoformat()
    found = []
    for name, parameter in asked.report.head.parameters.items():
        given, value = _asked(name, parameter, day), asked.values[name]
        found.append((given.label, dict(given.choices).get(value, value)))
    return found


def address_of(asked: Question) -> str:
    """Return the address that asks the same again, each parameter named."""
    given: dict[str, str] = {**asked.values}
    return url_for("reports.record", name=asked.report.name, _external=True, **given)


def _day() -> dt.date:
    return (as_of() or dt.datetime.now(dt.UTC)).date()


def _asked(name: str, parameter: Parameter, today: str) -> Asked:
    found = choices_of(runner(), parameter)
    labels = [(each.value, getattr(each, f"label_{language()}")) for each in found]
    return Asked(
        name=name,
        label=getattr(parameter, f"label_{language()}"),
        kind=parameter.type,
        default=today if parameter.default == "today" else parameter.default,
        optional=parameter.optional,
        choices=sorted(labels, key=lambda choice: fold(choice[1])),
    )
