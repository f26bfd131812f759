"""A report's answer to take away, at the address of its page: as a file, or on paper."""

import datetime as dt
from collections.abc import Generator
from http import HTTPStatus
from itertools import chain

from flask import Blueprint, Response, abort, render_template

from tracker.domain.permissions import Verb
from tracker.exports.reports import FORMATS, Asker
from tracker.reports.ready import Question, answer
from tracker.reports.runner import Limits, ReportError, Runner
from tracker.reports.sources import LIMITS
from tracker.web.reports.answers import read
from tracker.web.reports.questions import (
    address_of,
    find_report,
    in_words,
    question_of,
    runner,
)
from tracker.web.site.as_of import moment_shown
from tracker.web.site.auth import needs, person
from tracker.web.site.template_helpers import show_moment

blueprint = Blueprint("report_exports", __name__)

_ON_PAPER = Limits(seconds=20, rows=1000, letters=4_000_000)
"""What a printed report may take, as its page may."""


@blueprint.get("/reports/<code:name>.<any(csv, json, md, xlsx):kind>")
@needs(Verb.READ)
def download(name: str, kind: str) -> Response:
    """Answer with a report's rows as a file; nothing is sent before its first piece is there."""
    question = question_of(find_report(name))
    pieces = _pieces(runner(), question, kind, _asker())
    try:
        first = next(pieces)
    except ReportError as error:
        abort(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    response = Response(
        chain([first], pieces),
        mimetype=FORMATS[kind].mimetype,
        headers={"Content-Disposition": f'attachment; filename="{name}.{kind}"'},
    )
    response.call_on_close(pieces.close)
    return response


@blueprint.get("/reports/<code:name>/print")
@needs(Verb.READ)
def paper(name: str) -> str:
    """Show a report as it is put in a folder: what was asked, rows, documents behind them."""
    report = find_report(name)
    asked = question_of(report)
    try:
        with answer(runner(), asked, _ON_PAPER) as found:
            shown = read(found)
    except ReportError as error:
        abort(HTTPStatus.SERVICE_UNAVAILABLE, str(error))
    return render_template(
        "reports/print.html",
        report=report,
        back=address_of(asked),
        given=in_words(asked),
        moment=moment_shown() or show_moment(dt.datetime.now(dt.UTC)),
        answer=shown,
    )


def _pieces(
    runs: Runner, question: Question, kind: str, asker: Asker
) -> Generator[bytes, None, None]:
    with answer(runs, question, LIMITS) as found:
        yield from FORMATS[kind].write(found, asker)


def _asker() -> Asker:
    found = person()
    return Asker(found.name if found else "", dt.datetime.now(dt.UTC))
