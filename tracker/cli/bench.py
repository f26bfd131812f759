"""`tracker bench`: databases of synthetic records, to measure the tracker with."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from tracker.bench import describe
from tracker.bench import fill as fill_with_records
from tracker.cli.frame import say
from tracker.cli.seeding import fill as fill_from_seeds
from tracker.config import Settings, load_settings
from tracker.db.engine import Database, open_database
from tracker.db.migrations import upgrade
from tracker.db.siblings import finish, make_anew, sibling


@click.group(short_help="Make databases to measure the tracker with.")
def bench() -> None:
    """Make databases of synthetic records, to measure the tracker with.

    `make bench` in a checkout measures, and writes docs/performance.md.
    """


@bench.command("fill", short_help="Fill a database with synthetic records.")
@click.option("--agreements", type=click.IntRange(1, 10_000_000), required=True, help="How many.")
@click.option("--seed", default=1, show_default=True, help="Another one makes other records.")
def fill_command(agreements: int, seed: int) -> None:
    """Fill a database of its own, tracker_bench_<AGREEMENTS>, with synthetic records.

    It stands beside the tracker's own database, which is not touched, and takes the place of one
    that was filled before. To throw it away: tracker psql --role owner -c 'DROP DATABASE …'.
    """
    settings = load_settings()
    with open_database(settings, say) as own:
        fill(own, settings, agreements, seed, name_for(agreements))
    click.echo(f"The database {name_for(agreements)} holds {agreements} agreements.")


def name_for(agreements: int) -> str:
    """Return the name of the database of so many agreements."""
    return f"tracker_bench_{agreements}"


def fill(own: Database, settings: Settings, agreements: int, seed: int, name: str) -> None:
    """Make a database anew, beside the tracker's own, and fill it with so many agreements."""
    database = sibling(own, name)
    make_anew(own, name, embedded=settings.database_url is None)
    upgrade(database.owner, managed=database.managed, say=lambda _: None)
    fill_from_seeds(database, ("reference",))
    with database.owner.begin() as connection:
        fill_with_records(connection, agreements, seed, _follow)
    say("Counting what there is …")
    finish(database, describe(agreements, seed))


@contextmanager
def _follow(label: str, length: int) -> Iterator[Callable[[int], None]]:
    """Show how far a long stretch of work has come."""
    with click.progressbar(length=length, label=label, file=sys.stderr) as progress:
        yield progress.update
