"""`tracker check` and `tracker attach`."""

import sys
from pathlib import Path

import click

from tracker.checking import (
    RULES,
    Finding,
    RuleResult,
    Severity,
)
from tracker.checking import check as run_check
from tracker.cli.frame import say
from tracker.config import load_settings
from tracker.db.engine import open_database
from tracker.db.migrations import require_current
from tracker.errors import TrackerError
from tracker.services.documents import attach as attach_text
from tracker.services.documents import find_document

_SHOWN = 20  # findings of a rule, unless all are asked for


@click.command(short_help="Verify the whole database.")
@click.option("--strict", is_flag=True, help="Let warnings count as defects.")
@click.option("--all", "everything", is_flag=True, help="List everything that is found.")
@click.pass_context
def check(ctx: click.Context, *, strict: bool, everything: bool) -> None:
    """Verify the whole database and change nothing; the exit code is 1 if there is a defect.

    A defect is what must not be, such as a quotation that is not in its document. A warning is
    what a person should look at, such as a fact for which no source is cited.
    """
    with open_database(load_settings(), say) as database:
        require_current(database.owner)
        with (
            database.session() as session,
            click.progressbar(
                run_check(session), length=len(RULES), label="Checking", file=sys.stderr
            ) as progress,
        ):
            results = list(progress)
    for result in results:
        _tell(result, None if everything else _SHOWN)
    counts = {severity: _count(results, severity) for severity in Severity}
    click.echo(
        f"{len(RULES)} rules checked: {counts[Severity.DEFECT]} defects,"
        f" {counts[Severity.WARNING]} warnings."
    )
    ctx.exit(int(bool(counts[Severity.DEFECT] or (strict and counts[Severity.WARNING]))))


@click.command(short_help="Add a document's full text.")
@click.argument("document")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def attach(document: str, file: Path) -> None:
    """Keep the full text of DOCUMENT (its id or address) from FILE, a text in UTF-8.

    The file has to be the very text whose SHA-256 the document states, and to hold each of the
    document's quotations at its place.
    """
    with open_database(load_settings(), say) as database:
        require_current(database.owner)
        with database.session() as session:
            text = read_text(file)
            count = attach_text(session, find_document(session, document), text)
            session.commit()
    click.echo(f"Kept {len(text)} characters; all {count} quotations stand in them.")


def read_text(file: Path) -> str:
    """Return the text in a file; raise TrackerError where it holds none that can be kept."""
    try:
        text = file.read_bytes().decode()  # as it is: line ends count for the hash
    except UnicodeDecodeError:
        raise TrackerError(f"{file} is not a text in UTF-8.") from None
    if "\0" in text:
        place = text.index("\0") + 1
        raise TrackerError(
            f"{file} has a null character, its character {place}: the database keeps no such text."
        )
    return text


def _count(results: list[RuleResult], severity: Severity) -> int:
    return sum(len(result.findings) for result in results if result.rule.severity is severity)


def _tell(result: RuleResult, shown: int | None) -> None:
    if not result.findings:
        return
    click.echo(f"{result.rule.severity.upper()}: {result.rule.title} ({len(result.findings)} not)")
    for finding in result.findings[:shown]:
        click.echo(f"  {_line(finding)}")
    if shown and len(result.findings) > shown:
        click.echo(f"  and {len(result.findings) - shown} more; --all lists them")
    click.echo()


def _line(finding: Finding) -> str:
    name = f" {finding.name}" if finding.name else ""
    return f"{finding.record}{name}: {finding.detail}"
