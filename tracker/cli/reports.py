"""`tracker report`: the library of ready reports, on the command line."""

import datetime as dt
import difflib
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from getpass import getuser
from pathlib import Path
from typing import IO

import click

from tracker.cli.frame import say
from tracker.config import load_settings
from tracker.db.engine import open_database
from tracker.db.migrations import require_current
from tracker.domain.moments import read_moment
from tracker.errors import TrackerError
from tracker.exports.reports import FORMATS, Asker
from tracker.reports.catalogue import Catalogue, Report
from tracker.reports.ready import answer, ask
from tracker.reports.runner import Runner
from tracker.reports.sources import LIMITS


class UnknownReportError(TrackerError):
    """There is no report of that name."""

    exit_code = 2


class OutputError(TrackerError):
    """What a report answers cannot be written to its end."""

    exit_code = 5


@click.group(short_help="Run ready reports.")
def report() -> None:
    """Run ready reports, each a question to the database.

    Exit codes: 2 for a name, parameter, option or file that cannot be, 3 for a report that the
    database refused, 4 for one that took too long, 5 for an answer that could not be written to
    its end; 1 for anything else. What is wrong is said on standard error, and there is no --output
    file then, or still the one from before.
    """


@report.command("list", short_help="List the reports.")
@click.option("--language", type=click.Choice(["en", "fr"]), default="en", show_default=True)
def list_command(language: str) -> None:
    """List the reports: a line for each, its name, a tab and its title."""
    for ready in Catalogue().reports.values():
        click.echo(f"{ready.name}\t{getattr(ready.head, f'title_{language}')}")


@report.command("show", short_help="Show what a report asks.")
@click.argument("name")
@click.option("--language", type=click.Choice(["en", "fr"]), default="en", show_default=True)
def show_command(name: str, language: str) -> None:
    """Show a report's description, its parameters with their defaults, and its SQL."""
    ready = _find(name)
    click.echo(getattr(ready.head, f"title_{language}"))
    click.echo(getattr(ready.head, f"description_{language}"))
    for key, parameter in ready.head.parameters.items():
        label = getattr(parameter, f"label_{language}")
        click.echo(f"  --param {key}={parameter.default}  ({parameter.type}) {label}")
    click.echo(f"\n{ready.sql.strip()}")


@report.command("run", short_help="Run a report.")
@click.argument("name")
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="Once for each.")
@click.option(
    "--format", "kind", type=click.Choice(list(FORMATS)), default="csv", show_default=True
)
@click.option("--as-of", metavar="DATE", help="As the database stood then: 2026-01-31 is its end.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write here.")
@click.option("--rows", type=click.IntRange(min=1), default=LIMITS.rows, show_default=True)
@click.option(
    "--seconds", type=click.FloatRange(min=0.1), default=LIMITS.seconds, show_default=True
)
def run_command(  # noqa: PLR0913, PLR0917 - one for each option
    name: str,
    params: tuple[str, ...],
    kind: str,
    as_of: str | None,
    output: Path | None,
    rows: int,
    seconds: float,
) -> None:
    """Run a report and write its rows, with the sources behind them.

    Where there are more rows than --rows, the rest is left out; the file says so, and a line on
    standard error.
    """
    ready, given, moment = _find(name), _given(params), _moment(as_of)
    with open_database(load_settings(), say) as database:
        require_current(database.owner)
        runner = Runner(database.connect_reader, replace(LIMITS, seconds=seconds, rows=rows))
        question = ask(runner, ready, given, moment)
        with _writing(output) as write, answer(runner, question) as found:
            for piece in FORMATS[kind].write(found, Asker(getuser(), dt.datetime.now(dt.UTC))):
                write(piece)
        if found.result.truncated:
            say(f"Cut off after {found.result.count} rows; there are more. Ask with --rows.")


def _find(name: str) -> Report:
    reports = Catalogue().reports
    if name not in reports:
        near = difflib.get_close_matches(name, reports, n=1)
        hint = f" Did you mean {near[0]}?" if near else " `tracker report list` lists them."
        raise UnknownReportError(f"There is no report {name}.{hint}")
    return reports[name]


def _given(params: Iterable[str]) -> dict[str, str]:
    given = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise click.BadParameter(f"write {param} as NAME=VALUE", param_hint="--param")
        given[name.strip()] = value
    return given


def _moment(as_of: str | None) -> dt.datetime | None:
    if as_of is None:
        return None
    try:
        return read_moment(as_of)
    except ValueError:
        raise click.BadParameter(
            f"{as_of} is no date; write it as 2026-01-31 or 2026-01-31T12:00:00Z",
            param_hint="--as-of",
        ) from None


@contextmanager
def _writing(output: Path | None) -> Iterator[Callable[[bytes], object]]:
    """Lend what writes bytes: to the terminal, or to a file that appears when it is complete."""
    try:
        if output is None:
            yield sys.stdout.buffer.write
            sys.stdout.buffer.flush()
        else:
            with _appearing(output) as file:
                yield file.write
    except BrokenPipeError:  # whoever reads has enough
        raise
    except OSError as error:
        raise OutputError(f"The answer could not be written: {error.strerror}.") from None


@contextmanager
def _appearing(output: Path) -> Iterator[IO[bytes]]:
    """Lend a file that gets its name when it is complete, and goes when it is not."""
    try:
        descriptor, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
    except OSError as error:
        raise click.BadParameter(f"{output}: {error.strerror}", param_hint="--output") from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        Path(name).replace(output)
    except BaseException:
        with suppress(FileNotFoundError):
            Path(name).unlink()
        raise
