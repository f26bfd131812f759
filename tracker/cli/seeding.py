"""`tracker seed`, and the filling of the database by `tracker up`."""

import sys
from collections.abc import Iterable

import click
from sqlalchemy.orm import Session

from tracker.cli.frame import say
from tracker.config import load_settings
from tracker.db.engine import Database, open_database
from tracker.db.migrations import require_current
from tracker.seeding import (
    SETS,
    Counts,
    SeedReport,
    Seeds,
    is_current,
    load,
)

__all__ = ["REFERENCE", "SETS", "fill", "seed"]

REFERENCE = ("reference",)
"""The folder without which nothing can be entered."""


@click.command(short_help="Load the data files into the database.")
@click.argument("folders", nargs=-1, type=click.Choice(SETS))
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
def seed(folders: tuple[str, ...], *, dry_run: bool) -> None:
    """Load the data files of FOLDERS, or of all, into the database: all of them or nothing.

    What stands in the database as the files have it is left alone, what people edited or deleted
    since stays as they left it. Mistakes in the files are told by file, line and field before the
    database is touched. The files' format: seeds/README.md.
    """
    seeds = Seeds.read()
    with open_database(load_settings(), say) as database:
        require_current(database.owner)
        with database.session() as session:
            report = _load(session, seeds, folders or SETS)
            if not dry_run:
                session.commit()
    _tell(report)
    if dry_run:
        click.echo("Nothing was changed: this was a dry run.")


def fill(database: Database, folders: tuple[str, ...] = SETS) -> None:
    """Load the data files of some folders unless the last run loaded the same."""
    with database.session() as session:
        if is_current(session, folders):
            return
        report = _load(session, Seeds.read(), folders)
        session.commit()
    for line in report.kept:
        say(f"Kept: {line}")


def _load(session: Session, seeds: Seeds, folders: tuple[str, ...]) -> SeedReport:
    length = len(seeds.chosen(folders))
    with click.progressbar(length=length, label="Loading the data", file=sys.stderr) as progress:
        return load(session, seeds, folders, progress.update)


def _tell(report: SeedReport) -> None:
    """Print a table by collection, then what was kept and what the files hold no longer."""
    click.echo(_line("", Counts.__dataclass_fields__))
    for collection, counts in [*report.counts.items(), ("total", report.total())]:
        click.echo(_line(collection, vars(counts).values()))
    _list("Kept as people left it", report.kept)
    _list("No longer in the files, still in the database", report.gone)


def _line(name: str, cells: Iterable[object]) -> str:
    return f"{name:22}" + "".join(f"{str(cell).replace('_', ' '):>11}" for cell in cells)


def _list(title: str, lines: list[str]) -> None:
    if lines:
        click.echo(f"\n{title}:")
    for line in lines:
        click.echo(f"  {line}")
