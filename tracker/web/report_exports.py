"""A report's answer as a file, at the address of its page."""

import datetime as dt
from collections.abc import Generator
from http import HTTPStatus
from itertools import chain

from flask import Blueprint, Response, abort

from tracker.domain.permissions import Verb
from tracker.exports.reports import FORMATS, Asker
from tracker.reports.ready import Question, answer
from tracker.reports.runner import ReportError, Runner
from tracker.reports.sources import LIMITS
from tracker.web.auth import needs, person
from tracker.web.report_questions import find_report, question_of, runner

blueprint = Blueprint("report_exports", __name__)


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


def _pieces(
    runs: Runner, question: Question, kind: str, asker: Asker
) -> Generator[bytes, None, None]:
    with answer(runs, question, LIMITS) as found:
        yield from FORMATS[kind].write(found, asker)


def _asker() -> Asker:
    found = person()
    return Asker(found.name if found else "", dt.datetime.now(dt.UTC))
